# shellcheck shell=bash
# The tool that runs benchmarks of the runtime's Wasm. It is sourced after lib.sh, never run.

readonly BENCHER_VERSION=0.28.0
readonly TOOLS=$HOME/.cache/aitbc/tools
readonly BENCHER=$TOOLS/bin/frame-omni-bencher

# Installs it in a directory of its own, unless it is there. Takes about 20 minutes.
install_bencher() {
    if [[ -x $BENCHER && $("$BENCHER" --version) == *" $BENCHER_VERSION"* ]]; then return; fi
    CARGO_TARGET_DIR=$HOME/.cache/aitbc/omni-bencher-target \
        cargo install --locked "frame-omni-bencher@$BENCHER_VERSION" --root "$TOOLS"
}

# measure_overhead DIRECTORY: writes there what an empty block and an empty transaction take, as the Rust of the tool.
measure_overhead() {
    "$BENCHER" v1 benchmark overhead \
        --runtime "$WASM" \
        --genesis-builder runtime --genesis-builder-preset benchmarks \
        --weight-path "$1"
}
