# Where help goes, and the words that scripts of the AWS tool look for.
iam-policy-autopilot > out 2> err
echo "no arguments: $? $(wc -c < out) $(grep -c Usage err)"
iam-policy-autopilot --help > out 2> err
echo "--help: $? $(wc -c < err)"
grep -o 'Unified tool that combines IAM policy generation\|generate-policies \|fix-access-denied ' out
for c in $(iam-policy-autopilot help | sed -n '/^Commands/,/^$/{/not in this version/d;s/^  \([a-z-]*\) .*/\1/p}'); do
    iam-policy-autopilot help "$c" > one
    iam-policy-autopilot "$c" -h > two
    iam-policy-autopilot "$c" --help --and anything > three
    cmp one two
    cmp two three
    grep -q "^Usage: iam-policy-autopilot $c" one || echo "no usage of $c"
done
iam-policy-autopilot extract-sdk-calls -h | grep -o 'Extracts AWS SDK method calls from source code files\|--pretty \|--full-output '
