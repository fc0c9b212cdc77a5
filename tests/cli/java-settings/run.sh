# a file given by itself: what its application is told stands beside the sources
iam-policy-autopilot extract-sdk-calls --dump calls src/main/java/a/App.java
iam-policy-autopilot extract-sdk-calls --dump calls --env APP_BUCKETNAME=mine --env APP_OPEN=told src/main/java
iam-policy-autopilot extract-sdk-calls --dump calls --env APP_BUCKET_NAME=mine --env app.open=told .
