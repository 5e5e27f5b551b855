import type { Calls } from "./calls.ts";
import type { Deliver } from "./deliver/deliver.ts";
import type { Events } from "./deliver/events.ts";
import type { ResponseUrls } from "./deliver/response-urls.ts";
import type { Sockets } from "./deliver/sockets.ts";
import type { Triggers } from "./deliver/triggers.ts";
import type { Faults } from "./faults.ts";
import type { Tokens } from "./tokens.ts";
import type { World } from "./world/world.ts";

/** The running local Slack, as its parts see one another. */
export interface Slack {
  world: World;
  tokens: Tokens;
  /** Where it is served, without a slash at the end. */
  url: string;
  sockets: Sockets;
  deliver: Deliver;
  events: Events;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  faults: Faults;
  calls: Calls;
}
