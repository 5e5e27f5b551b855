import type { Channel } from "./visit.ts";

/** Why a visit does not count. The person reads it on the confirmation. */
export type NotEffective = "planned" | "phone_too_short" | "nobody_named" | "outcome_too_short";

export interface Judged {
  planned: boolean;
  channel: Channel;
  /** Minutes; null when not said, which for a phone call is not ten. */
  minutes: number | null;
  /** Stakeholders with a name; seats are not counted. */
  named: number;
  outcome: string;
}

const SHORTEST_CALL = 10;
const SHORTEST_OUTCOME = 15;
/** One Han character says about as much as two and a half letters. */
const HAN_WEIGHT = 2.5;

/** @returns every reason why the visit is not an effective contact; none means it is one. */
export function whyNotEffective(visit: Judged): NotEffective[] {
  const reasons: NotEffective[] = [];
  if (visit.planned) reasons.push("planned");
  if (visit.channel === "phone" && (visit.minutes ?? 0) < SHORTEST_CALL) reasons.push("phone_too_short");
  if (visit.named === 0) reasons.push("nobody_named");
  if (!visit.planned && weightOf(visit.outcome) < SHORTEST_OUTCOME) reasons.push("outcome_too_short");
  return reasons;
}

export const isEffective = (visit: Judged): boolean => whyNotEffective(visit).length === 0;

function weightOf(outcome: string): number {
  let weight = 0;
  for (const character of outcome.trim().replace(/\s+/gu, " "))
    weight += /\p{Script=Han}/u.test(character) ? HAN_WEIGHT : 1;
  return weight;
}
