# The options of -h, of the SYNOPSIS and of the option list of each man page are the same.
for c in $(iam-policy-autopilot help | sed -n '/^Commands/,/^$/{/not in this version/d;s/^  \([a-z-]*\) .*/\1/p}'); do
    page=$TOP/man/iam-policy-autopilot-$c.1
    iam-policy-autopilot $c -h | sed -n '/^Options/,$p' | grep -oE '^ +(-[a-zA-Z], )? *--[a-z-]+' | tr -d ' ' | tr , '\n' | sort > help.txt
    sed -n '/^.Sh SYNOPSIS/,/^.Sh DESCRIPTION/p' "$page" | grep -oE 'Fl (Fl )?[a-zA-Z-]+' | sed 's/Fl Fl /--/; s/Fl /-/' | sort > synopsis.txt
    sed -n '/^.Sh DESCRIPTION/,$p' "$page" | grep -E '^\.It Fl' | grep -oE 'Fl (Fl )?[a-zA-Z-]+' | sed 's/Fl Fl /--/; s/Fl /-/' | sort > list.txt
    [ "$(wc -l < help.txt)" -gt 1 ] || echo "no options of $c"
    diff help.txt synopsis.txt
    diff help.txt list.txt
done
