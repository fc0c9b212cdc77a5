module corp.io/notify
