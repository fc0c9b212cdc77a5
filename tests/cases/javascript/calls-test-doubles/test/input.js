const storage = require("../input");
function double() {
  function send(command) { return Promise.resolve({ sent: command.input }); }
  return { send: send };
}
storage({ s3: double() }).remove("a");
