import { cpus, loadavg } from "node:os";
import { ack } from "./ack.ts";
import type { Line } from "./measure.ts";
import { memory } from "./memory.ts";
import { open } from "./open.ts";
import { start } from "./start.ts";
import { submit } from "./submit.ts";
import { table } from "./table.ts";

/** `npm run bench` measures everything, `npm run bench -- ack 9` one thing in nine rounds. docs/performance.md says what. */
const ITEMS: Record<string, (rounds: number) => Promise<Line[]>> = { ack, open, submit, memory, start };

const said = process.argv.slice(2);
const rounds = Number(said.find((word) => /^\d+$/.test(word)) ?? 7);
const wanted = said.filter((word) => !/^\d+$/.test(word));
const unknown = wanted.filter((name) => !Object.hasOwn(ITEMS, name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}; there are ${Object.keys(ITEMS).join(", ")}.`);
  process.exit(1);
}

const lines: Line[] = [];
for (const [name, measure] of Object.entries(ITEMS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const [load = 0] = loadavg();
  const busy = load > 0.5 * cpus().length ? ": others are at work here, so take the ratios with care" : "";
  console.error(`Measuring ${name}, ${rounds} rounds (load ${load.toFixed(1)}${busy}) …`);
  lines.push(...(await measure(rounds)));
}
console.log(table(lines));
