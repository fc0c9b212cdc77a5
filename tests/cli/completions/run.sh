# The completion scripts are valid and offer what there is.
iam-policy-autopilot completions bash > c.bash
bash -n c.bash && echo bash
if command -v zsh >/dev/null; then iam-policy-autopilot completions zsh > c.zsh && zsh -n c.zsh; fi
cat > try.bash <<'END'
. ./c.bash
compopt() { :; }
iam-policy-autopilot() { echo python; }
offer() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _iam_policy_autopilot; echo "${COMPREPLY[*]}"; }
offer iam-policy-autopilot gen
offer iam-policy-autopilot generate-policies --pre
offer iam-policy-autopilot generate-policies --conditions ''
offer iam-policy-autopilot extract-sdk-calls -l p
offer iam-policy-autopilot reference --list op
END
bash try.bash
iam-policy-autopilot completions fish
echo $?
