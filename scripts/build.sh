#!/usr/bin/env bash
# Builds what a network runs: optimised, without debug assertions, and with the hash of the metadata
# in the runtime, without which hardware wallets cannot sign. It takes an hour or more.
#
# Usage: scripts/build.sh [--runtime]
#
#   --runtime   only the runtime: what an upgrade brings to a network
#
# Prints where it all is, one a line: `node` and its path (without --runtime), `code` and the path of
# the runtime, its `size` in bytes and its Blake2 `hash`, by which the council authorises an upgrade.

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

readonly PROFILE=production
readonly BUILT=$CARGO_TARGET_DIR/$PROFILE

main() {
    local runtime=0
    case ${1:-} in
    '') ;;
    --runtime) runtime=1 ;;
    -h | --help) usage && exit ;;
    *) wrong_usage "unknown option '$1'" ;;
    esac
    (($# < 2)) || wrong_usage "one option is enough"

    "$ROOT/scripts/setup.sh" build
    cd -- "$ROOT"
    if ((runtime)); then
        # The build script compiles the Wasm; the crate itself need not be compiled for this machine.
        step "build the runtime" cargo check --locked --profile "$PROFILE" --package aitbc-runtime \
            --no-default-features --features std,metadata-hash
    else
        step "build the node" cargo build --locked --profile "$PROFILE" --package aitbc-node \
            --features aitbc-runtime/metadata-hash
        printf '%s\n' "node  $BUILT/aitbc-node"
    fi
    describe_code "$BUILT/wbuild/aitbc-runtime/aitbc_runtime.compact.compressed.wasm"
}

main "$@"
