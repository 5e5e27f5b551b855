import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { DatabaseTrouble } from "./trouble.ts";

const run = promisify(execFile);

/** The account the server runs as; empty for "as ourselves". */
export type Owner = { uid: number; gid: number } | Record<string, never>;

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, created when missing. */
export async function findOwner(): Promise<Owner> {
  if (process.getuid?.() !== 0) return {};
  const known = await lookUp();
  if (known) return known;
  try {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  } catch (error) {
    // Another process may have created it in the meantime.
    const created = await lookUp();
    if (created) return created;
    throw new DatabaseTrouble(
      "PostgreSQL does not run as root and the user postgres could not be created: start Rapport as an ordinary user, or set DATABASE_URL.",
      { cause: error },
    );
  }
  return (await lookUp()) ?? {};
}

async function lookUp(): Promise<Owner | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", "postgres"]), run("id", ["-g", "postgres"])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
