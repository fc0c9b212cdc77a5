#!/usr/bin/env python3
"""Measures the program: start-up time, a small file, calls of the MCP server, throughput for each language, each stage by itself and end to
end, memory.

usage: bench.py MEASURE PROGRAM [SOURCE_FOLDER...]     (make bench builds MEASURE from measure.c)

Without folders: ordinary sources that are on the machine (the libraries of Python, Go and the JDK, the packages of npm; they hold no AWS
call), and for every language the golden cases repeated to MEGABYTES: nothing but AWS calls, each in other words, which is the worst case.
Times are the best of several runs, of one thread those of the processor; memory is the largest resident size.
"""
import json, os, shutil, subprocess, sys, sysconfig, tempfile, time, zipfile

MEGABYTES = 3
LEFT_OUT = {'site-packages', 'dist-packages', 'test', 'tests', 'testdata', 'node_modules', 'vendor', '__pycache__'}
MEASURE = os.path.abspath(sys.argv[1])
TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def best(cmd, runs, processor=False):
    """Shortest time in seconds (processor: that of the processor, which others on the machine hardly lengthen), largest size in MB; None when
    the command fails."""
    p = subprocess.run([MEASURE] + ['-c'] * processor + [str(runs)] + cmd, capture_output=True, text=True)
    if p.returncode:
        print('FAILED', ' '.join(cmd), p.stderr.strip())
        return None
    t, kib = p.stdout.split()
    return float(t), int(kib) / 1024


def size(paths):
    return sum(os.path.getsize(p) for p in paths) / 1e6


def sources(folder, extensions):
    return [os.path.join(d, f) for d, _, fs in os.walk(folder) if not LEFT_OUT & set(d[len(folder):].split('/'))
            for f in fs if f.endswith(extensions) and not f.endswith('_test.go') and os.path.isfile(os.path.join(d, f))]


def line(what, value, unit, note=''):
    print(f'{what:34} {value:9.2f} {unit:5} {note}')


def throughput(program, what, lang, folder, extensions):
    mb = size(sources(folder, extensions))
    if not mb:
        return
    for how, jobs in (('one thread', '1'), ('all cores', str(os.cpu_count()))):
        result = best([program, 'generate-policies', folder, '--no-ignore', '-j', jobs, '--language', lang] + [f'--exclude={x}' for x in sorted(LEFT_OUT)], 5, jobs == '1')
        if not result:
            continue
        t, mem = result
        line(f'{what}, {how}', mb / t, 'MB/s', f'{mb:.1f} MB in {t:.2f} s, {mem:.0f} MB of memory')


def stages(what, lang, folder, extensions):
    """Each stage by itself; without the program that measures them (an older build) nothing."""
    tool = os.path.join(os.path.dirname(MEASURE), 'stages')
    files = sorted(sources(folder, extensions))
    if not files or not os.path.exists(tool):
        return
    p = subprocess.run([tool, lang], input='\n'.join(files), capture_output=True, text=True)
    if p.returncode:
        print('FAILED', tool, lang, p.stderr.strip())
        return
    mb, lex, parse, resolve, mapped, facts, found = p.stdout.split()
    for name, value in (('lex', lex), ('parse', parse), ('resolve', resolve), ('map', mapped)):
        line(f'{what}, {name}', float(value), 'MB/s', f'{found} calls, facts of {facts} bytes a byte of source' if name == 'resolve' else '')


def calls(program, what, tool, arguments, runs=200):
    """A call of the MCP server over its standard input and output, seen by the client."""
    meta = {'io.modelcontextprotocol/protocolVersion': '2026-07-28', 'io.modelcontextprotocol/clientCapabilities': {}}
    message = {'jsonrpc': '2.0', 'id': 1, 'method': 'tools/call', 'params': {'name': tool, 'arguments': arguments, '_meta': meta}}
    times = []
    with subprocess.Popen([program, 'mcp-server'], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as p:
        for _ in range(runs):
            t = time.perf_counter()
            p.stdin.write(json.dumps(message).encode() + b'\n')
            p.stdin.flush()
            reply = json.loads(p.stdout.readline())
            times.append(time.perf_counter() - t)
            if reply.get('result', {}).get('isError', True):
                sys.exit(f'FAILED {tool}: {reply}')
        p.stdin.close()
    times.sort()
    line(f'MCP: {what}', times[runs // 2] * 1000, 'ms', f'the middle of {runs} calls; the slowest {times[-1] * 1000:.1f} ms')


def output(*cmd):
    """What a program prints, or nothing when it is not there."""
    try:
        return subprocess.run(cmd, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ''


def ordinary(tmp):
    """Language, what it is, folder of sources that are on this machine anyway."""
    yield 'python', 'standard library', sysconfig.get_path('stdlib')
    if output('go', 'env', 'GOROOT'):
        yield 'go', 'standard library', os.path.join(output('go', 'env', 'GOROOT'), 'src')
    packages = os.path.join(output('npm', 'root', '-g') or '/', 'npm', 'node_modules')
    if os.path.isdir(packages):
        yield 'javascript', "npm's packages", packages
    home = os.path.dirname(os.path.dirname(os.path.realpath(shutil.which('javac') or '/')))
    for archive in (os.path.join(home, 'lib', 'src.zip'), os.path.join(home, 'src.zip')):
        if os.path.exists(archive):
            with zipfile.ZipFile(archive) as z:
                z.extractall(tmp, [n for n in z.namelist() if n.startswith('java.base/')])
            yield 'java', 'JDK, java.base', tmp
            break


def main():
    program = os.path.abspath(sys.argv[2])
    small = os.path.join(TOP, 'bench', 'small.py')
    t, mem = best([program, 'version'], 50)
    line('version', t * 1000, 'ms', f'{mem:.1f} MB')
    t, mem = best([program, 'generate-policies', small], 50)
    line('a file of 20 lines', t * 1000, 'ms', f'{mem:.1f} MB')
    demo = os.path.join(TOP, 'demo')
    calls(program, 'policy of a small project', 'generate_application_policies', {'SourceFiles': [demo]})
    calls(program, 'the same, explained', 'explain_policy', {'SourceFiles': [demo]})
    calls(program, 'what an operation needs', 'query_service_reference', {'Service': 's3', 'Operations': ['GetObject']})
    languages = [row.split() for row in subprocess.run([program, 'languages'], capture_output=True, text=True, check=True).stdout.splitlines()]
    for folder in sys.argv[3:]:
        for row in languages:
            what, ends = f'{os.path.basename(folder)}, {row[0]}', tuple(w for w in row if w.startswith('.'))
            stages(what, row[0], folder, ends)
            throughput(program, what, row[0], folder, ends)
    if len(sys.argv) > 3:
        return
    ends = {row[0]: tuple(w for w in row if w.startswith('.')) for row in languages}
    with tempfile.TemporaryDirectory() as tmp:
        for lang, what, folder in ordinary(tmp):
            stages(f'{lang}, {what}', lang, folder, ends[lang])
            throughput(program, f'{lang}, {what}', lang, folder, ends[lang])
    for lang in ends:
        cases = os.path.join(TOP, 'cases', lang)
        found = sources(cases, ends[lang])
        if not found:
            continue
        with tempfile.TemporaryDirectory() as tmp:
            n = 0
            while n * size(found) < MEGABYTES:
                n += 1
                shutil.copytree(cases, os.path.join(tmp, str(n)))
            stages(f'{lang}, cases repeated', lang, tmp, ends[lang])
            throughput(program, f'{lang}, cases repeated', lang, tmp, ends[lang])


main()
