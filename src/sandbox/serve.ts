import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isIPv6 } from "node:net";
import { answerControl } from "./acts/routes.ts";
import { answerCall } from "./api/call.ts";
import { answerResponseUrl } from "./deliver/respond.ts";
import { answerJson } from "./http.ts";
import type { Slack } from "./slack.ts";
import { documents } from "./world/open.ts";

/** The page and its parts, by path. */
export interface Page {
  html: string;
  assets: Record<string, { type: string; body: string | Uint8Array }>;
}

interface Serving {
  page: (() => Promise<Page>) | undefined;
  log: (message: string, error: unknown) => void;
}

/** Opens the door. Whoever knocks finds the workspace by `slack`, which is complete once this has returned. */
export async function serve(
  { port, host = "127.0.0.1" }: { port: number; host?: string },
  slack: () => Slack,
  serving: Serving,
): Promise<{ server: Server; url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(slack(), request, response, serving).catch((error: unknown) => {
      serving.log("The local Slack failed to answer", error);
      if (!response.headersSent) answerJson(response, 500, { ok: false, error: "internal_error" });
      else response.destroy();
    });
  });
  await listen(server, port, host);
  const address = server.address();
  const taken = typeof address === "object" && address ? address.port : port;
  return {
    server,
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${taken}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Its sentence says what to set. */
class PortTaken extends Error {
  override name = "PortTaken";
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = `Port ${port} is taken: set SANDBOX_PORT to a free one, or stop what listens there.`;
      reject(error.code === "EADDRINUSE" ? new PortTaken(taken) : error);
    });
    server.listen(port, host, resolve);
  });
}

async function answer(slack: Slack, request: IncomingMessage, response: ServerResponse, serving: Serving) {
  if (!isLocal(request)) return answerJson(response, 403, { ok: false, error: "loopback only" });
  const url = new URL(request.url ?? "/", slack.url);
  const { pathname: path } = url;
  const isPost = request.method === "POST";
  if (isPost && path.startsWith("/api/")) await answerCall(slack, request, response, path.slice(5));
  else if (path.startsWith("/sandbox/")) await answerControl(slack, request, response, url);
  else if (isPost && path.startsWith("/response/"))
    await answerResponseUrl(slack, request, response, path.slice(10));
  else if (serving.page && request.method === "GET") await answerPage(await serving.page(), response, path);
  else answerJson(response, 404, { ok: false, error: "not_found" });
  slack.world.journal.tidy(() => documents(slack.world));
}

function answerPage({ html, assets }: Page, response: ServerResponse, path: string): void {
  const home = { type: "text/html; charset=utf-8", body: html };
  const found = path === "/" ? home : (assets[path] ?? assets[path.slice(1)]);
  response.writeHead(found ? 200 : 404, {
    "content-type": found?.type ?? "text/plain",
    "cache-control": "no-store",
  });
  response.end(found?.body ?? "Not found");
}

/**
 * Whoever controls the workspace sits at this machine. The Host header tells a page whose name was made to point here,
 * the Origin header a page from elsewhere that posts blindly.
 */
function isLocal({ socket, headers }: IncomingMessage): boolean {
  const isNear = /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? "");
  const origin = headers.origin;
  return isNear && isLoopback(`http://${headers.host}`) && (origin === undefined || isLoopback(origin));
}

const isLoopback = (address: string) =>
  URL.canParse(address) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(address).hostname);
