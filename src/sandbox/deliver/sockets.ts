import type { Server } from "node:http";
import { WebSocketServer } from "ws";
import type { Json } from "../control.ts";
import { newSecret } from "../ids.ts";
import { type Envelope, openLine } from "./line.ts";

/** Socket Mode: up to ten connections, each payload to one of them. */
export interface Sockets {
  /** A single-use address for a new connection. */
  ticket(): string;
  readonly refusing: boolean;
  readonly connected: boolean;
  /** The app's answer, or undefined when none came in time. */
  send(envelope: Envelope, patience: number): Promise<Json | undefined>;
  /** Announces a refresh. */
  warn(): void;
  /** Slack's several-times-a-day request to come in by another door. */
  refresh(): void;
  drop(): void;
  refuse(ms: number): void;
  stop(): void;
}

const closingGrace = 500;

export interface SocketOptions {
  server: Server;
  address: () => string;
  appId: string;
  onConnections: () => void;
}

export function openSockets({ server, address, appId, onConnections }: SocketOptions): Sockets {
  const tickets = new Set<string>();
  const line = openLine(onConnections);
  const doorman = new WebSocketServer({ noServer: true });
  let refusedUntil = 0;
  const refusing = () => performance.now() < refusedUntil;

  server.on("upgrade", (request, socket, head) => {
    const url = new URL(request.url ?? "/", "ws://local");
    const known = url.pathname === "/link/" && tickets.delete(url.searchParams.get("ticket") ?? "");
    if (!known || refusing()) {
      socket.end(
        `HTTP/1.1 ${known ? "503 Service Unavailable" : "404 Not Found"}\r\nConnection: close\r\n\r\n`,
      );
      return;
    }
    doorman.handleUpgrade(request, socket, head, (connection) => line.welcome(connection, appId));
  });

  return {
    ticket() {
      const ticket = newSecret();
      tickets.add(ticket);
      setTimeout(() => tickets.delete(ticket), 30_000).unref();
      return `${address()}/link/?ticket=${ticket}&app_id=${appId}`;
    },
    get refusing() {
      return refusing();
    },
    get connected() {
      return line.open.length > 0;
    },
    send: line.send,
    warn: line.warn,
    refresh: () => line.refresh(),
    drop: () => line.everyone().map((connection) => connection.terminate()),
    refuse: (ms) => {
      refusedUntil = performance.now() + ms;
    },
    stop: () => {
      line.giveUp();
      for (const connection of line.everyone()) {
        connection.close(1001);
        setTimeout(() => connection.terminate(), closingGrace).unref();
      }
      doorman.close();
    },
  };
}
