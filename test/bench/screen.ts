import { Agent, get, request } from "node:http";
import { CHANNEL } from "./people.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** Types a command at somebody's screen; resolves when the app has acked. @throws when it has not. */
export function typeCommand(url: string, user: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(`${url}/sandbox/command`, { agent, method: "POST" }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (more: string) => {
        body += more;
      });
      response.on("end", () => (body.includes('"ok":true') ? resolve() : reject(new Error(body))));
    });
    call.on("error", reject);
    call.end(JSON.stringify({ user, channel: CHANNEL, text }));
  });
}

/** Somebody's open screen, where a form appears. */
export interface Screen {
  user: string;
  /** Resolves at the next change of what is shown. @throws after five seconds without one. */
  change(): Promise<void>;
  close(): void;
}

export async function openScreen(url: string, user: string): Promise<Screen> {
  let shown = () => {};
  const change = () =>
    new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${user} saw no form in 5 s.`)), 5000);
      shown = () => {
        clearTimeout(late);
        resolve();
      };
    });
  const first = change();
  const stream = get(`${url}/sandbox/changes?user=${user}`, { agent: false }, (response) => {
    response.on("data", () => shown());
    response.on("error", () => {});
  });
  stream.on("error", () => {});
  await first;
  return { user, change, close: () => stream.destroy() };
}
