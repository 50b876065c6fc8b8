#!/usr/bin/env bash
# Everything that must hold before a change is accepted; CI runs exactly this.
#
# Usage: scripts/test.sh [--long] [STEP...]
#
#   format    Rust, TOML and TypeScript are formatted as scripts/fmt.sh does it
#   shell     shellcheck over the scripts, where it is installed
#   licences  cargo-deny over the dependencies, where it is installed
#   clippy    every target with every feature, warnings are errors
#   build     the node with the runtime embedded
#   rust      the Rust tests of all crates
#   upgrade   the runtime's tests once more, as its next version and with all invariants
#   specs     chain-specs/ in git says what the runtime's presets say
#   types     TypeScript types of the end-to-end tests
#   e2e       end-to-end tests of the short tier, against real nodes
#
# Without STEP: all of them, in this order. The first failure ends it.
#
#   --long   10 000 cases of each property instead of 1 000, a migration that fails, and the end-to-end
#            tests of the long tier

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

readonly STEPS=(format shell licences clippy build rust upgrade specs types e2e)

check_format() { scripts/fmt.sh --check; }

check_shell() {
    if ! have shellcheck; then
        warn "shellcheck is not installed: skipped"
        return
    fi
    local files
    mapfile -t files < <(git ls-files --cached --others --exclude-standard -- '*.sh' .ci/run)
    shellcheck --severity=warning --external-sources --source-path=SCRIPTDIR "${files[@]}"
}

check_licences() {
    if ! have cargo-deny; then
        warn "cargo-deny is not installed: skipped"
        return
    fi
    # Not the advisories: they need a database from github.com at the time of the run.
    cargo deny --locked --log-level error check bans licenses sources
}

check_clippy() {
    # Lints do not look at the runtime Wasm, so it is not built for them.
    SKIP_WASM_BUILD=1 cargo clippy --locked --profile testing --workspace --all-targets \
        --features aitbc-node/runtime-benchmarks,aitbc-node/try-runtime -- --deny warnings
}

check_build() { build_node; }

check_rust() { cargo nextest run --locked --cargo-profile testing --workspace; }

# The tests of the runtime once more, as the next version: with the invariants of all stock pallets
# checked after each block, and with the migration of the rehearsed upgrade. With `try-runtime` a
# migration that fails panics, so the long run has one fail without.
check_upgrade() {
    local as_next_version=(cargo nextest run --locked --cargo-profile testing --package aitbc-runtime)
    SKIP_WASM_BUILD=1 "${as_next_version[@]}" --features try-runtime,next-version
    [[ -z ${AITBC_E2E_LONG:-} ]] ||
        SKIP_WASM_BUILD=1 "${as_next_version[@]}" --features next-version failed_migration
}

check_specs() { scripts/chain-spec.sh --check; }

check_types() { e2e/node_modules/.bin/tsc --noEmit --project e2e; }

check_e2e() { scripts/e2e.sh all; }

main() {
    local name names=()
    for name in "$@"; do
        case $name in
        -h | --help) usage && exit ;;
        --long) export PROPTEST_CASES=10000 AITBC_E2E_LONG=1 ;;
        *)
            [[ " ${STEPS[*]} " == *" $name "* ]] ||
                wrong_usage "unknown step '$name'; the steps are: ${STEPS[*]}"
            names+=("$name")
            ;;
        esac
    done
    ((${#names[@]})) || names=("${STEPS[@]}")

    trap report_failed_step EXIT
    cd -- "$ROOT"
    step setup scripts/setup.sh
    for name in "${names[@]}"; do
        step "$name" "check_$name"
    done
    good "all passed in $SECONDS s: ${names[*]}"
}

main "$@"
