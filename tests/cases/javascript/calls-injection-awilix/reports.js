exports.makeReports = ({ s3, userService }) => ({
  async publish(id) { await s3.putObject({ Bucket: "n08-reports", Key: `r/${id}` }); },
});