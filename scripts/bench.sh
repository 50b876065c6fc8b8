#!/usr/bin/env bash
# Measures what parts of the chain cost, and prints a table of it.
#
# Usage: scripts/bench.sh WHAT [FILE]
#        scripts/bench.sh ab LEVER|NODE [--rounds N]
#
#   consensus      the hooks of block production and the announcement of a schedule in the header, for
#                  4, 50 and 200 validators, reports of two blocks in one slot, the VRF of a header, and the
#                  largest election, against the compute budget of a block. The first run installs
#                  frame-omni-bencher (about 20 minutes)
#   pools          opening, judging and closing the pool of a block, crediting, the begin of a session, flows of
#                  the forum, and all that a block does about pools, by the number of validators and of holders of
#                  reputation; then what policing measures. With HOLDERS=1000000 in the environment it goes up to a
#                  million of them, which takes ten minutes more. The first run installs frame-omni-bencher
#   policing       on networks of nodes, the bytes of votes in a block, and how long validators judge and propose
#                  blocks while 10 000 transactions wait. Takes about 15 minutes when the nodes are built
#   openclaw       proposals and votes, with 10 to 100 000 votes and holders, or with as many as HOLDERS in the
#                  environment says; a typical vote against a transfer, the hook when it is idle, and what weights
#                  declare. Writes the tables into benches/openclaw.md. The first run installs frame-omni-bencher
#   compute        each call of escrows and GPU staking and the hook of deadlines, among 100 and 100 000 escrows,
#                  streams, providers and tasks; some transactions against a transfer; 100 000 streams that end at the
#                  same moment. Writes the tables into benches/compute.md. Takes about an hour. The first run
#                  installs frame-omni-bencher
#   agents         the registry, searches, messages, wallets and visits of wallets that vote by strategy, among 100 and
#                  100 000 others; a vote by strategy against a transfer, a call of a wallet against the bare one, the
#                  hook when nobody votes. Writes the tables into benches/agents.md. Takes about half an hour. The first
#                  run installs frame-omni-bencher
#   sync           how fast a new node syncs a thousand blocks, with and without verifying their VRFs. Takes
#                  about 20 minutes when the node is built
#   network        on networks of nodes of the production build, how many transfers they take in a second while
#                  24 000 wait, how long each takes, and what becomes of 24 000 and 48 000 that come at once, also
#                  when one of four validators is killed and comes back, and when all levers, see ab, are off. Exit
#                  code 1 if a goal is missed. Builds a node like that of scripts/build.sh, parts of which can be
#                  turned off, which takes an hour or more, unless AITBC_NODE names one. Then about half an hour more;
#                  with `--quick` behind it loads last for 40 s instead of two minutes.
#                  Keeps what it measured in benches/results
#   report         makes docs/performance.md of the newest of them
#   ab LEVER       compares that node with itself without waiting-room, built-in-runtime, signature-cache or pace:
#                  whether the lever makes it take 5 % more transfers in a second, or 5 % more of them at all, or
#                  5 % less processor time for them. Networks of four validators of each are given 24 000
#                  transfers at once by turns, four times or N. Takes about ten minutes
#   ab NODE        the same with the binary of another node instead
#   voting-power   what the histories of balances cost: transfers against those of stock accounts, power
#                  and snapshots, growth of the state. Takes about five minutes when all is built
#   economics      who earns and loses how much reputation by making and judging blocks: over years, by coalitions,
#                  fees paid to oneself and mistakes, by the parameters of mainnet's runtime. Takes about three
#                  minutes when the node is built. With FILE, by the parameters in it instead
#
# But for policing, network, sync and economics, times are medians of the runtime's Wasm on this machine, without the cost
# of the database. Leave the machine alone meanwhile. Exit code 1 if something costs more than the design allows,
# or the economy is not what docs/economics.md says.

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=scripts/bencher.sh
source "$ROOT/scripts/bencher.sh"

main() {
    local what file=
    case ${1:-} in
    consensus) what=bench_consensus ;;
    pools) what=bench_pools ;;
    openclaw) what=bench_openclaw ;;
    compute) what=bench_compute ;;
    agents) what=bench_agents ;;
    policing) what=bench_policing ;;
    sync) what=bench_sync ;;
    network)
        what=bench_network
        file=${2:-}
        [[ -z $file || $file == --quick ]] || wrong_usage "unknown option '$file'"
        ;;
    ab)
        [[ -n ${2:-} ]] || wrong_usage "name a lever, or the binary of another node"
        bench_ab "${@:2}"
        exit
        ;;
    report) what=bench_report ;;
    voting-power) what=bench_voting_power ;;
    economics)
        what=bench_economics
        [[ -z ${2:-} ]] || file=$(realpath -- "$2")
        ;;
    -h | --help) usage && exit ;;
    *) wrong_usage "say what to measure: consensus, pools, policing, openclaw, compute, agents, sync, network, report, ab, voting-power or economics" ;;
    esac
    cd -- "$ROOT"
    RESULTS=$(mktemp -d)
    trap 'report_failed_step; rm -rf -- "$RESULTS"' EXIT
    "$what" "$file"
}

bench_consensus() {
    scripts/setup.sh build e2e
    step bencher install_bencher
    step runtime compile_wasm runtime-benchmarks
    local validators
    for validators in 4 50 200; do
        step "$validators validators" measure "$validators" \
            pallet_availability ordinary_block,begin_session "$validators"
        step "reports among $validators" measure "reports-$validators" pallet_equivocation \
            begin_session,report_of_small_headers,report_of_largest_headers "$validators"
    done
    step vrf measure vrf pallet_vrf_beacon enter_block 0
    step election measure election elections elect 0
    (cd -- e2e && node --import tsx ../benches/consensus.mts "$RESULTS"/*.json)
}

bench_pools() {
    scripts/setup.sh build e2e
    step bencher install_bencher
    step runtime compile_wasm runtime-benchmarks
    local pool=pallet_validation_pool number holders
    step 'open and credit' measure open $pool open_block_pool,credit 0
    step close measure close $pool close_block_pool 32
    step 'begin of a session' measure session $pool begin_session 200
    for number in 1 4 16; do
        step "vote on $number blocks" measure "vote-$number" $pool vote "$number"
    done
    for number in 1 9 73; do
        step "flow of $number visits" measure "flow-$number" pallet_forum propagate "$number"
    done
    for number in 10 50 200; do
        step "$number validators" measure "validators-$number" $pool judged_block "$number,0"
    done
    # They are made for each sample anew: a million of them takes ten minutes.
    for holders in 10 10000 ${HOLDERS:-100000}; do
        REPEAT=$((holders > 10000 ? 2 : 20)) \
            step "$holders holders" measure "holders-$holders" $pool judged_block "50,$holders"
    done
    local failed=
    (cd -- e2e && node --import tsx ../benches/pools.mts "$RESULTS"/*.json) || failed=yes
    bench_policing
    [[ -z $failed ]]
}

bench_policing() {
    scripts/setup.sh build e2e
    [[ -n ${AITBC_NODE:-} ]] || step "build the node" build_node
    (cd -- e2e && node --import tsx ../benches/policing.mts)
}

bench_openclaw() {
    scripts/setup.sh build e2e
    step bencher install_bencher
    step runtime compile_wasm runtime-benchmarks
    local pallet=pallet_openclaw votes
    local among=propose_among,vote_among,cast_for_delegator_among,finalise_among,enact_among
    step transfer measure transfer pallet_balances transfer_keep_alive 0
    step 'vote and idle hook' measure vote $pallet typical_vote,poll 0
    step 'delegators' measure delegators $pallet cast_delegators 4
    for votes in 10 1000 100000; do
        # Making so many takes a while, each time.
        REPEAT=$((votes > 10000 ? 3 : 50)) \
            step "$votes votes" measure "votes-$votes" $pallet $among "$votes,10"
    done
    local holders=${HOLDERS:-100000}
    REPEAT=$((holders > 100000 ? 1 : 3)) step "$holders holders" measure holders $pallet $among "10,$holders"
    (cd -- e2e && node --import tsx ../benches/openclaw.mts ../pallets/openclaw/src/weights.rs \
        "$RESULTS"/*.json) | tee benches/openclaw.md
}

bench_compute() {
    scripts/setup.sh build e2e
    step bencher install_bencher
    step runtime compile_wasm runtime-benchmarks
    step 'transaction that does nothing' measure_base
    step transfer measure transfer pallet_balances transfer_keep_alive 0
    step 'idle hook' measure hook pallet_deadlines poll 0
    local tasks others repeat
    for tasks in 100 100000; do
        # Making so many takes a while, each time.
        REPEAT=$((tasks > 10000 ? 10 : 50)) \
            step "hook with $tasks tasks" \
            measure "hook-$tasks" pallet_deadlines idle_among,due_among "$tasks"
    done
    # The component of these benchmarks says which call.
    for others in few many; do
        repeat=50
        [[ $others == few ]] || repeat=3
        REPEAT=$repeat step "escrows and streams among $others" \
            measure "escrow-$others" pallet_escrow "calls_among_$others" 0 16
        REPEAT=$repeat step "GPU staking among $others" \
            measure "gpu-staking-$others" pallet_gpu_staking "calls_among_$others" 0 12
    done
    REPEAT=1 step herd measure herd pallet_escrow herd 0
    (cd -- e2e && node --import tsx ../benches/compute.mts "$RESULTS/base" "$RESULTS"/*.json) | tee benches/compute.md
}

bench_agents() {
    scripts/setup.sh build e2e
    step bencher install_bencher
    step runtime compile_wasm runtime-benchmarks
    step 'transaction that does nothing' measure_base
    step transfer measure transfer pallet_balances transfer_keep_alive 0
    step 'idle hook' measure hook pallet_agent_wallet idle 0
    REPEAT=10 step 'search among a thousand' measure match pallet_agents match_among_a_thousand 0
    # The component of these benchmarks says which call, and whether the wallet votes.
    local others repeat
    for others in few many; do
        repeat=50
        [[ $others == few ]] || repeat=3
        REPEAT=$repeat step "the registry among $others" \
            measure "agents-$others" pallet_agents "calls_among_$others" 0 10
        REPEAT=$repeat step "a search among $others" \
            measure "match-$others" pallet_agents "match_among_$others" 0
        REPEAT=$repeat step "wallets among $others" \
            measure "wallets-$others" pallet_agent_wallet "calls_among_$others" 0 3
        REPEAT=$repeat step "votes among $others" \
            measure "votes-$others" pallet_agent_wallet "visits_among_$others" 0 1
    done
    (cd -- e2e && node --import tsx ../benches/agents.mts "$RESULTS/base" "$RESULTS"/*.json) | tee benches/agents.md
}

# measure FILE BENCHMARKS NAMES N [HIGHEST]: the cost of these benchmarks, with N validators if they ask for it,
# or with each number from N on up to the highest.
measure() {
    local steps=2
    [[ -z ${5:-} ]] || steps=$(($5 - $4 + 1))
    "$BENCHER" v1 benchmark pallet --quiet --extra \
        --runtime "$WASM" \
        --genesis-builder-preset mainnet \
        --pallet "$2" --extrinsic "$3" \
        --low "$4" --high "${5:-$4}" --steps "$steps" --repeat "${REPEAT:-50}" --min-duration 1 \
        --json-file "$RESULTS/$1.json" >"$RESULTS/log" 2>&1 || {
        cat -- "$RESULTS/log" >&2
        return 1
    }
}

# What a transaction costs beside its call: its signature, its extensions and its fee.
measure_base() {
    measure_overhead "$RESULTS" >"$RESULTS/log" 2>&1 || {
        cat -- "$RESULTS/log" >&2
        return 1
    }
    sed --quiet 's|^.*///   Median: *||p' "$RESULTS/extrinsic_weights.rs" | tr --delete _ >"$RESULTS/base"
}

bench_sync() {
    scripts/setup.sh build e2e
    [[ -n ${AITBC_NODE:-} ]] || step "build the node" build_node
    (cd -- e2e && node --import tsx ../benches/sync.mts)
}

# What puts a load on networks, and the production build of the node unless AITBC_NODE names another.
build_for_load() {
    scripts/setup.sh build e2e
    step load cargo build "${WORKSPACE[@]}" --profile testing --bin aitbc-bench-load
    if [[ -z ${AITBC_NODE:-} ]]; then
        step node cargo build --locked --profile production --package aitbc-node --package aitbc-bench-node \
            --bin aitbc-bench-node --features aitbc-runtime/metadata-hash
        export AITBC_NODE=$CARGO_TARGET_DIR/production/aitbc-bench-node
    fi
}

# Other nodes do not look at what is to be off.
require_levers() {
    if AITBC_LEVERS_OFF=none "$AITBC_NODE" --version >/dev/null 2>&1; then
        die "levers of $AITBC_NODE cannot be turned off: name an aitbc-bench-node in AITBC_NODE, or none"
    fi
}

# bench_network [--quick]
bench_network() {
    build_for_load
    require_levers
    (cd -- e2e && node --import tsx ../benches/network.mts ${1:+"$1"})
}

bench_report() {
    scripts/setup.sh e2e
    (cd -- e2e && node --import tsx ../benches/report.mts)
}

readonly LEVERS=(waiting-room built-in-runtime signature-cache pace)

# bench_ab LEVER|NODE [--rounds N]
bench_ab() {
    local other=$1 rounds=4
    if [[ " ${LEVERS[*]} " != *" $other "* ]]; then
        [[ -x $other && ! -d $other ]] || wrong_usage "'$other' is no binary, and no lever: ${LEVERS[*]}"
        other=$(realpath -- "$other")
    fi
    case ${2:-} in
    '') ;;
    --rounds)
        rounds=${3:-}
        # By how much runs of the same node differ, one does not tell.
        [[ $rounds =~ ^([2-9]|[1-9][0-9])$ ]] || wrong_usage "--rounds wants a number from 2 to 99"
        ;;
    *) wrong_usage "unknown option '$2'" ;;
    esac
    cd -- "$ROOT"
    build_for_load
    [[ -x $other ]] || require_levers
    (cd -- e2e && node --import tsx ../benches/ab.mts "$other" "$rounds")
}

bench_voting_power() {
    scripts/setup.sh build
    step tool cargo build "${WORKSPACE[@]}" --profile testing --bin aitbc-bench-voting-power
    step 'runtime with stock accounts' compile_wasm stock-accounts
    cp -- "$WASM" "$RESULTS/stock.wasm"
    step runtime compile_wasm
    cp -- "$WASM" "$RESULTS/ours.wasm"
    "$CARGO_TARGET_DIR/testing/aitbc-bench-voting-power" \
        --wasm "$RESULTS/ours.wasm" --stock-wasm "$RESULTS/stock.wasm"
}

# bench_economics FILE: by the parameters in FILE, or without any by those of the node's runtime.
bench_economics() {
    scripts/setup.sh e2e
    if [[ -z $1 && -z ${AITBC_NODE:-} ]]; then
        scripts/setup.sh build
        step "build the node" build_node
    fi
    step economics run_economics "$1"
}

run_economics() { (cd -- e2e && node --import tsx ../benches/economics.mts ${1:+"$1"}); }

main "$@"
