#!/usr/bin/env python3
"""The server against the official clients: Python, TypeScript, the inspector. What cannot be installed is skipped and said, unless MCP_TESTS=required.

usage: clients.py BINARY BUILD-FOLDER"""
import glob, os, shutil, subprocess, sys

import common

BIN, DIR = sys.argv[1:3]
HERE = os.path.dirname(os.path.abspath(__file__))
here = lambda name: os.path.join(HERE, name)

complete = subprocess.run([here('setup'), DIR]).returncode == 0
if not complete and os.environ.get('MCP_TESTS') == 'required':
    sys.exit('the official clients have to be tested, and not all of them can be installed')
with common.fake_iam() as iam:
    has = common.features(BIN)
    run = lambda *command: subprocess.run(command, check=True, timeout=600, stdin=subprocess.DEVNULL)
    if os.path.isdir(DIR + '/py'):
        for test in ('schemas.py', 'sdk.py'):
            run(DIR + '/py/bin/python', here(test), BIN)
    else:
        print('skipped: the Python client (not installed)')
    if os.path.isfile(DIR + '/node_modules/package.json'):
        own = glob.glob(DIR + '/node_modules/node-linux-*/bin/node')
        run('node', here('sdk.mjs'), BIN, DIR, common.DEMO, iam if has['curl'] else 'none', 'http' if has['http'] else 'stdio')
        run(sys.executable, here('inspector.py'), BIN, DIR, own[0] if own else shutil.which('node'))
    else:
        print('skipped: the TypeScript clients and the inspector (not installed)')
