# Which files of a folder are read.
call='import boto3; boto3.client("sts").get_session_token()'
put() { mkdir -p "$(dirname "$1")"; echo "$call" > "$1"; }
put p/app.py
put p/lib/util.py
put p/lib/data.txt
put p/build/made.py
put p/lib/keep/made.py
put p/lib/keep/no.py
put p/node_modules/x/index.py
put p/env/lib/x.py
touch p/env/pyvenv.cfg
put p/.venv/x.py
put p/layer/python/boto3/session.py
put p/scripts/boto3/session_list.py
put p/.git/hooks/x.py
put p/vendor/github.com/x/x.py
put p/own/vendor/x.py
put p/__pycache__/x.py
put p/.hidden/script.py
put p/tests/test_app.py
put p/gen/a_pb2.py
put p/pkg/thing_test.go
put "p/with blank/a b.py"
put outside/other.py
put deep/sub/in/x.py
printf 'build/\n*_pb2.py\n!/gen/never.py\n' > p/.gitignore
printf 'made.py\n!keep/\n' > p/lib/.gitignore
printf '!made.py\nno.py\n' > p/lib/keep/.gitignore
ln -s .. p/lib/loop
ln -s ../../outside p/lib/far
ln -s ../../outside/other.py p/lib/linked.py
ln -s app.py p/same.py
ln -s nowhere p/dangling.py
printf '#!/usr/bin/env -S python3.11 -u\n%s\n' "$call" > p/script
printf '#!/bin/false\n%s\n' "$call" > p/LICENSE
files() { iam-policy-autopilot extract-sdk-calls --full-output --pretty "$@" | sed -n 's/.*"Location": "\(.*\):.*/\1/p'; }
echo "- folder"; files p
echo "- excluded"; files p --exclude tests/ --exclude '/lib/**' --exclude='*.hidden'
echo "- not ignored"; files p --no-ignore
echo "- the same file twice, and in its folder"; files p/app.py p/app.py p/tests p/../p/app.py
echo "- from inside"; cd p/lib && files . && cd ../..
echo "- an ignored file that is named"; files p/build/made.py
echo "- a script that is named"; files p/script; files p/LICENSE 2>&1 | sed 's/known are.*/.../'
echo "- ignore files above, in a work tree"
mkdir deep/.git; echo '/sub/in/' > deep/.gitignore
files deep/sub
echo "- empty"; files p/env/lib/.. p/gen
