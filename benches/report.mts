/**
 * Makes docs/performance.md and its charts of the newest results of `scripts/bench.sh network`, the same each time.
 *
 * Usage: report.mts [--check]
 *
 *   --check   writes nothing: exit code 1 if they are not what it would write
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

import { ROWS } from "./network/measure.mts";
import { newest } from "./network/results.mts";

const ROOT = join(import.meta.dirname, "..");
const DOCS = join(ROOT, "docs");
const isCheck = process.argv.includes("--check");
/** Sizes in a chart, in its own units. */
const [LABEL, BAR, LINE, MARGIN] = [330, 330, 26, 10];

/** Writes a file of docs/, or looks whether it is like that. */
function put(path: string, text: string): void {
  if (!isCheck) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    console.error(`${relative(ROOT, path)} is not what scripts/bench.sh report makes`);
    process.exitCode = 1;
  }
}

/** A chart of bars, one below the other. */
function chart(title: string, bars: [name: string, value: number][], digits: number): string {
  const most = Math.max(...bars.map(([, value]) => value));
  const lines = bars.map(([name, value], index) => {
    const y = MARGIN + LINE * (index + 1);
    const width = ((BAR * value) / most).toFixed(1);
    const middle = y + LINE / 2;
    return `  <text x="${LABEL - 8}" y="${middle}" text-anchor="end">${name}</text>
  <rect x="${LABEL}" y="${y + 4}" width="${width}" height="${LINE - 8}"/>
  <text x="${LABEL + Number(width) + 6}" y="${middle}">${value.toFixed(digits)}</text>`;
  });
  const [width, height] = [LABEL + BAR + 80, 2 * MARGIN + LINE * (bars.length + 1)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" dominant-baseline="middle" fill="#3b6ea5">
  <text x="${MARGIN}" y="${MARGIN + LINE / 2}" font-weight="bold">${title}</text>
${lines.join("\n")}
</svg>
`;
}

const { date, commit, machine, compiler, seconds, scenarios } = newest();
const CHARTS: [
  file: string,
  title: string,
  of: (result: (typeof scenarios)[0]) => number,
  digits: number,
][] = [
  ["goodput", "Transfers a second in final blocks", ({ goodput }) => goodput, 0],
  [
    "processor",
    "Processor seconds of all validators for a thousand transfers",
    ({ cpu }) => cpu,
    2,
  ],
  [
    "inclusion",
    "Seconds until half of them are in a block",
    ({ inclusion }) => inclusion.p50 / 1_000,
    1,
  ],
];
for (const [file, title, of, digits] of CHARTS) {
  // What is not known is no number in JSON.
  const bars = scenarios.filter((one) => Number.isFinite(of(one)));
  const svg = chart(
    title,
    bars.map((one) => [one.title, of(one)]),
    digits,
  );
  put(join(DOCS, "performance", `${file}.svg`), svg);
}

const gib = Math.round(machine.memory / 2 ** 30);
const cells = (all: string[]) => `| ${all.join(" | ")} |`;
put(
  join(DOCS, "performance.md"),
  `# Performance

What \`scripts/bench.sh network\` measured on ${date} of the production build at commit ${commit} (${compiler}), on ${machine.cores} cores
of a ${machine.processor} with ${gib} GiB, which validators, a node that watches and the load share. Each load lasts ${seconds} s,
and then until all of it is final. \`scripts/bench.sh report\` makes this page from \`benches/results\`.

${CHARTS.map(([file, title]) => `![${title}](performance/${file}.svg)`).join("\n\n")}

${cells(["", ...scenarios.map(({ title }) => title)])}
|---|${"---:|".repeat(scenarios.length)}
${ROWS.map(([what, write]) => cells([what, ...scenarios.map(write)])).join("\n")}

Decisions [34](decisions/34-waiting-room.md), [35](decisions/35-honest-weights.md) and [36](decisions/36-built-in-runtime.md) say why.
`,
);
