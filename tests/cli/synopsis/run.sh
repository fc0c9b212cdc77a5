# The options of -h and of the SYNOPSIS of each man page are the same; each is described in the page, or in that of generate-policies when the page
# says so; none is described that does not exist.
listed() { sed -n '/^.Sh DESCRIPTION/,$p' "$1" | grep -E '^\.It Fl' | grep -oE 'Fl (Fl )?[a-zA-Z-]+' | sed 's/Fl Fl /--/; s/Fl /-/' | sort; }
listed "$TOP/man/iam-policy-autopilot-generate-policies.1" > shared.txt
for c in $(iam-policy-autopilot help | sed -n '/^Commands/,/^$/{/not in this version/d;s/^  \([a-z-]*\) .*/\1/p}'); do
    page=$TOP/man/iam-policy-autopilot-$c.1
    iam-policy-autopilot "$c" -h | sed -n '/^Options/,$p' | grep -oE '^ +(-[a-zA-Z], )? *--[a-z-]+' | tr -d ' ' | tr , '\n' | sort > help.txt
    sed -n '/^.Sh SYNOPSIS/,/^.Sh DESCRIPTION/p' "$page" | grep -oE 'Fl (Fl )?[a-zA-Z-]+' | sed 's/Fl Fl /--/; s/Fl /-/' | sort > synopsis.txt
    listed "$page" > list.txt
    [ "$(wc -l < help.txt)" -gt 1 ] || echo "no options of $c"
    diff help.txt synopsis.txt
    comm -13 help.txt list.txt | sed "s/^/$c describes what it has not: /"
    if grep -q 'those about inputs are described in' "$page"; then sort -u -o list.txt list.txt shared.txt; fi
    comm -23 help.txt list.txt | sed "s/^/$c does not describe: /"
done
