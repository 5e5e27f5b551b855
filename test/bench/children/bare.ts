import { randomUUID } from "node:crypto";
import { App, SocketModeReceiver } from "@slack/bolt";
import { blankDraft } from "../../../src/visits/draft.ts";
import { formOf, newForm } from "../../../src/visits/form.view.ts";

/** The floor: a Bolt app as its starter template writes it, which acks `/visit` and, told to, opens a form of the same size. */

const { SLACK_BOT_TOKEN: token = "", SLACK_APP_TOKEN: appToken = "", SLACK_API_URL = "" } = process.env;
const clientOptions = { slackApiUrl: SLACK_API_URL };
const app = new App({
  token,
  clientOptions,
  receiver: new SocketModeReceiver({ appToken, installerOptions: { clientOptions } }),
});
const today = "2026-11-21";
const view = formOf(blankDraft(today), newForm(null, randomUUID()), { locale: "en" });
const opens = process.env["BARE_OPENS"] === "yes";

app.command("/visit", async ({ ack, client, body }) => {
  await ack();
  if (opens) await client.views.open({ trigger_id: body.trigger_id, view });
});
await app.start();
process.on("disconnect", () => process.exit(0));
process.on("SIGTERM", () => process.exit(0));
console.log("The bare app is ready.");
