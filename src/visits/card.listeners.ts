import type { Handle } from "../platform/slack/handle.ts";
import { formNonce } from "../platform/slack/metadata.ts";
import type { PressAsked } from "../platform/slack/payloads.ts";
import { updateIfOpen } from "../platform/slack/prepared.ts";
import { Refusal } from "../platform/slack/trouble.ts";
import { listStakeholders } from "../stakeholders/index.ts";
import { type Asker, admit, findSlackIds, type House, spelledFor } from "../team/index.ts";
import { cardKey, seeCard } from "./card.actions.ts";
import { cardOf, undoOf } from "./card.ts";
import { draftOfVisit, formMetadata } from "./form.ts";
import { formOf, newForm } from "./form.view.ts";
import { openFor } from "./opening.actions.ts";
import { findEditable } from "./rights.actions.ts";
import { deleteOrRestore, revertVisit } from "./visit.actions.ts";
import type { Visit } from "./visit.store.ts";
import { visitText } from "./visit.text.ts";
import { UNDO_MINUTES } from "./visit.ts";
import { DELETE, EDIT, notice, RESTORE, UNDO } from "./visit.view.ts";

/** The buttons of a saved visit: *Edit*, *Undo*, *Delete visit*, *Restore*. */
export function registerVisitCard(on: Handle, house: House): void {
  on.press(EDIT, (asked) =>
    openFor(house, asked, async (asker) => editForm(house, asker, asked, await pressed(asker, asked))),
  );

  on.press(UNDO, async (asked) => {
    const asker = await admit(house, asked);
    const visit = await pressed(asker, asked);
    const text = visitText(asker.locale);
    if (cardOf(asked.value).version !== visit.version) return asked.respond(text.undoOvertaken);
    const age = asker.at.getTime() - visit.changedAt.getTime();
    const undo = undoOf(visit);
    if (undo === null || age > UNDO_MINUTES * 60_000) return asked.respond(text.undoTooLate);
    const done =
      undo === "visit"
        ? await deleteOrRestore(asker, visit, "deleted")
        : await revertVisit(asker, visit, undo);
    house.wake();
    if (!done) await asked.respond(text.undoOvertaken);
  });

  on.press(RESTORE, async (asked) => {
    const asker = await admit(house, asked);
    await deleteOrRestore(asker, await pressed(asker, asked), "restored");
    house.wake();
  });

  on.press(DELETE, async (asked) => {
    if (!asked.view) return;
    const asker = await admit(house, asked);
    const { visit } = formMetadata.decode(asked.view.private_metadata);
    if (!visit) return;
    const found = await findEditable(asker, visit.id);
    await deleteOrRestore(asker, found, "deleted");
    house.wake();
    const text = visitText(asker.locale);
    const account = { name: found.accountName, nativeName: found.accountNativeName };
    const said = notice(asker.locale, text.deleted(spelledFor(account, asker.locale) ?? ""), text.editTitle);
    await updateIfOpen(asked.client, asked.view.id, said);
  });
}

/** The visit a card's button stands for; ids in buttons come from a client. */
async function pressed(asker: Asker, { value, message }: PressAsked): Promise<Visit> {
  const visit = await findEditable(asker, cardOf(value).id);
  if (message && visit.authorId === asker.member.id) await seeCard(asker.scope, cardKey(visit), message);
  return visit;
}

async function editForm(house: House, asker: Asker, asked: PressAsked, visit: Visit) {
  if (visit.deletedAt) throw new Refusal(visitText(asker.locale).goneVisit);
  const [people, slackIds] = await Promise.all([
    listStakeholders(asker.scope, visit.attendeeIds),
    findSlackIds(house, asker, asked.client, visit.colleagueIds),
  ]);
  const draft = draftOfVisit(visit, people, slackIds, asker.locale);
  const { id, version } = visit;
  return formOf(draft, { ...newForm(draft, formNonce()), visit: { id, version } }, asker);
}
