#!/usr/bin/env bash
# Upgrades the runtime of a running network; docs/runtime-upgrade.md explains it step by step.
#
# Usage: scripts/upgrade.sh build [--repaired]
#        scripts/upgrade.sh propose CODE --secret FILE [OPTION...]
#        scripts/upgrade.sh status [PROPOSAL] [OPTION...]
#        scripts/upgrade.sh apply [CODE] [OPTION...]
#
#   build   compile the rehearsal: these sources with the feature next-version, which differ in their
#           spec version, a constant and a migration. Prints path, size and hash of the code. What was
#           built from the same sources before is taken as it is.
#           --repaired: the version after that, which repairs what its failed migration has left
#   propose make a proposal of type ProtocolUpgrade that authorises the code, unless one lives. Prints its
#           number. Takes a power and a bond of 1000 AITBC.
#   status  tell how far a proposal, the newest upgrade without a number, has come, until it is over
#   apply   apply the code if it is authorised; otherwise, while the bootstrap lasts, let the council
#           authorise it before. Ends when the network runs it and its migrations are done. Safe to
#           repeat: it goes on where it, or somebody else, has stopped.
#
#   CODE              file with the runtime, compressed or not; for apply the rehearsal without it
#   --url URL         a node of the network, ws://127.0.0.1:9944 without it
#   --secret FILE     propose: secret phrase or URI of the proposer, or the output of `key generate`
#   --title TEXT, --description TEXT, --link URL
#                     propose: what it says, instead of the version and the hash of the code
#   --once            status: tell where it is now, and end
#   --council FILE    apply: secret phrases or URIs of council members, one a line. Members who do not
#                     share their secrets run this one after the other, each with a FILE of their own.
#                     On development chains //Alice, //Bob, //Charlie and //Dave without it
#
# Exit codes: 0 proposed, enacted or upgraded, 1 failed or came to nothing, 2 wrong usage, 3 not over: more
# council members must agree, or the proposal is alive.

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

# What the code depends on. Everything else is in Cargo.lock.
readonly SOURCES=(Cargo.toml Cargo.lock rust-toolchain.toml runtime pallets primitives)

main() {
    case ${1:-} in
    build)
        case ${*:2} in
        '') build next-version ;;
        --repaired) build repaired-version ;;
        *) wrong_usage "build takes no arguments but --repaired" ;;
        esac
        ;;
    propose | status | apply) upgrade "$@" ;;
    -h | --help) usage ;;
    '') wrong_usage "build, propose, status or apply?" ;;
    *) wrong_usage "unknown command '$1'" ;;
    esac
}

# build FEATURE
build() {
    "$ROOT/scripts/setup.sh" build
    local code
    code=$WASM_TARGET/$1-$(sources_hash).wasm
    [[ -e $code ]] || step "build $1" compile_once "$code" "$1"
    describe_code "$code"
}

sources_hash() {
    (cd -- "$ROOT" && find "${SOURCES[@]}" -type f -print0 | LC_ALL=C sort --zero-terminated |
        xargs --null sha256sum | sha256sum | cut --bytes=-16)
}

# compile_once FILE FEATURE: one of those who compile at the same time does, the others wait.
compile_once() {
    mkdir -p -- "${WASM_TARGET%/*}"
    exec {lock}>"$WASM_TARGET.lock"
    flock "$lock"
    [[ -e $1 ]] || compile "$@"
    exec {lock}>&-
}

# compile FILE FEATURE
compile() {
    compile_wasm "$2"
    compress "$WASM" >"$1.draft"
    mv -- "$1.draft" "$1"
}

# Compressed code is a mark of eight bytes and a zstd frame.
compress() {
    printf '\x52\xbc\x53\x76\x46\xdb\x8e\x05'
    zstd -19 --stdout --quiet -- "$1"
}

# upgrade COMMAND [ARGUMENT] [OPTION...]
upgrade() {
    local command=$1 argument='' options=() valued
    case $command in
    propose) valued='--url --secret --title --description --link' ;;
    status) valued='--url' ;;
    apply) valued='--url --council' ;;
    esac
    shift
    while (($#)); do
        case $1 in
        -h | --help) usage && exit ;;
        --once)
            [[ $command == status ]] || wrong_usage "only status takes --once"
            options+=("$1")
            ;;
        -*)
            [[ " $valued " == *" $1 "* ]] || wrong_usage "unknown option '$1'"
            (($# > 1)) || wrong_usage "$1 needs a value"
            options+=("$1=$2")
            shift
            ;;
        *)
            [[ -z $argument ]] || wrong_usage "$command takes one argument, not '$1' too"
            argument=$1
            ;;
        esac
        shift
    done
    if [[ $command == status ]]; then
        [[ $argument =~ ^[0-9]*$ ]] || wrong_usage "'$argument' is not the number of a proposal"
    else
        [[ $command-$argument != propose- ]] || wrong_usage "which code? name a file"
        [[ -n $argument ]] || argument=$(build next-version | sed -n 's/^code  //p')
        [[ -r $argument ]] || die "there is no file '$argument' to read"
    fi

    "$ROOT/scripts/setup.sh" e2e
    exec node --import "$ROOT/e2e/node_modules/tsx/dist/loader.mjs" "$ROOT/e2e/tools/upgrade.ts" \
        "${options[@]}" "$command" ${argument:+"$argument"}
}

main "$@"
