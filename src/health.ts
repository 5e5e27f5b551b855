import { createServer } from "node:http";

/** `/healthz`: the process lives. `/readyz`: it can serve, or which part cannot. Public on purpose: they say no more. */
export interface Readiness {
  database(): Promise<boolean>;
  slack(): boolean;
}

class PortTaken extends Error {
  override name = "PortTaken";
}

/** @throws PortTaken with the sentence that says what to set. */
export async function serveHealth(
  port: number,
  ready: Readiness,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const say = (status: number, body: object) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.url === "/healthz") return say(200, { ok: true });
    if (request.url !== "/readyz") return say(404, { ok: false });
    const parts = { database: await ready.database(), slack: ready.slack() };
    return say(parts.database && parts.slack ? 200 : 503, { ok: parts.database && parts.slack, ...parts });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new PortTaken(`Port ${port} is taken by another program. Set PORT to a free one.`)
          : error,
      ),
    );
    server.listen(port, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
