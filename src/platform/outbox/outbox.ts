import type { KnownBlock } from "@slack/types";

/** A message as it will stand in Slack; `text` is its twin for notifications and screen readers. */
export interface SlackMessage {
  text: string;
  blocks: KnownBlock[];
}
