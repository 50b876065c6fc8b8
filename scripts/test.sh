#!/usr/bin/env bash
# Everything that must hold before a change is accepted; CI runs exactly this.
#
# Usage: scripts/test.sh [--long] [STEP...]
#
#   format     Rust, TOML and TypeScript are formatted as scripts/fmt.sh does it
#   shell      shellcheck over the scripts, where it is installed
#   structure  circular imports, lists of features, hidden panics, pages of pallets, figures of speed: scripts/checks/
#   licences   cargo-deny over the dependencies, where it is installed
#   clippy     every target with every feature, warnings are errors
#   build      the node with the runtime embedded, and one that breaks the rules
#   rust       the Rust tests of all crates, those of the runtime with the invariants of all pallets
#   upgrade    the migration of the rehearsed upgrade, on a state with history
#   specs      chain-specs/ in git says what the runtime's presets say
#   types      TypeScript types of the end-to-end tests
#   e2e        end-to-end tests of the short tier, against real nodes
#
# Without STEP: all of them, in this order. The first failure ends it. What each took stands at the end.
#
#   --long   10 000 cases of each property instead of 1 000, the runtime's tests as its next version, a migration
#            that fails, and the end-to-end tests of the long tier

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

readonly STEPS=(format shell structure licences clippy build rust upgrade specs types e2e)

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

check_structure() {
    local check failed=0
    for check in scripts/checks/*; do
        "$check" || failed=1
    done
    return "$failed"
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
    SKIP_WASM_BUILD=1 cargo clippy "${WORKSPACE[@]}" --profile testing --all-targets \
        --features aitbc-node/runtime-benchmarks -- --deny warnings
}

check_build() { build_nodes; }

check_rust() { cargo nextest run "${WORKSPACE[@]}" --cargo-profile testing; }

# The long run tests everything of the runtime as the next version. With `try-runtime` a migration that
# fails panics, so it has one fail without.
check_upgrade() {
    if [[ -z ${AITBC_E2E_LONG:-} ]]; then
        as_next_version "${WORKSPACE[@]}" upgrade::
    else
        as_next_version "${WORKSPACE[@]}"
        as_next_version --locked --workspace failed_migration::
    fi
}

# Whole workspace, though only tests of the runtime run: cargo then compiles nothing again but the
# runtime.
as_next_version() {
    SKIP_WASM_BUILD=1 cargo nextest run --cargo-profile testing --test runtime \
        --features aitbc-runtime/next-version "$@"
}

check_specs() { scripts/chain-spec.sh --check; }

check_types() { e2e/node_modules/.bin/tsc --noEmit --project e2e; }

check_e2e() { AITBC_E2E_REPORT=$SUITES_REPORT scripts/e2e.sh all; }

# What each step took, and each suite of the end-to-end tests.
report_times() {
    say "times"
    printf '%s\n' "${TIMES[@]}" >&2
    sed 's/^/           /' "$SUITES_REPORT" >&2
    rm -- "$SUITES_REPORT"
}

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

    SUITES_REPORT=$(mktemp)
    trap 'report_failed_step; report_times' EXIT
    cd -- "$ROOT"
    step setup scripts/setup.sh
    for name in "${names[@]}"; do
        step "$name" "check_$name"
    done
    good "all passed in $SECONDS s: ${names[*]}"
}

main "$@"
