import type { WebSocket } from "ws";
import type { Json } from "../control.ts";
import { asObject, asText, parseJson } from "../json.ts";

export type Envelope = Json & { envelope_id: string };

const mostConnections = 10;
const pingEvery = 10_000;
const warningTime = 10_000;
const closeAfterRefresh = 10_000;

/** The open connections, and the envelopes that wait for an ack or, over a refresh, for a connection. */
export function openLine(onConnections: () => void) {
  const open: WebSocket[] = [];
  const leaving = new Set<WebSocket>();
  const awaited = new Map<string, (answer: Json | undefined) => void>();
  const unsent: string[] = [];

  const post = (message: string) => {
    const next = open.find((connection) => connection.readyState === connection.OPEN);
    if (!next) return unsent.push(message);
    open.push(...open.splice(open.indexOf(next), 1));
    return next.send(message);
  };
  const forget = (connection: WebSocket) => {
    if (open.includes(connection)) open.splice(open.indexOf(connection), 1);
    leaving.delete(connection);
    onConnections();
  };

  /** A connection that was asked to leave gets no more payloads, but its acks still count until it closes. */
  const refresh = (asked = [...open]) => {
    for (const connection of asked.filter((each) => open.includes(each))) {
      open.splice(open.indexOf(connection), 1);
      leaving.add(connection);
      connection.send(disconnect("refresh_requested"));
      setTimeout(() => connection.terminate(), closeAfterRefresh).unref();
    }
    onConnections();
  };

  return {
    open,
    everyone: () => [...open, ...leaving],
    welcome(connection: WebSocket, appId: string) {
      if (open.length >= mostConnections) {
        connection.send(disconnect("too_many_websockets"));
        connection.close();
        return;
      }
      connection.on("message", (data) => {
        const ack = asObject(parseJson(String(data)));
        awaited.get(asText(ack["envelope_id"]) ?? "")?.(asObject(ack["payload"]));
      });
      const pinging = setInterval(() => connection.ping(), pingEvery);
      connection.on("error", () => connection.terminate());
      connection.on("close", () => {
        clearInterval(pinging);
        forget(connection);
      });
      open.push(connection);
      connection.send(hello(appId, open.length));
      onConnections();
      for (const message of unsent.splice(0)) post(message);
    },
    send(envelope: Envelope, patience: number): Promise<Json | undefined> {
      const message = JSON.stringify(envelope);
      return new Promise((resolve) => {
        const settle = (answer: Json | undefined) => {
          clearTimeout(timer);
          awaited.delete(envelope.envelope_id);
          if (unsent.includes(message)) unsent.splice(unsent.indexOf(message), 1);
          resolve(answer);
        };
        const timer = setTimeout(() => settle(undefined), patience);
        awaited.set(envelope.envelope_id, settle);
        post(message);
      });
    },
    giveUp: () => {
      for (const settle of awaited.values()) settle(undefined);
    },
    warn() {
      const warned = [...open];
      for (const connection of warned) connection.send(disconnect("warning"));
      setTimeout(() => refresh(warned), warningTime).unref();
    },
    refresh,
  };
}

const debugInfo = { host: "local", build_number: 1, approximate_connection_time: 18_060 };

const disconnect = (reason: string) => JSON.stringify({ type: "disconnect", reason, debug_info: debugInfo });

const hello = (appId: string, connections: number) =>
  JSON.stringify({
    type: "hello",
    num_connections: connections,
    debug_info: debugInfo,
    connection_info: { app_id: appId },
  });
