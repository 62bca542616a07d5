#!/usr/bin/env bash
# tell.sh STATUS NOTES: comment the pipeline's issue, which is opened where there is none, when the job did not succeed
# or NOTES say that the release differs from the last one; close it when all is as it was. Needs gh and GH_TOKEN.
set -euo pipefail
status=$1 notes=$2
title="The scheduled pipeline fails or drifts"
run="${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}"
# A comment may have 65,536 characters.
longest=60000

number=$(gh issue list --state open --search "in:title \"$title\"" --json number --jq '.[0].number // empty')
body=$(mktemp)
if [ "$status" != success ]; then
    echo "The [run]($run) did not pass: the build failed, or the release does not hold. Its log says which." >"$body"
elif [ -s "$notes" ] && ! grep -qxE 'no differences|The first release\.' "$notes"; then
    { echo "The release of this [run]($run) differs from the last one."; echo; head -c "$longest" "$notes"; } >"$body"
else
    if [ -n "$number" ]; then
        gh issue close "$number" --comment "The [run]($run) passed, and its release is the last one."
    fi
    exit 0
fi
if [ -n "$number" ]; then
    gh issue comment "$number" --body-file "$body"
else
    gh issue create --title "$title" --body-file "$body"
fi
