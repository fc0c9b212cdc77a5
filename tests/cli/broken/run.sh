# Sources that are broken: each is reported where it is, and what stands around it counts.
# shellcheck disable=SC2059
mkdir src
call='boto3.client("s3").list_buckets()\n'
printf "import boto3\nprint 'old'\nexec 'x'\ntry:\n    pass\nexcept E, e:\n    pass\n$call" > src/python2.py
printf "import boto3\nif x:\n\tif y:\n        \t$call\f\n$call" > src/tabs.py
printf "import boto3\ndef f():\n        x = 1\n    y = 2\n  $call$call" > src/indent.py
printf "import boto3\nx = 'never closed\n$call" > src/string.py
printf "import boto3\n$call\nx = '''never closed\n$call" > src/long_string.py
printf "import boto3\n$call\nx = foo(1, [2\n\ndef g():\n    $call" > src/bracket.py
printf "import boto3\n<<<<<<< HEAD\n$call=======\nboto3.client(\"sqs\").list_queues()\n>>>>>>> other\n" > src/merge.py
printf '' > src/empty.py
printf '\0\1\2\3\0\0\0\377' > src/binary.py
printf "import boto3\n$call" > src/forbidden.py
chmod 000 src/forbidden.py
ln -s loop_b src/loop_a
ln -s loop_a src/loop_b
mkdir src/deep && ln -s .. src/deep/up
run=""
if [ "$(id -u)" = 0 ] && command -v setpriv > /dev/null; then # root may read everything
    chmod 755 . src src/deep && run="setpriv --reuid 65534 --clear-groups --inh-caps=-all"
fi
cp "$(command -v iam-policy-autopilot)" ./program && chmod 755 program
$run ./program extract-sdk-calls --dump calls src
echo "[$?]"
