import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { startDatabase } from "./database.ts";
import { byTurns, type Goal, type Line, percentile } from "./measure.ts";
import { userIds } from "./people.ts";
import { typeCommand } from "./screen.ts";
import { bareStand, rapportStand, type Stand } from "./stand.ts";

const PER_SECOND = 100;
const COMMANDS = 1000;

/**
 * `/visit` until acked, sent at fixed times whatever the answers, against a bare app that only acks. Rapport then opens a
 * form; beside a bare app that does so too stands what the ack itself costs.
 */
export async function ack(rounds: number): Promise<Line[]> {
  const database = await startDatabase();
  const stands = [
    await rapportStand(database.url),
    await bareStand({ opens: false }),
    await bareStand({ opens: true }),
  ];
  for (const stand of stands) await measured(stand);
  const runs = stands.map((stand) => () => measured(stand));
  const [ours = [], acks = [], opens = []] = await byTurns(rounds, runs);
  await Promise.all(stands.map((stand) => stand.stop()));
  await database.stop();
  const line = (floor: number[][], share: number, goal: Goal | undefined): Line => ({
    what: `/visit acked, ${PER_SECOND}/s, p${share * 100}${goal ? "" : ", floor opens a form too"}`,
    ...{ unit: "ms", goal },
    ours: ours.map((took) => percentile(took, share)),
    floor: floor.map((took) => percentile(took, share)),
  });
  return [
    line(acks, 0.5, { atMost: 1.15 }),
    line(acks, 0.99, { atMost: 1.3 }),
    line(opens, 0.5, undefined),
    line(opens, 0.99, undefined),
  ];
}

/** One open-loop run. @returns milliseconds until each ack. */
async function measured({ url, slack }: Stand): Promise<number[]> {
  await slack.ask("acks");
  const from = performance.now();
  const sent: Promise<void>[] = [];
  for (let at = 0; at < COMMANDS; at++) {
    const wait = from + (at * 1000) / PER_SECOND - performance.now();
    if (wait > 0) await pause(wait);
    sent.push(typeCommand(url, userIds[at % userIds.length] ?? "", "/visit"));
  }
  await Promise.all(sent);
  return z
    .array(z.number())
    .length(COMMANDS)
    .parse(await slack.ask("acks"));
}
