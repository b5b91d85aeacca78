#!/usr/bin/env bash
# Write the reports beside the examples anew.
set -euo pipefail
cd "$(dirname "$0")"
for casebook in */casebook.toml; do
    folder=$(dirname "$casebook")
    claimtrack report "$casebook" --audience internal --format text > "$folder/report.txt"
    claimtrack report "$casebook" --audience public --format markdown > "$folder/report.md"
done
