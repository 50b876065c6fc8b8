#!/usr/bin/env bash
# Measures weights on this machine with the runtime's own Wasm and writes them as Rust.
#
# Usage: scripts/weights.sh [NAME...]
#
#   NAME   what to measure; without one, everything there is:
#          a folder of pallets/ that has benchmarks         into pallets/NAME/src/weights.rs
#          a stock pallet, e.g. pallet_balances             into runtime/src/weights/NAME.rs
#          elections: the largest one there can be          into runtime/src/weights/elections.rs
#          base: an empty block and an empty transaction    into runtime/src/weights/base.rs
#
# Everything takes half an hour. The first run installs frame-omni-bencher (about 20 minutes) in a
# directory of its own. Run it on a machine that does nothing else; set STEPS, REPEAT and SECONDS_EACH
# lower only to try something.

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

# shellcheck source=scripts/bencher.sh
source "$ROOT/scripts/bencher.sh"

readonly STEPS=${STEPS:-50} REPEAT=${REPEAT:-20} SECONDS_EACH=${SECONDS_EACH:-2}

main() {
    [[ ${1:-} != -h && ${1:-} != --help ]] || { usage && exit; }
    cd -- "$ROOT"
    local name all names=("$@")
    mapfile -t all < <(own_pallets && stock_pallets && echo base)
    for name in "${names[@]}"; do
        [[ " ${all[*]} " == *" $name "* ]] ||
            wrong_usage "nothing to measure is called $name; there are: ${all[*]}"
    done
    ((${#names[@]})) || names=("${all[@]}")

    scripts/setup.sh build
    step bencher install_bencher
    step runtime compile_wasm runtime-benchmarks
    for name in "${names[@]}"; do step "$name" measure "$name"; done
}

own_pallets() { find pallets -path '*/src/benchmarking.rs' | cut -d/ -f2 | sort; }

# All that runtime/src/benchmarks/mod.rs lists but our own and what no trait asks for.
stock_pallets() {
    sed --quiet 's/^ *\[\([a-z_]*\), .*\]$/\1/p' runtime/src/benchmarks/mod.rs |
        grep --invert-match --line-regexp --file=<(
            echo frame_benchmarking
            own_pallets | sed 's/-/_/g; s/^/pallet_/'
        )
}

measure() {
    if [[ $1 == base ]]; then
        measure_base
    elif [[ -e pallets/$1 ]]; then
        measure_pallet "pallet_${1//-/_}" pallet-weights "pallets/$1/src/weights.rs"
    else
        measure_pallet "$1" runtime-weights "runtime/src/weights/$1.rs"
    fi
}

# measure_pallet BENCHMARKS TEMPLATE FILE
measure_pallet() {
    local steps=$STEPS repeat=$REPEAT
    # Its benchmarks set up thousands of accounts for each sample.
    [[ $1 != pallet_staking ]] || steps=$((STEPS < 20 ? STEPS : 20)) repeat=$((REPEAT < 5 ? REPEAT : 5))
    "$BENCHER" v1 benchmark pallet \
        --runtime "$WASM" \
        --genesis-builder-preset benchmarks \
        --pallet "$1" --extrinsic '*' \
        --steps "$steps" --repeat "$repeat" --min-duration "$SECONDS_EACH" \
        --template "scripts/templates/$2.hbs" \
        --output "$3"
}

# The tool's own template is fixed, so only its figures are taken.
measure_base() {
    local results
    results=$(mktemp -d)
    measure_overhead "$results"
    sed "s/{{date}}/$(date --iso-8601)/
        s/{{block}}/$(average "$results/block_weights.rs")/
        s/{{extrinsic}}/$(average "$results/extrinsic_weights.rs")/" \
        scripts/templates/base-weights.txt >runtime/src/weights/base.rs
    rm --recursive -- "$results"
}

# average FILE: the average in nanoseconds that the tool has written there.
average() { sed --quiet 's|^.*///   Average: *||p' "$1"; }

main "$@"
