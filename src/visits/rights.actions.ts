import { Refusal } from "../platform/slack/trouble.ts";
import { type Asker, findManagersAbove, may, refusalText } from "../team/index.ts";
import { findVisit, type Visit } from "./visit.store.ts";
import { visitText } from "./visit.text.ts";

/** PostgreSQL's largest integer: an id beyond it is nobody's, and would be an error in the query. */
const LARGEST_ID = 2_147_483_647;

/**
 * The visit, when this member may change it.
 * @throws Refusal when it is gone or not theirs: ids in buttons and forms come from a client.
 */
export async function findEditable({ scope, member, locale }: Asker, id: number): Promise<Visit> {
  const visit = Number.isInteger(id) && id > 0 && id <= LARGEST_ID ? await findVisit(scope, id) : undefined;
  if (!visit) throw new Refusal(visitText(locale).goneVisit);
  const above = await findManagersAbove(scope, visit.authorId ? [visit.authorId] : []);
  if (!may(member, "edit_visit", { authorId: visit.authorId, colleagueIds: visit.colleagueIds }, above))
    throw new Refusal(refusalText("not_allowed", locale));
  return visit;
}
