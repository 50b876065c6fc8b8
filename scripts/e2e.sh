#!/usr/bin/env bash
# Runs end-to-end tests: real node processes and real clients. Builds the node if needed.
#
# Usage: scripts/e2e.sh SUITE... [--long]
#
#   SUITE    what to run: a folder of e2e/suites (chain), a single file of one (chain/transfers-add-up),
#            or `all`
#   --long   with the tests of the long tier
#
# AITBC_NODE: absolute path of a node binary to test instead of one built from the sources. Next to it
#   must be aitbc-byzantine, a node that breaks the rules, for the suites that need one.
# AITBC_E2E_REPORT: a file that gets the list of suites with what each took.

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

readonly SUITES=$ROOT/e2e/suites
# Test files that run at a time, each with a node of its own.
readonly CONCURRENCY=2

main() {
    local wanted=() suite
    while (($#)); do
        case $1 in
        --long) export AITBC_E2E_LONG=1 ;;
        -h | --help) usage && exit ;;
        -*) wrong_usage "unknown option '$1'" ;;
        all) mapfile -t -O "${#wanted[@]}" wanted < <(suites) ;;
        *) wanted+=("$1") ;;
        esac
        shift
    done
    ((${#wanted[@]})) || wrong_suite "name a suite"
    for suite in "${wanted[@]}"; do
        [[ -n $(files_of "$suite") ]] || wrong_suite "there is no suite '$suite'"
    done

    "$ROOT/scripts/setup.sh" build e2e
    [[ -n ${AITBC_NODE:-} ]] || step "build the nodes" build_nodes
    run_suites "${wanted[@]}"
}

wrong_suite() {
    wrong_usage "$1; there are: $(suites | paste --serial --delimiters=' ') all"
}

# The names of all suites: folders and single files.
suites() {
    (cd -- "$SUITES" && ls) | sed 's/\.test\.ts$//'
}

# files_of SUITE: its test files, one a line; nothing when there is no such suite.
files_of() {
    if [[ -d $SUITES/$1 ]]; then
        find "$SUITES/$1" -name '*.test.ts' | sort
    else
        compgen -G "$SUITES/$1.*test.ts" || true
    fi
}

run_suites() {
    local suite began failed=() report=()
    for suite in "$@"; do
        began=$SECONDS
        say "suite $suite"
        if run_suite "$suite"; then
            report+=("passed  $suite  ($((SECONDS - began)) s)")
        else
            report+=("FAILED  $suite  ($((SECONDS - began)) s)")
            failed+=("$suite")
        fi
    done
    printf '%s\n' "${report[@]}" | tee -- "${AITBC_E2E_REPORT:-/dev/null}" >&2
    ((${#failed[@]} == 0)) || die "failed: ${failed[*]}"
}

run_suite() {
    local files
    mapfile -t files < <(files_of "$1")
    (cd -- "$ROOT/e2e" && exec node --import tsx --test --test-reporter=spec \
        --test-concurrency="$CONCURRENCY" "${files[@]}")
}

main "$@"
