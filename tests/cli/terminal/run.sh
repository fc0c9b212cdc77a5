# What a terminal gets: messages in colour, unless NO_COLOR or TERM say otherwise; the result stays plain.
printf 'import boto3\nboto3.client("s3").no_such(Bucket="a")\nboto3.client("s3").list_buckets()\n' > a.py
cat > terminal.py <<'END'
import os, pty, subprocess, sys
def run(name, env, out_too=False):
    main, side = pty.openpty()
    p = subprocess.Popen(['iam-policy-autopilot', 'extract-sdk-calls', '--dump', 'calls', 'a.py'], stderr=side,
                         stdout=side if out_too else subprocess.PIPE, env={'PATH': os.environ['PATH'], **env})
    out = b'' if out_too else p.stdout.read()
    p.wait()
    os.close(side)
    text = b''
    try:
        while True:
            part = os.read(main, 4096)
            if not part:
                break
            text += part
    except OSError:
        pass
    print(name, p.returncode, 'coloured' if b'\x1b[' in text else 'plain', b'warning' in text, b'\x1b' in out, out.decode().strip())
run('terminal', {'TERM': 'xterm'})
run('NO_COLOR', {'TERM': 'xterm', 'NO_COLOR': '1'})
run('NO_COLOR is empty', {'TERM': 'xterm', 'NO_COLOR': ''})
run('dumb', {'TERM': 'dumb'})
run('both', {'TERM': 'xterm'}, True)
END
python3 terminal.py
echo "- no terminal"
TERM=xterm NO_COLOR='' iam-policy-autopilot extract-sdk-calls --dump calls a.py 2>&1 | cat -v
