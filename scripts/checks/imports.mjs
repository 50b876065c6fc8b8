#!/usr/bin/env node
// No circular imports between the rooms of a crate: the files and folders right below its `src`.
//
// Usage: scripts/checks/imports.mjs
//
// A room imports another when one of its files names it by `crate::` or `super::`, in a `use` or in
// any other path, directly or by a name that `lib.rs` exports from it. Not looked at are `lib.rs` and
// `main.rs`, which put the rooms together and so name all of them, and tests, which may look anywhere.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const ROOT = join(import.meta.dirname, "../..");
const CRATES = ["runtime/src", "node/src"];

/** The text of a Rust file, without comments and without the tests that stand in it. */
function source(file) {
  return readFileSync(file, "utf8")
    .replace(/\/\/.*$/gm, "")
    .replace(/^#\[cfg\(test\)\]\n(?:#\[.*\n)*mod \w+ \{[^]*?^\}/gm, (tests) =>
      tests.replace(/./g, ""),
    );
}

/** All paths of a tree such as `a::{b::c, d}`, as lists of names. What follows the tree is ignored. */
function paths(tree) {
  const tokens = tree.match(/\w+|\W/g).filter((token) => token.trim());
  const branch = () => {
    if (tokens[0] === "{") return branches();
    const name = tokens.shift();
    if (tokens[0] !== ":") return [[name]];
    tokens.splice(0, 2);
    return branch().map((path) => [name, ...path]);
  };
  const branches = () => {
    const all = [];
    for (tokens.shift(); tokens.length && tokens[0] !== "}";) {
      if (tokens[0] === ",") tokens.shift();
      else all.push(...branch());
    }
    tokens.shift();
    return all;
  };
  return branch();
}

/** The imports of a crate: room -> room -> the places where it does. */
function importsOf(src) {
  const lib = source(join(src, "lib.rs"));
  const tests = [...lib.matchAll(/^#\[cfg\(test\)\]\n(?:#\[.*\n)*mod (\w+);/gm)].map(
    ([, name]) => name,
  );
  const rooms = [...lib.matchAll(/^(?:pub )?mod (\w+);/gm)]
    .map(([, name]) => name)
    .filter((name) => !tests.includes(name));
  const roomOf = new Map(rooms.map((room) => [room, room]));
  for (const [, tree] of lib.matchAll(/^pub use ([^;]+);/gm)) {
    for (const path of paths(tree)) {
      if (rooms.includes(path[0])) roomOf.set(path.at(-1), path[0]);
    }
  }

  const imports = new Map(rooms.map((room) => [room, new Map()]));
  for (const entry of readdirSync(src, { recursive: true }).sort()) {
    const module = entry.replace(/(\/mod)?\.rs$/, "").split("/");
    const from = imports.get(module[0]);
    if (!entry.endsWith(".rs") || !from) continue;
    const text = source(join(src, entry));
    for (const { 1: start, index } of text.matchAll(/(?<![\w$:])(crate::|(?:super::)+)/g)) {
      const up = start === "crate::" ? module.length : start.length / "super::".length;
      for (const [name] of up < module.length ? [] : paths(text.slice(index + start.length))) {
        const to = roomOf.get(name);
        if (!to || to === module[0]) continue;
        const line = text.slice(0, index).split("\n").length;
        const places = from.get(to) ?? new Set();
        from.set(to, places.add(`${relative(ROOT, join(src, entry))}:${line}`));
      }
    }
  }
  return imports;
}

/** The shortest way from a room over others back to itself, if there is one. */
function circle(imports, room) {
  const ways = [[room]];
  const seen = new Set();
  for (const way of ways) {
    for (const next of imports.get(way.at(-1)).keys()) {
      if (next === room) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
}

let found = 0;
for (const crate of CRATES) {
  const imports = importsOf(join(ROOT, crate));
  const circles = new Map();
  for (const room of imports.keys()) {
    const way = circle(imports, room);
    if (way) circles.set([...way].sort().join(), way);
  }
  for (const way of circles.values()) {
    console.error(`${crate}: ${[...way, way[0]].join(" -> ")}`);
    way.forEach((room, i) => {
      const next = way[(i + 1) % way.length];
      console.error(`    ${room} -> ${next}: ${[...imports.get(room).get(next)].join(" ")}`);
    });
  }
  found += circles.size;
}
process.exitCode = found ? 1 : 0;
