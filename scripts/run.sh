#!/usr/bin/env bash
# Builds the node and runs a development chain in the foreground: one validator, a block every
# 2 seconds, a fresh chain at each start. Ctrl-C ends it.
#
# Usage: scripts/run.sh [--check] [NODE OPTION...]
#
#   --check   try it out instead: start on free ports in a temporary directory, wait until
#             3 blocks are finalised, stop; exit code 0 when all of that went well
#
# Everything else goes to the node, for example:
#
#   scripts/run.sh --rpc-port 9955
#   scripts/run.sh --base-path "$HOME/aitbc"     keeps the chain between runs
#   scripts/run.sh --sealing instant             a block for each transaction
#
# `scripts/run.sh -- --help` shows the options of the node.

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

readonly WANTED=3
# The blocks take about 15 seconds; the rest is for a machine that is busy with something else.
readonly DEADLINE_SECONDS=180

main() {
    local check=0 options=()
    while (($#)); do
        case $1 in
        --check) check=1 ;;
        -h | --help) usage && exit ;;
        --)
            shift
            options+=("$@")
            break
            ;;
        *) options+=("$1") ;;
        esac
        shift
    done

    "$ROOT/scripts/setup.sh" build
    say "building the node (about half an hour the first time)"
    build_node
    if ((check)); then
        check_chain "${options[@]}"
    else
        say "development chain; RPC at ws://127.0.0.1:9944 unless you chose another port; Ctrl-C ends it"
        exec "$NODE_BINARY" --dev "${options[@]}"
    fi
}

# check_chain NODE OPTION...: see --check above.
check_chain() {
    WORK=$(mktemp -d)
    LOG=$WORK/node.log
    trap clean_up EXIT

    say "starting a development chain; waiting for $WANTED finalised blocks"
    "$NODE_BINARY" --dev --base-path "$WORK" --rpc-port 0 --port 0 --no-prometheus "$@" >"$LOG" 2>&1 &
    NODE_PID=$!
    await_finalised
    stop_node
    good "the chain works: blocks are produced and finalised, the node stops cleanly"
}

await_finalised() {
    local last=0 now deadline=$((SECONDS + DEADLINE_SECONDS))
    while ((last < WANTED)); do
        kill -0 "$NODE_PID" 2>/dev/null || fail "the node ended on its own"
        ((SECONDS < deadline)) || fail "only $last blocks finalised in $DEADLINE_SECONDS seconds"
        sleep 0.5
        now=$(finalised)
        ((now == last)) || say "finalised block $now"
        last=$now
    done
}

# The number of the last finalised block in the log; 0 before there is one.
finalised() {
    awk 'match($0, /finalized #[0-9]+/) { n = substr($0, RSTART + 11, RLENGTH - 11) } END { print n + 0 }' "$LOG"
}

stop_node() {
    local pid=$NODE_PID code=0
    kill -TERM "$pid"
    wait "$pid" || code=$?
    NODE_PID=''
    ((code == 0)) || fail "the node did not stop cleanly: exit code $code"
}

fail() {
    complain "$*; the end of its log:"
    tail -n 40 -- "$LOG" >&2
    exit 1
}

clean_up() {
    [[ -z ${NODE_PID:-} ]] || kill -KILL "$NODE_PID" 2>/dev/null || true
    rm -rf -- "$WORK"
}

main "$@"
