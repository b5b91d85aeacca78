#!/usr/bin/env bash
# Write the reports and pictures beside the examples anew.
set -euo pipefail
cd "$(dirname "$0")"
for casebook in */casebook.toml; do
    folder=$(dirname "$casebook")
    claimtrack report "$casebook" --full --audience internal --format text > "$folder/report.txt"
    claimtrack report "$casebook" --audience public --format markdown > "$folder/brief.md"
    claimtrack picture "$casebook" --audience public --format svg > "$folder/case.svg"
done
