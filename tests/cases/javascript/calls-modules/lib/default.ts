import { STS } from "@aws-sdk/client-sts";
const sts = new STS({});
export default sts;
export { STS };
