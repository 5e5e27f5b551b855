import { accounts } from "../../src/accounts/account.table.ts";
import { namesOfAccount } from "../../src/accounts/index.ts";
import { restartClocks } from "../../src/coverage/index.ts";
import type { Scope } from "../../src/platform/db/scope.ts";
import { pinyinFor } from "../../src/platform/pinyin.ts";
import { type Grade, type Level, policySchema } from "../../src/policy/index.ts";
import { namesOfStakeholder } from "../../src/stakeholders/index.ts";
import { stakeholders } from "../../src/stakeholders/stakeholder.table.ts";
import { attendees, visits } from "../../src/visits/visit.table.ts";

interface Given {
  nativeName?: string;
  aliases?: string[];
  ownerId?: number;
}

/** An account for a story. @returns its id. */
export async function givenAccount(
  { db, workspace }: Scope,
  name: string,
  { grade = "S", nativeName, aliases = [], ownerId }: Given & { grade?: Grade } = {},
): Promise<number> {
  const known = { name, nativeName: nativeName ?? null, aliases };
  const [row] = await db
    .insert(accounts)
    .values({
      workspaceId: workspace,
      ...known,
      ...namesOfAccount(known, await pinyinFor(name, known.nativeName, ...aliases)),
      grade,
      ownerId: ownerId ?? null,
    })
    .returning({ id: accounts.id });
  return row?.id ?? 0;
}

/** A person for a story, added on a day. @returns their id. */
export async function givenPerson(
  scope: Scope,
  accountId: number,
  name: string,
  {
    nativeName,
    aliases = [],
    addressedAs,
    level = "unknown",
    keyPerson = false,
    ownerId,
    addedOn = "2026-01-05",
    departmentId,
  }: Given & {
    addressedAs?: string;
    level?: Level;
    keyPerson?: boolean;
    addedOn?: string;
    departmentId?: number;
  } = {},
): Promise<number> {
  const known = { name, nativeName: nativeName ?? null, aliases, addressedAs: addressedAs ?? null };
  const syllables = await pinyinFor(name, known.nativeName, known.addressedAs, ...aliases);
  const [row] = await scope.db
    .insert(stakeholders)
    .values({
      workspaceId: scope.workspace,
      accountId,
      ...known,
      ...namesOfStakeholder(known, syllables),
      level,
      keyPerson,
      departmentId: departmentId ?? null,
      ownerId: ownerId ?? null,
      addedOn,
    })
    .returning({ id: stakeholders.id });
  const id = row?.id ?? 0;
  await restartClocks(scope, policySchema.parse({}), [id]);
  return id;
}

/** A visit as history has it, without moving any clock. @returns its id. */
export async function givenVisit(
  { db, workspace }: Scope,
  accountId: number,
  metOn: string,
  people: number[],
  { effective = true, deleted = false }: { effective?: boolean; deleted?: boolean } = {},
): Promise<number> {
  const at = new Date(`${metOn}T12:00:00Z`);
  const kind = { type: "visit", channel: "in_person" } as const;
  const stamps = { recordedAt: at, changedAt: at, deletedAt: deleted ? at : null };
  const [row] = await db
    .insert(visits)
    .values({ workspaceId: workspace, accountId, metOn, effective, ...kind, ...stamps })
    .returning({ id: visits.id });
  const visitId = row?.id ?? 0;
  await db
    .insert(attendees)
    .values(people.map((stakeholderId) => ({ workspaceId: workspace, visitId, stakeholderId })));
  return visitId;
}
