# tests/facts-coverage.tsv: every row of the facts is there, and names a rule that exists or says why there is none.
awk -F'\t' -v rules="$TOP/data/rules" '
/^#/ { next }
{ seen[$1] = 1 }
$2 == "" { if ($5 == "") print "row " $1 ": neither a rule nor a reason"; next }
{
    file = rules "/" $2 ".tsv"; found = 0
    while ((getline line < file) > 0) {
        split(line, c, "\t")
        action = c[4]; sub(/^\+/, "", action)
        if (c[2] == $3 && (c[1] == $4 || c[1] == "rule" && action == $4)) found = 1
    }
    close(file)
    if (!found) print "row " $1 ": no rule " $2 " " $3 " " $4
}
END { for (i = 1; i <= 190; i++) if (!seen[i]) print "row " i " is missing"; print "done" }
' "$TOP/tests/facts-coverage.tsv"
