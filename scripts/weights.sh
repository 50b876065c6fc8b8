#!/usr/bin/env bash
# Measures the weights of our own pallets on this machine and writes pallets/NAME/src/weights.rs.
#
# Usage: scripts/weights.sh [NAME...]
#
#   NAME   a folder of pallets/ that has benchmarks; without one, all that have
#
# The first run installs frame-omni-bencher (about 20 minutes) in a directory of its own.
# Run it on a machine that does nothing else; keep STEPS and REPEAT unless you only try something.

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

# shellcheck source=scripts/bencher.sh
source "$ROOT/scripts/bencher.sh"

readonly STEPS=${STEPS:-50} REPEAT=${REPEAT:-20}

main() {
    [[ ${1:-} != -h && ${1:-} != --help ]] || { usage && exit; }
    cd -- "$ROOT"
    local name names=("$@")
    ((${#names[@]})) || mapfile -t names < <(benchmarked_pallets)
    for name in "${names[@]}"; do
        [[ -e pallets/$name/src/benchmarking.rs ]] ||
            wrong_usage "no benchmarks in pallets/$name; there are: $(benchmarked_pallets | xargs)"
    done

    scripts/setup.sh build
    step bencher install_bencher
    step runtime compile_wasm runtime-benchmarks
    for name in "${names[@]}"; do step "$name" measure "$name"; done
}

benchmarked_pallets() { find pallets -path '*/src/benchmarking.rs' | cut -d/ -f2 | sort; }

measure() {
    "$BENCHER" v1 benchmark pallet \
        --runtime "$WASM" \
        --genesis-builder-preset development \
        --pallet "pallet_${1//-/_}" --extrinsic '*' \
        --steps "$STEPS" --repeat "$REPEAT" \
        --template scripts/templates/pallet-weights.hbs \
        --output "pallets/$1/src/weights.rs"
}

main "$@"
