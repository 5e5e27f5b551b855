import { WebSocket } from "ws";
import { settableClock } from "../../../src/platform/clock.ts";
import { readManifestFile, startSandbox } from "../../../src/sandbox/index.ts";
import { CHANNEL, people, TEAM } from "../people.ts";

/** The local Slack in a process of its own; asked "acks", it tells how long each ack took since it was last asked. */

const took = timeAcks();
const { url, apiUrl, botToken, appToken } = await startSandbox({
  workspace: {
    team: { id: TEAM, name: "Bench", domain: "bench" },
    people,
    channels: [
      {
        ...{ id: CHANNEL, name: "bench", topic: "", isPrivate: false, withApp: false },
        ...{ isExtShared: false, isPendingExtShared: false, isOrgShared: false },
        members: people.map(({ name }) => name),
      },
    ],
    userGroups: [],
  },
  manifest: await readManifestFile("manifest.yml"),
  clock: settableClock(),
  port: 0,
});
process.on("message", () => process.send?.(took.splice(0)));
process.on("disconnect", () => process.exit(0));
console.log(JSON.stringify({ url, apiUrl, botToken, appToken }));

/** From the envelope's way into the socket to its ack out of it, finer than the log of calls keeps it. */
function timeAcks(): number[] {
  const sent = new Map<string, number>();
  const took: number[] = [];
  const { send, emit } = WebSocket.prototype;
  WebSocket.prototype.send = function (this: WebSocket, ...args: unknown[]) {
    const id = envelopeIn(args[0]);
    if (id) sent.set(id, performance.now());
    Reflect.apply(send, this, args);
  };
  WebSocket.prototype.emit = function (this: WebSocket, ...args: unknown[]): boolean {
    const id = args[0] === "message" ? envelopeIn(String(args[1])) : undefined;
    const began = id && sent.get(id);
    if (began) took.push(performance.now() - began);
    if (id) sent.delete(id);
    return Reflect.apply(emit, this, args);
  } as typeof emit;
  return took;
}

function envelopeIn(message: unknown): string | undefined {
  return typeof message === "string" ? /"envelope_id":"([^"]+)"/.exec(message)?.[1] : undefined;
}
