import { startDatabase } from "./database.ts";
import { byTurns, type Line } from "./measure.ts";
import { userIds } from "./people.ts";
import { openScreen, type Screen, typeCommand } from "./screen.ts";
import { bareStand, rapportStand } from "./stand.ts";

const EACH = 20;

/** `/visit` until its form is open, fifty people at once, against a bare app that acks and opens the same form. */
export async function open(rounds: number): Promise<Line[]> {
  const database = await startDatabase();
  const stands = [await rapportStand(database.url), await bareStand({ opens: true })];
  const [rapport = [], bare = []] = await Promise.all(
    stands.map(({ url }) => Promise.all(userIds.map((user) => openScreen(url, user)))),
  );
  const runs = [rapport, bare].map((screens, at) => () => measured(stands[at]?.url ?? "", screens));
  for (const warm of runs) await warm();
  const [ours = [], floor = []] = await byTurns(rounds, runs);
  for (const screen of [...rapport, ...bare]) screen.close();
  await Promise.all(stands.map((stand) => stand.stop()));
  await database.stop();
  return [
    { what: "/visit until its form is open, 50 at once", unit: "/s", goal: { atLeast: 0.85 }, ours, floor },
  ];
}

/** Everybody opens the form again and again. @returns forms a second. */
async function measured(url: string, screens: Screen[]): Promise<number> {
  const from = performance.now();
  await Promise.all(
    screens.map(async (screen) => {
      for (let at = 0; at < EACH; at++)
        await Promise.all([screen.change(), typeCommand(url, screen.user, "/visit")]);
    }),
  );
  return (screens.length * EACH * 1000) / (performance.now() - from);
}
