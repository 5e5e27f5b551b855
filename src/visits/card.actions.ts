import { type Coverage, listClocks, listCoverage } from "../coverage/index.ts";
import type { Day } from "../platform/civil.ts";
import { allOf } from "../platform/db/all.ts";
import type { Scope } from "../platform/db/scope.ts";
import { confirmSeen, post } from "../platform/outbox/outbox.store.ts";
import { listStakeholders } from "../stakeholders/index.ts";
import { listMembers, spelledFor } from "../team/index.ts";
import { visitCard } from "./card.view.ts";
import { whyNotEffective } from "./effective.ts";
import { findVisit, type Visit } from "./visit.store.ts";

/** A card whose button was pressed arrived, and stands there: also when the answer to its sending was lost. */
export const seeCard = (
  scope: Scope,
  key: string,
  message: { channelId: string; ts: string },
): Promise<void> => confirmSeen(scope, key, { channel: message.channelId, ts: message.ts });

/** One card per member's form, from draft to deleted visit. */
export const formCardKey = (memberId: number, nonce: string): string => `card:${memberId}:${nonce}`;

/** Imported visits have no form. */
export const cardKey = ({ id, authorId, nonce }: Pick<Visit, "id" | "authorId" | "nonce">): string =>
  nonce && authorId ? formCardKey(authorId, nonce) : `visit:${id}`;

/**
 * Writes the card of a visit as it stands now, to its author. Call it last in the transaction that changed the visit.
 * `before` is the account's coverage before the change, for the "+1".
 */
export async function writeCard(
  scope: Scope,
  id: number,
  before: Coverage | null,
  today: Day,
): Promise<void> {
  const visit = await findVisit(scope, id);
  if (!visit?.authorId) return;
  const [members, people, clocks, [coverage]] = await allOf([
    listMembers(scope, [visit.authorId, ...visit.colleagueIds]),
    listStakeholders(scope, visit.attendeeIds),
    listClocks(scope, visit.attendeeIds),
    listCoverage(scope, [visit.accountId], today),
  ]);
  const author = members.find((member) => member.id === visit.authorId);
  if (!author?.slackUserId) return;
  const { locale } = author;
  const change = coverage && before?.accountId === visit.accountId ? coverage.covered - before.covered : 0;
  const message = visitCard(
    {
      ...visit,
      visitId: visit.id,
      deleted: visit.deletedAt !== null,
      reasons: whyNotEffective({ ...visit, named: people.filter(({ name }) => name !== null).length }),
      accountName: spelledFor({ name: visit.accountName, nativeName: visit.accountNativeName }, locale) ?? "",
      people: people.map((person) => ({
        name: spelledFor(person, locale),
        title: person.title,
        // Whoever belongs elsewhere is shown with their company: their coverage is counted there.
        account: person.accountId === visit.accountId ? null : spelledFor(person.account, locale),
        lastEffectiveOn: person.lastEffectiveOn,
        nextDueOn: dueOf(person.id, clocks),
      })),
      colleagues: members.filter(({ id: each }) => each !== visit.authorId).map(({ name }) => name),
      coverage: coverage ?? null,
      coverageChange: change,
    },
    locale,
    today,
  );
  const subjects = [`visit:${id}`, ...visit.attendeeIds.map((each) => `stakeholder:${each}`)];
  await post(scope, { key: cardKey(visit), recipient: author.slackUserId, message, subjects });
}

const dueOf = (id: number, clocks: { stakeholderId: number; nextDueOn: Day }[]): Day =>
  clocks.find((clock) => clock.stakeholderId === id)?.nextDueOn ?? "";
