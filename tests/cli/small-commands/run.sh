# version, telemetry, languages.
iam-policy-autopilot version | sed 's/[0-9][0-9.]*/N/'
iam-policy-autopilot --version | sed 's/[0-9][0-9.]*/N/'
iam-policy-autopilot -V | sed 's/[0-9][0-9.]*/N/'
iam-policy-autopilot version --verbose | sed 's/ [0-9][^ ,]*/ N/; s/sha256:[0-9a-f]*/HASH/'
iam-policy-autopilot telemetry
iam-policy-autopilot telemetry --enable
iam-policy-autopilot telemetry --disable --status
iam-policy-autopilot languages | grep python
iam-policy-autopilot languages --list | sort -c && echo sorted
