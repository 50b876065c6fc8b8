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
# AITBC_E2E_REPORT: a file that gets the list of suites with what the files of each took together.

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

readonly SUITES=$ROOT/e2e/suites
# Test files that run at a time, each with nodes of its own.
readonly CONCURRENCY=3

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

# All files of these suites at once: most of them wait for blocks most of the time.
run_suites() {
    local suite files=()
    for suite in "$@"; do
        mapfile -t -O "${#files[@]}" files < <(files_of "$suite")
    done
    cd -- "$ROOT/e2e" && node --import tsx --test --test-concurrency="$CONCURRENCY" \
        --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=./harness/reporter.mjs \
        --test-reporter-destination="${AITBC_E2E_REPORT:-stderr}" "${files[@]}"
}

main "$@"
