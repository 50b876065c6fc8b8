#!/usr/bin/env bash
# Measures weights on this machine with the runtime's own Wasm and writes them as Rust.
#
# Usage: scripts/weights.sh [NAME...]
#        scripts/weights.sh check-blocks [TEXT]
#
#   NAME   what to measure; without one, everything there is:
#          a folder of pallets/ that has benchmarks         into pallets/NAME/src/weights.rs
#          a stock pallet, e.g. pallet_balances             into runtime/src/weights/NAME.rs
#          elections: the largest one there can be          into runtime/src/weights/elections.rs
#          base: an empty block and an empty transaction    into runtime/src/weights/base.rs
#          database: a read and a write of the state        into runtime/src/weights/database.rs
#
#   check-blocks   builds and executes full blocks of the commonest transactions on a database with a million
#                  accounts, and as many entries in whatever else they write to. Prints how long that takes and
#                  what they declare, with TEXT only those with that in their names. Blocks of empty transactions
#                  in between tell how slow the machine is by then, compared with the one of `base`. Of all times
#                  those count that a quarter are shorter than: what else a machine does only adds to them. Exit
#                  code 1 if a block would take longer there than it declares, declares more than 1.3 times what
#                  it would take and a hundredth of a block too much, or would not be built and executed within a
#                  slot
#
# Everything takes half an hour. The first run installs frame-omni-bencher (about 20 minutes) in a
# directory of its own. `base`, `database` and `check-blocks` measure what a release contains, and compile it first,
# which takes up to an hour; then the first two take some minutes, and `check-blocks` most of an hour and 18 GiB of
# memory. Run it on a machine that does nothing else; set STEPS, REPEAT and SECONDS_EACH lower only to try something.

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

# shellcheck source=scripts/bencher.sh
source "$ROOT/scripts/bencher.sh"

readonly BLOCKS=$CARGO_TARGET_DIR/production/aitbc-bench-blocks
readonly STEPS=${STEPS:-50} REPEAT=${REPEAT:-20} SECONDS_EACH=${SECONDS_EACH:-2}

main() {
    [[ ${1:-} != -h && ${1:-} != --help ]] || { usage && exit; }
    cd -- "$ROOT"
    if [[ ${1:-} == check-blocks ]]; then
        (($# < 3)) || wrong_usage "check-blocks takes one text"
        scripts/setup.sh build
        step bench build_bench
        "$BLOCKS" blocks "${2:-}"
        return
    fi
    local name all names=("$@")
    mapfile -t all < <(own_pallets && stock_pallets && printf '%s\n' database base)
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
    elif [[ $1 == database ]]; then
        measure_database
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

# The tool's own template is fixed, so only its figure of a block is taken. Its transactions are few, and need no
# database, so those are measured in full blocks here, with a tenth on top: no machine is always as fast as when
# it is measured. What extensions declare themselves is not in the base of a transaction.
measure_base() {
    step bench build_bench
    local results empty extensions extrinsic
    results=$(mktemp -d)
    measure_overhead "$results"
    read -r empty extensions < <("$BLOCKS" base)
    extrinsic=$((empty * 11 / 10 - extensions))
    ((extrinsic > 0)) || die "extensions declare more than a transaction takes"
    sed "s/{{date}}/$(date --iso-8601)/
        s/{{block}}/$(average "$results/block_weights.rs")/
        s/{{empty}}/$empty/
        s/{{extensions}}/$extensions/
        s/{{extrinsic}}/$extrinsic/" \
        scripts/templates/base-weights.txt >runtime/src/weights/base.rs
    rm --recursive -- "$results"
}

measure_database() {
    step bench build_bench
    local read write
    read -r read write < <("$BLOCKS" database)
    sed "s/{{date}}/$(date --iso-8601)/
        s/{{read}}/$read/
        s/{{write}}/$write/" scripts/templates/database-weights.txt >runtime/src/weights/database.rs
}

# Selected with the node, so that both share what they consist of.
build_bench() {
    cargo build --locked --profile production --package aitbc-node --package aitbc-bench-blocks \
        --bin aitbc-bench-blocks --features aitbc-runtime/metadata-hash
}

# average FILE: the average in nanoseconds that the tool has written there.
average() { sed --quiet 's|^.*///   Average: *||p' "$1"; }

main "$@"
