#!/usr/bin/env bash
# A client for the command line: signs calls and reads the state of a network.
#
# Usage: scripts/client.sh call PALLET.CALL [ARGUMENT...] --secret FILE [--url URL]
#        scripts/client.sh query PALLET.ITEM [KEY...] [--url URL]
#
#   call     sign the call, send it, and wait until it is final. Fails when the call fails, or one
#            inside it: of a batch, a proxy, a multisig, a motion of the council
#   query    print a value of the state as JSON
#
#   PALLET.CALL      as polkadot.js writes it: staking.bond, session.setKeys
#   ARGUMENT, KEY    numbers, addresses, hex, 12.5AITBC for an amount; JSON for what has parts;
#                    null for an argument that may be left out
#   --secret FILE    who signs: a secret phrase, a secret URI such as //Alice, or what
#                    `aitbc-node key generate --output-type json` has written
#   --url URL        a node of the network, ws://127.0.0.1:9944 without it
#
# Examples:
#
#   scripts/client.sh query system.account 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY
#   scripts/client.sh call staking.nominate '["5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"]' --secret me
#   scripts/client.sh call proxy.proxy 5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY null CALL_IN_HEX --secret me

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

main() {
    case ${1:-} in
    call | query) ;;
    -h | --help) usage && exit ;;
    '') wrong_usage "call or query?" ;;
    *) wrong_usage "unknown command '$1'" ;;
    esac
    (($# > 1)) || wrong_usage "$1 what?"
    "$ROOT/scripts/setup.sh" e2e
    exec node --import "$ROOT/e2e/node_modules/tsx/dist/loader.mjs" "$ROOT/e2e/tools/client.ts" "$@"
}

main "$@"
