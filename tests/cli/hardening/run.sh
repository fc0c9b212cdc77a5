# The program as it was built: position-independent, read-only after relocation, no executable stack or data, stack protector, FORTIFY, CET.
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
# Of CET the compiler has to know: one object without it, and the program has none.
if grep -q 'X86-64' header && readelf -nW "$TOP"/build*/core/app/main.o 2> /dev/null | grep -q 'IBT, SHSTK'; then
    readelf -nW "$bin" | grep -q 'IBT, SHSTK' || echo "no CET"
fi
exit 0
