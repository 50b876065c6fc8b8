#!/usr/bin/env bash
# Measures what parts of the chain cost, and prints a table of it.
#
# Usage: scripts/bench.sh WHAT
#
#   consensus   the hooks of block production and the announcement of a schedule in the header, for
#               4, 50 and 200 validators, against the compute budget of a block
#
# Times are medians of the runtime's Wasm on this machine, without the cost of the database. The
# first run installs frame-omni-bencher (about 20 minutes).

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/bencher.sh
source "$ROOT/scripts/bencher.sh"

main() {
    case ${1:-} in
    consensus) ;;
    -h | --help) usage && exit ;;
    *) wrong_usage "say what to measure: consensus" ;;
    esac
    cd -- "$ROOT"
    scripts/setup.sh build e2e
    step bencher install_bencher
    step runtime compile_wasm runtime-benchmarks
    RESULTS=$(mktemp -d)
    trap 'rm -rf -- "$RESULTS"; report_failed_step' EXIT
    local validators
    for validators in 4 50 200; do
        step "$validators validators" measure "$validators"
    done
    (cd -- e2e && node --import tsx ../benches/consensus.mts "$RESULTS"/*.json)
}

# measure N: the cost of an ordinary block and of the begin of a session with N validators.
measure() {
    "$BENCHER" v1 benchmark pallet --quiet --extra \
        --runtime "$WASM" \
        --genesis-builder-preset mainnet \
        --pallet pallet_availability --extrinsic ordinary_block,begin_session \
        --low "$1" --high "$1" --steps 2 --repeat 50 --min-duration 1 \
        --json-file "$RESULTS/$1.json" >"$RESULTS/log" 2>&1 || {
        cat -- "$RESULTS/log" >&2
        return 1
    }
}

main "$@"
