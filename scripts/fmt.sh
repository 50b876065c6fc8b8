#!/usr/bin/env bash
# Formats every Rust, TOML and TypeScript file of the repository.
#
# Usage: scripts/fmt.sh [--check]
#
#   --check   change nothing, name what is not formatted and end with exit code 1

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

check=() prettier=--write
for argument in "$@"; do
    case $argument in
    --check) check=(--check) prettier=--check ;;
    -h | --help) usage && exit ;;
    *) wrong_usage "unknown argument '$argument'" ;;
    esac
done

"$ROOT/scripts/setup.sh"
cd -- "$ROOT"
failed=0
cargo fmt --all -- "${check[@]}" || failed=1
RUST_LOG=warn scripts/tools/node_modules/.bin/taplo format --colors never "${check[@]}" || failed=1
(cd e2e && node_modules/.bin/prettier --log-level warn --config package.json "$prettier" . '../benches/**/*.mts') || failed=1
((failed == 0)) || die "not formatted as above; scripts/fmt.sh without arguments repairs it"
