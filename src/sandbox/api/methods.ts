import { chat } from "./chat.ts";
import { conversations } from "./conversations.ts";
import type { Method } from "./method.ts";
import { people } from "./people.ts";
import { team } from "./team.ts";
import { views } from "./views.ts";

const table: Record<string, Method> = { ...team, ...chat, ...conversations, ...people, ...views };

/** The Web API methods this workspace speaks. */
export const methods: ReadonlyMap<string, Method> = new Map(Object.entries(table));
