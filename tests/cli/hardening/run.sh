# The program as it was built: position-independent, read-only after relocation, no executable stack or data, stack protector, FORTIFY,
# CET.
bin=$(command -v iam-policy-autopilot)
have() { command -v "$1" > /dev/null; }
if ! have readelf || ! readelf -h "$bin" > header 2> /dev/null || readelf -Ws "$bin" | grep -q __asan_init; then
    exit 0 # not ELF, or a build with sanitizers
fi
grep -q 'Type: *DYN' header || echo "not position-independent"
readelf -lW "$bin" > segments
grep -q GNU_RELRO segments || echo "no RELRO"
grep 'GNU_STACK' segments | grep -q 'RWE' && echo "executable stack"
grep 'LOAD' segments | grep -q 'RWE' && echo "writable code"
readelf -dW "$bin" > dynamic
grep -qE 'BIND_NOW|Flags:.*NOW' dynamic || echo "not bound at start"
grep -qE 'RPATH|RUNPATH|TEXTREL' dynamic && grep -E 'RPATH|RUNPATH|TEXTREL' dynamic
readelf -Ws "$bin" > symbols
grep -q '__stack_chk_fail' symbols || echo "no stack protector"
if grep -q 'GLIBC' symbols; then
    grep -q '_chk@' symbols || echo "no FORTIFY"
fi
# Of CET every object has to know. (The whole program is marked only when the C library's start files are, too.)
if grep -q 'X86-64' header && objdump --version > /dev/null 2>&1 && objdump -d --disassemble=main "$bin" | grep -q endbr64; then
    readelf -nW "$(dirname "$bin")/autopilot.a" 2> /dev/null | awk '
        /^File:/ { if (name && !ok) print "no CET in", name; name = $2; sub(".*/", "", name); ok = 0 }
        /IBT, SHSTK/ { ok = 1 }
        END { if (name && !ok) print "no CET in", name }'
fi
exit 0
