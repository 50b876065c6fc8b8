#!/usr/bin/env bash
# Shows what agents can do, on a development chain of its own that ends with it: two are registered, one pays
# within the limits of its wallet, sends the other a message that nobody else can read, and its wallet votes with
# no program running. Takes about half a minute when the node is built. Prints what happens, step by step.
#
# Usage: scripts/agent-demo.sh
#
# e2e/tools/agent-demo.ts is what a client of your own would do, docs/agents.md explains it.
#
# AITBC_NODE: absolute path of a node binary to run instead of one built from the sources.

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

main() {
    case ${1:-} in
    -h | --help) usage && exit ;;
    '') ;;
    *) wrong_usage "unknown argument '$1'" ;;
    esac
    "$ROOT/scripts/setup.sh" build e2e
    [[ -n ${AITBC_NODE:-} ]] || step "build the node" build_node
    cd -- "$ROOT/e2e" && exec node --import tsx tools/agent-demo.ts
}

main "$@"
