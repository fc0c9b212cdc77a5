# dict.awk: a fuzzing dictionary (libFuzzer's and AFL++'s form) from source files: every string and character literal of re2c rules and C, and the
# rows of X-macro lists.
# Run over what reads the language: `awk -f tests/fuzz/dict.awk lexers/go*.re lexers/go*.c …`. Comments, #include lines and texts for people
# (with blanks) are left out, so that what stays are tokens.

function put(s) {
    if (length(s) == 0 || length(s) > 40 || (s in seen))
        return
    seen[s] = 1
    list[n++] = s
}

/^[ \t]*[A-Z_]+\([a-z_$][A-Za-z0-9_$]*[,)]/ { # one row of an X-macro list
    s = $0
    sub(/^[^(]*\(/, "", s)
    sub(/[,)].*/, "", s)
    put(s)
}

/^[ \t]*(#|\/\*|\*|\/\/)/ { next }

{
    line = $0
    while (match(line, /"(\\.|[^"\\])*"|'(\\.|[^'\\])+'/)) {
        s = substr(line, RSTART + 1, RLENGTH - 2)
        line = substr(line, RSTART + RLENGTH)
        if (s ~ / .* /)
            continue
        # Only escapes that both fuzzers know stay: \\ \" \xNN.
        gsub(/\\n/, "\\x0a", s)
        gsub(/\\r/, "\\x0d", s)
        gsub(/\\t/, "\\x09", s)
        gsub(/\\f/, "\\x0c", s)
        gsub(/\\'/, "'", s)
        if (s ~ /\\[^\\"x]/ || s ~ /%[sdtz]/)
            continue
        t = s
        gsub(/\\\\|\\"/, "", t)
        if (t ~ /"/)
            gsub(/"/, "\\\"", s)
        put(s)
    }
}

END {
    for (i = 0; i < n; i++)
        print "\"" list[i] "\""
}
