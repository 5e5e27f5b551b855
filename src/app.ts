import { registerAccounts } from "./accounts/account.listeners.ts";
import { rememberChoices } from "./accounts/index.ts";
import type { Config } from "./config.ts";
import type { Clock } from "./platform/clock.ts";
import { firstTime } from "./platform/db/ledger.store.ts";
import { type Queries, scopeOf } from "./platform/db/scope.ts";
import type { Log } from "./platform/log.ts";
import { post } from "./platform/outbox/outbox.store.ts";
import { createSender, type Sender } from "./platform/outbox/sender.ts";
import { section } from "./platform/slack/blocks.ts";
import { createBoundary } from "./platform/slack/boundary.ts";
import type { Slack } from "./platform/slack/connect.ts";
import { handle } from "./platform/slack/handle.ts";
import { formNonce } from "./platform/slack/metadata.ts";
import { registerStakeholders } from "./stakeholders/stakeholder.listeners.ts";
import { findMember, type House } from "./team/index.ts";
import { registerTeam } from "./team/team.listeners.ts";
import { registerVisitCard } from "./visits/card.listeners.ts";
import { registerVisitMessages } from "./visits/message.listeners.ts";
import { registerVisitForm } from "./visits/visit.listeners.ts";

export interface Parts {
  slack: Slack;
  db: Queries;
  clock: Clock;
  log: Log;
  config: Pick<Config, "admin">;
}

/** Puts every slice's listeners where Slack finds them. @returns the sender, not yet started. */
export function compose({ slack, db, clock, log, config }: Parts): { sender: Sender } {
  const workspace = slack.identity.teamId;
  const scope = scopeOf(db, workspace);
  const sender = createSender({ scope, client: slack.bulk, log });
  const house: House = { db, clock, workspace, admin: config.admin, wake: sender.wake };

  const boundary = createBoundary({
    app: slack.app,
    client: slack.interactive,
    log,
    localeOf: async ({ userId }) => (await findMember(scope, userId))?.locale ?? "en",
    later: async ({ userId }, sentence) => {
      const blocks = [section(sentence)];
      await post(scope, {
        key: `notice:${formNonce()}`,
        recipient: userId,
        message: { text: sentence, blocks },
        subjects: [],
      });
      sender.wake();
    },
  });
  const on = handle(slack.app, boundary, { firstTime: (_team, eventId) => firstTime(scope, eventId) });

  const choices = rememberChoices();
  registerTeam(on, house);
  registerAccounts(on, house, choices);
  registerStakeholders(on, house, choices);
  registerVisitForm(on, house);
  registerVisitCard(on, house);
  registerVisitMessages(on, house);
  return { sender };
}
