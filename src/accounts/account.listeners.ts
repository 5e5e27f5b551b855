import type { Handle } from "../platform/slack/handle.ts";
import { admit, type House } from "../team/index.ts";
import { searchAccounts } from "./account.store.ts";
import { accountOption } from "./account.view.ts";
import type { Choices } from "./choices.ts";

const MOST = 50;

/** The account picker of every form. */
export function registerAccounts(on: Handle, house: House, choices: Choices): void {
  on.suggest("accounts.search", async (asked) => {
    const { scope, member, locale } = await admit(house, asked);
    const found = await searchAccounts(scope, asked.query, member.id, MOST);
    return found.map((account) => accountOption(account, locale));
  });

  on.press(
    "accounts.search",
    async () => {},
    ({ view, value }) => {
      if (view) choices.remember(view.id, typeof value === "string" ? Number(value) : null);
    },
  );
}
