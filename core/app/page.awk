# page.awk: a manual page (mdoc) as lines of a C string, in Markdown as far as a few rules go. Used for the resource iam-policy-autopilot://languages.
function say(s) { gsub(/\\/, "\\\\", s); gsub(/"/, "\\\"", s); print "\"" s "\\n\"" }
/^\.Sh SEE/ { exit }
/^\.(Dd|Dt|Os|Nm|Nd|Bl|El)/ || /^\.Sh (NAME|DESCRIPTION)/ { next }
/^\.Pp/ { say(""); next }
/^\.S[hs] / { say(""); say("## " substr($0, 5)); say(""); next }
/^\.It / { say("- " substr($0, 5)); next }
/^\.Xr / { say($2 "(" $3 ")" $4); next }
/^\./ {
    sub(/^\./, "")
    gsub(/Fl Fl /, "--")
    while (sub(/(^| )(Pa|Sy|Cm|Ar|Pq|Sq|Ql|Dq|Ns|Em|Li|Ev)( |$)/, " ")) ;
    gsub(/^ +| +$/, "")
    gsub(/ [.,;:]/, "&")
    gsub(/  +/, " ")
    while (match($0, / [.,;:]( |$)/)) $0 = substr($0, 1, RSTART - 1) substr($0, RSTART + 1)
    if ($0 != "") say($0)
    next
}
{ say($0) }
