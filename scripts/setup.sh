#!/usr/bin/env bash
# Installs what building and testing need, and only what is missing. The other scripts call it, so
# there is rarely a reason to run it by hand.
#
# Usage: scripts/setup.sh [PART...]
#
#   build   system packages (apt) and the Rust toolchain of rust-toolchain.toml (rustup)
#   test    cargo-nextest (cargo) and the TOML formatter (npm)
#   e2e     the clients that the end-to-end tests use (npm)
#
# Without PART: all of them. System packages are installed with sudo when you are not root.

source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

readonly PACKAGES=(protobuf-compiler clang libclang-dev cmake pkg-config libssl-dev zstd jq)
readonly OLDEST_NODE_JS=20

system_packages() {
    if ! have dpkg-query || ! have apt-get; then
        system_commands
        return
    fi
    local installed missing=() package
    installed=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "${PACKAGES[@]}" 2>/dev/null || true)
    for package in "${PACKAGES[@]}"; do
        grep -qx "$package installed" <<<"$installed" || missing+=("$package")
    done
    { have cc && have c++; } || missing+=(build-essential)
    ((${#missing[@]})) || return 0

    local sudo=()
    if ((EUID != 0)); then
        have sudo || die "missing packages and no sudo; run as root: apt-get install ${missing[*]}"
        sudo=(sudo)
    fi
    say "apt: installing ${missing[*]}"
    if ! "${sudo[@]}" apt-get update -q || ! "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}"; then
        die "apt could not install: ${missing[*]}. Install them by hand and run this again."
    fi
}

# Where there is no apt, only look and name what is missing.
system_commands() {
    local command missing=()
    for command in protoc clang cmake pkg-config cc c++ zstd jq; do
        have "$command" || missing+=("$command")
    done
    ((${#missing[@]} == 0)) || die "missing commands: ${missing[*]}. On Debian and Ubuntu they come with
       ${PACKAGES[*]} build-essential; install what your system calls them."
}

rust_toolchain() {
    have rustup || die "rustup is missing. Install it as https://rustup.rs says, open a new shell, run this again."
    local channel targets components toolchains
    channel=$(toolchain_setting channel)
    read -ra targets <<<"$(toolchain_setting targets)"
    read -ra components <<<"$(toolchain_setting components)"

    toolchains=$(rustup toolchain list)
    if ! grep -q "^$channel-" <<<"$toolchains"; then
        say "rustup: installing Rust $channel"
        rustup toolchain install "$channel" --profile minimal ||
            die "rustup could not install Rust $channel, which rust-toolchain.toml asks for"
    fi
    rustup_add target "$channel" "${targets[@]}"
    rustup_add component "$channel" "${components[@]}"
    have cargo || die "rustup is there but cargo is not: add ~/.cargo/bin to PATH"
}

# toolchain_setting KEY: the value or the values of KEY in rust-toolchain.toml, without quotes.
toolchain_setting() {
    sed -n "s/^$1 *= *//p" "$ROOT/rust-toolchain.toml" | tr -d '[]",'
}

# rustup_add target|component CHANNEL NAME...: adds the names that are not installed.
rustup_add() {
    local kind=$1 channel=$2 installed name
    shift 2
    installed=$(rustup "$kind" list --installed --toolchain "$channel")
    for name in "$@"; do
        grep -Eq "^$name(-|$)" <<<"$installed" && continue
        say "rustup: adding $kind $name"
        rustup "$kind" add "$name" --toolchain "$channel" || die "rustup could not add the $kind $name"
    done
}

nextest() {
    have cargo-nextest && return
    say "cargo: installing cargo-nextest (a few minutes, once)"
    # Its own build directory, which cargo removes afterwards.
    env --unset=CARGO_TARGET_DIR cargo install --locked cargo-nextest ||
        die "cargo could not install cargo-nextest; see https://nexte.st for other ways"
}

node_js() {
    local version where="https://nodejs.org/en/download"
    { have node && have npm; } || die "Node.js $OLDEST_NODE_JS or newer, with npm, is missing: $where"
    version=$(node --version)
    version=${version#v}
    ((${version%%.*} >= OLDEST_NODE_JS)) ||
        die "Node.js $version is too old, $OLDEST_NODE_JS or newer is needed: $where"
}

# npm_packages DIRECTORY: installs its locked packages when the lock is not the one installed last.
npm_packages() {
    local directory=$ROOT/$1 stamp=$ROOT/$1/node_modules/.installed-lock.json
    cmp --silent "$directory/package-lock.json" "$stamp" && return
    say "npm: installing the packages of $1"
    (cd -- "$directory" && npm ci --no-audit --no-fund --loglevel=error) || die "npm could not install the packages of $1"
    cp -- "$directory/package-lock.json" "$stamp"
}

setup_build() {
    system_packages
    rust_toolchain
}

setup_test() {
    nextest
    node_js
    npm_packages scripts/tools
}

setup_e2e() {
    node_js
    npm_packages e2e
}

main() {
    local part
    for part in "$@"; do
        case $part in
        build | test | e2e) ;;
        -h | --help) usage && exit ;;
        *) wrong_usage "unknown part '$part'" ;;
        esac
    done
    (($#)) || set -- build test e2e
    for part in "$@"; do
        "setup_$part"
    done
}

main "$@"
