# Every command in the EXAMPLES of the man pages runs; output that a page shows is what comes.
cp -r "$TOP/tests/demo/." .
cat > examples.py <<'END'
import re, subprocess, sys, glob, os
count = 0
for page in sorted(glob.glob(os.path.join(sys.argv[1], '*.[157]'))):
    text = open(page).read()
    text = text[text.find('.Sh EXAMPLES'):] if '.Sh EXAMPLES' in text else ''
    for block in re.findall(r'^\.Bd .*?\n(.*?)^\.Ed', text, re.S | re.M):
        block = re.sub(r'\\e\n\s*', '', block).replace('\\&', '')
        if not block.startswith('$ '):
            continue
        for part in re.split(r'^\$ ', block, flags=re.M)[1:]:
            command, shown = part.split('\n', 1)
            p = subprocess.run(['sh', '-c', command], capture_output=True, text=True)
            count += 1
            if p.returncode:
                print(os.path.basename(page), command, p.returncode, p.stderr)
            if shown and p.stdout.rstrip('\n') != shown.rstrip('\n'):
                print(os.path.basename(page), command, 'prints', p.stdout, 'not', shown, sep='\n')
print(count, 'examples')
END
python3 examples.py "$TOP/man"
