import type { Member } from "./member.ts";

/** How the one who acts stands to what they act on. */
export type Standing =
  | "member"
  | "oneself"
  | "author"
  /** One of ours at the visit. */
  | "colleague"
  | "account_owner"
  /** Owner, sponsor, and those of ours who own a person or represent a department there. */
  | "account_team"
  | "manager_of_author"
  | "manager_of_team"
  | "manager_of_owner"
  | "manager_of_member"
  | "approver"
  | "customer_management";

/** Who may do what: the table of the method, a line each. */
const ALLOWED = {
  log: ["member"],
  see_card: ["member"],
  see_words: ["account_team", "manager_of_team", "customer_management"],
  edit_visit: ["author", "colleague", "manager_of_author", "customer_management"],
  shape_account: ["account_owner", "manager_of_owner", "customer_management"],
  see_list: ["oneself", "manager_of_member", "customer_management"],
  approve_gift: ["approver"],
  administer: ["customer_management"],
} as const satisfies Record<string, readonly Standing[]>;
export type Act = keyof typeof ALLOWED;

/** What is acted on, as far as it decides. Ids are members'. */
export interface Subject {
  /** Whose list or record it is. */
  memberId?: number | null;
  authorId?: number | null;
  colleagueIds?: number[];
  ownerId?: number | null;
  teamIds?: number[];
  approverIds?: number[];
}

/** Everybody above a member: member id → managers up the chain. */
export type Chain = ReadonlyMap<number, readonly number[]>;

/** @returns whether the member may do it. A deactivated one may do nothing. */
export function may(actor: Member, act: Act, subject: Subject = {}, above: Chain = new Map()): boolean {
  if (!actor.active) return false;
  const standings = standingsOf(actor, subject, above);
  return ALLOWED[act].some((standing) => standings.has(standing));
}

function standingsOf(actor: Member, subject: Subject, above: Chain): Set<Standing> {
  const is = (id: number | null | undefined) => id === actor.id;
  const leads = (id: number | null | undefined) => id != null && (above.get(id)?.includes(actor.id) ?? false);
  const team = [...(subject.teamIds ?? []), subject.ownerId];
  const all: [Standing, boolean][] = [
    ["member", true],
    ["oneself", is(subject.memberId)],
    ["author", is(subject.authorId)],
    ["colleague", subject.colleagueIds?.includes(actor.id) ?? false],
    ["account_owner", is(subject.ownerId)],
    ["account_team", team.some(is)],
    ["manager_of_author", leads(subject.authorId)],
    ["manager_of_team", team.some(leads)],
    ["manager_of_owner", leads(subject.ownerId)],
    ["manager_of_member", leads(subject.memberId)],
    ["approver", subject.approverIds?.includes(actor.id) ?? false],
    ["customer_management", actor.customerManagement],
  ];
  return new Set(all.filter(([, holds]) => holds).map(([standing]) => standing));
}
