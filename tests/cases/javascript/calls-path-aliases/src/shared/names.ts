export const BUCKET = "reports";
export const QUEUE = "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs";
