# The README's example, as a new user would try it: the commands print what stands below them.
awk '/^```/ { on = !on; next } on' "$TOP/README.md" > text
awk '/^\$ cat app.py/ { on = 1; next } /^\$ / { on = 0 } on' text > app.py
awk '/^\$ iam/ { on = 1; next } /^\$ / { on = 0 } on' text > want
sh -c "$(grep '^\$ iam' text | cut -c3-)" > got
diff want got && echo same
