import { randomUUID } from "node:crypto";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { recordVisit } from "../../src/visits/visit.actions.ts";
import { attendees, visits } from "../../src/visits/visit.table.ts";
import { visitAnswers } from "../../src/visits/visit.ts";
import { type BenchDatabase, startDatabase } from "./database.ts";
import { byTurns, type Line, percentile } from "./measure.ts";
import { TEAM } from "./people.ts";

const VISITS = 200;
const today = "2026-11-21";

/** A visit saved with all that follows from it, against a plain transaction of the visit and its three attendees. */
export async function submit(rounds: number): Promise<Line[]> {
  const database = await startDatabase();
  const plain = postgres(database.url, { max: 10 });
  const saves = [savingVisits(database), savingRows(drizzle(plain, { casing: "snake_case" }), database)];
  for (const save of saves) await measured(save);
  const [ours = [], floor = []] = await byTurns(
    rounds,
    saves.map((save) => () => measured(save)),
  );
  await plain.end();
  await database.stop();
  return [{ what: "a visit saved, p50", unit: "ms", goal: { atMost: 2 }, ours, floor }];
}

async function measured(save: (at: number) => Promise<void>): Promise<number> {
  const took: number[] = [];
  for (let at = 0; at < VISITS; at++) {
    const from = performance.now();
    await save(at);
    took.push(performance.now() - from);
  }
  return percentile(took, 0.5);
}

const three = (ids: number[], at: number) => [0, 1, 2].map((next) => ids[(at * 3 + next) % ids.length] ?? 0);

/** Visit, attendees, clocks, follow-up, audit and the card in the outbox, as the form's Save does. */
function savingVisits({ scope, member, accountId, personIds }: BenchDatabase) {
  const asker = {
    member,
    scope,
    locale: "en" as const,
    today,
    dayIn: () => today,
    time: "10:00",
    at: new Date(),
  };
  return async (at: number) => {
    const answers = visitAnswers(today).parse({
      ...{ account: String(accountId), attendees: three(personIds, at).map(String), metOn: today },
      ...{
        outcome: "They want the new price by Friday.",
        nextStep: "Send the price",
        nextStepDue: "2026-11-27",
      },
    });
    const saved = await recordVisit(asker, answers, { nonce: randomUUID(), colleagueIds: [] });
    if (saved.is !== "saved") throw new Error(`A visit was not saved: ${saved.is}`);
  };
}

function savingRows(db: PostgresJsDatabase, { accountId, personIds }: BenchDatabase) {
  return (at: number) =>
    db.transaction(async (tx) => {
      const now = new Date();
      const [visit] = await tx
        .insert(visits)
        .values({
          ...{
            workspaceId: TEAM,
            accountId,
            metOn: today,
            type: "visit",
            channel: "in_person",
            effective: true,
          },
          ...{
            outcome: "They want the new price by Friday.",
            nonce: randomUUID(),
            recordedAt: now,
            changedAt: now,
          },
        })
        .returning({ id: visits.id });
      const visitId = visit?.id ?? 0;
      await tx
        .insert(attendees)
        .values(three(personIds, at).map((stakeholderId) => ({ workspaceId: TEAM, visitId, stakeholderId })));
    });
}
