#!/usr/bin/env bash
# Runs a network of validators on this machine, each a process with its own keys, ports and log.
# Ctrl-C stops it. Builds the node if needed.
#
# Usage: scripts/localnet.sh [N] [OPTION...]
#
#   N                 number of validators, 1 to 10; 4 without it
#   --check           stop once something is finalised; fail when block 15 is made before that
#   --keep            leave the databases, keys and logs when it stops
#   --base DIRECTORY  have them there, and leave them; a network that is there already goes on
#   --rpc-port PORT   RPC port of the first validator, the others have the ports after it; without
#                     it the system chooses free ones
#
# AITBC_NODE: absolute path of a node binary to run instead of one built from the sources.

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

readonly MOST_VALIDATORS=10

main() {
    local size=() options=()
    while (($#)); do
        case $1 in
        --check | --keep) options+=("$1") ;;
        --base)
            (($# > 1)) || wrong_usage "--base needs a directory"
            options+=("--base=$(realpath --canonicalize-missing -- "$2")")
            shift
            ;;
        --rpc-port)
            whole_number "--rpc-port" "${2-}" 65000
            options+=("--rpc-port=$2")
            shift
            ;;
        -h | --help) usage && exit ;;
        -*) wrong_usage "unknown option '$1'" ;;
        *)
            whole_number "the number of validators" "$1" "$MOST_VALIDATORS"
            size+=("$1")
            ;;
        esac
        shift
    done
    ((${#size[@]} < 2)) || wrong_usage "one number of validators is enough, not ${size[*]}"

    "$ROOT/scripts/setup.sh" build e2e
    [[ -n ${AITBC_NODE:-} ]] || step "build the node" build_node
    cd -- "$ROOT/e2e" && exec node --import tsx tools/localnet.ts "--size=${size[0]:-4}" "${options[@]}"
}

# whole_number WHAT TEXT MOST: fails unless TEXT is a number from 1 to MOST.
whole_number() {
    [[ $2 =~ ^[1-9][0-9]{0,4}$ ]] && (($2 <= $3)) ||
        wrong_usage "$1 must be a whole number from 1 to $3, not '$2'"
}

main "$@"
