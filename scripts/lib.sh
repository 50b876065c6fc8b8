# shellcheck shell=bash
# What the scripts of this directory share. It is sourced, never run:
#
#   source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
#
# It sets ROOT (the repository), CARGO_TARGET_DIR (one directory for every build; set it before to
# choose another) and NODE_BINARY (where build_node leaves the node).

set -euo pipefail

ROOT="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"

# Outside the repository, so that a second clone or a `git clean` does not cost an hour of building.
CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$HOME/.cache/aitbc/target}"
[[ $CARGO_TARGET_DIR == /* ]] || CARGO_TARGET_DIR="$PWD/$CARGO_TARGET_DIR"
export CARGO_TARGET_DIR
export NODE_BINARY="$CARGO_TARGET_DIR/testing/aitbc-node"

if [[ -t 2 && -z ${NO_COLOR:-} ]]; then
    BOLD=$'\e[1m' RED=$'\e[31m' GREEN=$'\e[32m' YELLOW=$'\e[33m' RESET=$'\e[0m'
else
    BOLD='' RED='' GREEN='' YELLOW='' RESET=''
fi

# Messages go to stderr: stdout belongs to what a script produces.
say() { printf '%s==>%s %s\n' "$BOLD" "$RESET" "$*" >&2; }
good() { printf '%s==>%s %s\n' "$GREEN" "$RESET" "$*" >&2; }
warn() { printf '%swarning:%s %s\n' "$YELLOW" "$RESET" "$*" >&2; }
complain() { printf '%serror:%s %s\n' "$RED" "$RESET" "$*" >&2; }
die() {
    complain "$@"
    exit 1
}

have() { command -v -- "$1" >/dev/null 2>&1; }

# The comment at the top of the calling script is its help text.
usage() { awk 'NR == 1 { next } !/^#/ { exit } { sub(/^# ?/, ""); print }' "$0"; }

# For arguments nobody knows: exit code 2, as usual for wrong usage.
wrong_usage() {
    complain "$@"
    printf 'Try: %s --help\n' "$0" >&2
    exit 2
}

# step NAME COMMAND...: runs the command, says its name before and its duration after. A failing
# command ends the script through `set -e`; the trap then names the step it happened in. TIMES lists
# what each step that is done took.
STEP='' TIMES=()
step() {
    local began=$SECONDS
    STEP=$1
    say "$STEP"
    "${@:2}"
    good "$STEP: done in $((SECONDS - began)) s"
    TIMES+=("$(printf '%5d s  %s' $((SECONDS - began)) "$STEP")")
    STEP=''
}
report_failed_step() {
    local code=$?
    [[ $code -eq 0 || -z $STEP ]] || complain "step '$STEP' failed with exit code $code"
}

# What cargo builds and tests from, whichever part of it is wanted. Cargo chooses the features of each
# dependency by the packages that are selected, and compiles it once for each choice; one selection
# means once. `try-runtime` belongs to it since the Rust tests check the invariants of all pallets; the
# Wasm is built without, see runtime/build.rs.
readonly WORKSPACE=(--locked --workspace --features aitbc-node/try-runtime)

# build_node [--bin NAME]: builds what every other script runs, the node with the runtime embedded, and
# NAME with it.
build_node() {
    cd -- "$ROOT" && cargo build "${WORKSPACE[@]}" --profile testing --bin aitbc-node "$@"
}

# The node, and the one that breaks the rules in the end-to-end tests.
build_nodes() { build_node --bin aitbc-byzantine; }

# Where compile_wasm works. In the usual directory its Wasm would take the place of the node's.
readonly WASM_TARGET=$HOME/.cache/aitbc/wasm-target
# shellcheck disable=SC2034 # Other scripts read it.
readonly WASM=$WASM_TARGET/wasm32v1-none/release/aitbc_runtime.wasm

# compile_wasm [FEATURE]: leaves the runtime, with FEATURE, in WASM, uncompressed. The flags and the
# profile are those of the SDK's Wasm builder, which builds only one variant.
compile_wasm() {
    borrow_wasm_dependencies
    cd -- "$ROOT" &&
        CARGO_TARGET_DIR=$WASM_TARGET \
            RUSTFLAGS='-C link-arg=--export-table -C link-arg=--export=__heap_base -C link-arg=--import-memory --cfg substrate_runtime' \
            cargo rustc --locked --lib --crate-type cdylib --package aitbc-runtime \
            --no-default-features --features "${1:-}" --target wasm32v1-none --release \
            --config 'profile.release.lto="thin"' --config 'profile.release.panic="abort"'
}

# The build of the node has compiled the same dependencies with the same flags; a copy saves minutes.
borrow_wasm_dependencies() {
    local built=$CARGO_TARGET_DIR/testing/wbuild/aitbc-runtime/target
    [[ ! -e $WASM_TARGET && -d $built ]] || return 0
    mkdir -p -- "${WASM_TARGET%/*}"
    cp --recursive --preserve=timestamps --reflink=auto -- "$built" "$WASM_TARGET.draft"
    mv --no-target-directory -- "$WASM_TARGET.draft" "$WASM_TARGET"
}

# describe_code FILE: prints where the code of a runtime is, its size in bytes, and its Blake2-256
# hash, by which Substrate knows it.
describe_code() {
    local hash
    hash=$(b2sum --length=256 -- "$1" | cut --delimiter=' ' --fields=1)
    printf '%s\n' "code  $1" "size  $(stat --format=%s -- "$1")" "hash  0x$hash"
}
