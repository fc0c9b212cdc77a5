# The result depends neither on threads nor on the order of inputs.
cp -r "$TOP/tests/demo" src
i=0
while [ $i -lt 60 ]; do
    i=$((i + 1))
    { cat src/orders/storage.py; yes '# filler' | head -c 9000; } > "src/copy$i.py"
done
iam-policy-autopilot generate-policies src --explain '*' -j 1 > one
iam-policy-autopilot generate-policies src --explain '*' -j 8 > two
find src -name '*.py' | sort -r | xargs iam-policy-autopilot generate-policies --explain='*' -j 3 > three
cmp one two && cmp one three && echo same
