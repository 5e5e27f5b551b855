import { createCluster, readCluster } from "./cluster.ts";
import { findPrograms, prepareEngine } from "./engine.ts";
import { joinServer, recoverServer, type Server } from "./join.ts";
import type { Settings } from "./launch.ts";
import { findPlace } from "./place.ts";
import { shutDown } from "./postmaster.ts";
import { DatabaseTrouble } from "./trouble.ts";

export interface Embedded {
  url: string;
  /** Leaves the server; whoever leaves last stops it. `force` stops it whoever is there. */
  stop(options?: { force: boolean }): Promise<void>;
}

export interface EmbeddedOptions {
  /** Told one sentence when something is not as the person may expect it. */
  say: (sentence: string) => void;
  /** Server settings on top of ours; they count only for the process that starts the server. */
  settings?: Settings;
  /** Where root keeps what the server's user cannot reach otherwise. */
  elsewhere?: string;
}

/**
 * Joins the server on `<dataFolder>/postgres`, whoever started it, or starts it, or creates it. While this process is on
 * it, a server that breaks down is started again at the same port. Throws DatabaseTrouble with a sentence to act on.
 */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions): Promise<Embedded> {
  const server = await openServer(dataFolder, options);
  const leaving = new AbortController();
  let recovery: Promise<void> | undefined;
  const onLost = () => {
    if (!leaving.signal.aborted) recovery = recover();
  };
  const recover = async () => {
    joined = (await recoverServer(server, onLost, leaving.signal)) ?? joined;
    if (joined.port !== port)
      server.say(`The database moved to port ${joined.port} because ${port} is taken: start Rapport again.`);
  };
  let joined = await joinServer(server, onLost, leaving.signal);
  const { port } = joined;
  return {
    url: server.url("rapport", port),
    async stop({ force } = { force: false }) {
      leaving.abort();
      await recovery;
      // A server that is gone already leaves nothing to stop.
      const last = await joined.presence.leave().catch(() => false);
      if (last || force) await shutDown(server.cluster);
      await joined.presence.close();
    },
  };
}

async function openServer(dataFolder: string, options: EmbeddedOptions): Promise<Server> {
  const { say, settings = {}, elsewhere = "/var/lib/rapport" } = options;
  const place = await findPlace(dataFolder, elsewhere);
  const spare = "uid" in place.owner ? elsewhere : dataFolder;
  const engine = await prepareEngine(findPrograms(), place.owner, spare, say);
  if (!place.folder) await createCluster(place, engine, say);
  const { folder, owner } = place.folder
    ? { ...place, folder: place.folder }
    : await foundAgain(dataFolder, elsewhere);
  const cluster = await readCluster(folder, engine);
  const url = (database: string, port: number) =>
    `postgres://rapport:${cluster.password}@127.0.0.1:${port}/${database}`;
  return { engine, owner, cluster, settings, say, url };
}

async function foundAgain(dataFolder: string, elsewhere: string) {
  const { folder, owner } = await findPlace(dataFolder, elsewhere);
  if (folder === undefined)
    throw new DatabaseTrouble(`The database in ${dataFolder} was removed while it was created.`);
  return { folder, owner };
}
