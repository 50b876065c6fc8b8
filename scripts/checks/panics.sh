#!/usr/bin/env bash
# No panic written by hand where clippy cannot see it: the modules of pallets must allow what the macros
# of FRAME expand to, and so allow it in the bodies of calls and hooks too.
#
# Usage: scripts/checks/panics.sh

source "$(dirname -- "${BASH_SOURCE[0]}")/../lib.sh"

cd -- "$ROOT"
mapfile -t files < <(grep --recursive --files-with-matches --exclude=mock.rs \
    '^#\[frame_support::pallet\]' pallets runtime/src)
! grep --line-number --extended-regexp '[.:](expect|unwrap)(_err)?\b|\bunreachable!' "${files[@]}" ||
    die "the runtime never panics: return an error, or defensive! where it cannot happen"
