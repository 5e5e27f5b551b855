import { z } from "zod";
import type { Choices } from "../accounts/index.ts";
import type { Handle } from "../platform/slack/handle.ts";
import { admit, type House } from "../team/index.ts";
import { searchStakeholders } from "./stakeholder.store.ts";
import { addOptions, personOption } from "./stakeholder.view.ts";

const MOST = 50;

/** A form may open with an account already chosen; its metadata says which. */
const openedWith = z.object({ account: z.int() });

/** The people picker of every form: the chosen account's people first, then somebody to add. */
export function registerStakeholders(on: Handle, house: House, choices: Choices): void {
  on.suggest("stakeholders.search", async (asked) => {
    const { scope, member, locale, today } = await admit(house, asked);
    const accountId = chosenAccount(asked.view, choices);
    const found = await searchStakeholders(scope, asked.query, {
      accountId,
      memberId: member.id,
      limit: MOST,
    });
    return [
      ...found.map((person) => personOption(person, locale, today)),
      ...(asked.query ? addOptions(asked.query, locale) : []),
    ];
  });
}

function chosenAccount(
  view: { id: string; private_metadata: string } | undefined,
  choices: Choices,
): number | null {
  if (!view) return null;
  const picked = choices.of(view.id);
  if (picked !== undefined) return picked;
  try {
    return openedWith.safeParse(JSON.parse(view.private_metadata)).data?.account ?? null;
  } catch {
    return null;
  }
}
