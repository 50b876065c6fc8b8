#!/usr/bin/env bash
# Writes the chain specs of a preset into chain-specs/, see the README there.
#
# Usage: scripts/chain-spec.sh PRESET...
#        scripts/chain-spec.sh --check
#
#   PRESET    development, e2e, local_testnet, testnet, mainnet or all; writes
#               PRESET.json         genesis values without the runtime, kept in git for review
#               PRESET.plain.json   the same with the runtime: can be edited, `--chain` takes it
#               PRESET.raw.json     genesis storage: what the nodes of a network share
#   --check   write nothing; end with exit code 1 when a PRESET.json in git is not what the
#             preset says today

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

readonly PRESETS=(development e2e local_testnet testnet mainnet)

export_spec() { "$NODE_BINARY" export-chain-spec --chain "$@" 2>"$WORK/stderr" || die "$(<"$WORK/stderr")"; }

# The runtime is one long line of hexadecimal in a plain spec.
without_runtime() { sed '/^ *"code": "0x[0-9a-f]*",$/d'; }

write_specs() {
    local preset=$1 name=chain-specs/$1
    export_spec "$preset" >"$WORK/plain"
    export_spec "$preset" --raw >"$WORK/raw"
    mv -- "$WORK/plain" "$name.plain.json"
    mv -- "$WORK/raw" "$name.raw.json"
    without_runtime <"$name.plain.json" >"$name.json"
    good "$name.json, .plain.json and .raw.json"
}

check_specs() {
    local preset stale=()
    for preset in "${PRESETS[@]}"; do
        export_spec "$preset" >"$WORK/plain"
        without_runtime <"$WORK/plain" >"$WORK/expected"
        diff --unified "chain-specs/$preset.json" "$WORK/expected" >&2 || stale+=("$preset")
    done
    ((${#stale[@]} == 0)) || die "not what the presets say: ${stale[*]}; repair with scripts/chain-spec.sh ${stale[*]}"
}

main() {
    local preset check=0 wanted=()
    (($#)) || wrong_usage "which preset?"
    for preset in "$@"; do
        case " ${PRESETS[*]} " in
        *" $preset "*) wanted+=("$preset") ;;
        *)
            case $preset in
            all) wanted=("${PRESETS[@]}") ;;
            --check) check=1 ;;
            -h | --help) usage && exit ;;
            *) wrong_usage "unknown preset '$preset'; there are: ${PRESETS[*]}" ;;
            esac
            ;;
        esac
    done

    "$ROOT/scripts/setup.sh" build
    build_node
    cd -- "$ROOT"
    WORK=$(mktemp -d)
    trap 'rm -rf -- "$WORK"' EXIT
    ((check == 0)) || check_specs
    for preset in "${wanted[@]}"; do
        write_specs "$preset"
    done
}

main "$@"
