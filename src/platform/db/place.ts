import { execFile } from "node:child_process";
import { chmod, lstat, mkdir, realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { findOwner, type Owner } from "./owner.ts";
import { codeOf, DatabaseTrouble, troubleWith } from "./trouble.ts";

const run = promisify(execFile);

/** Where a database is, or is to be created. */
export interface Place {
  /** The folder, or a link to it when it had to go elsewhere: deleting the data folder still means starting afresh. */
  address: string;
  /** The real folder; undefined while there is none. */
  folder: string | undefined;
  /** Where a new one is created. */
  parent: string;
  owner: Owner;
}

/** Finds the database of a data folder. `elsewhere` is used when the server's user cannot get into the data folder. */
export async function findPlace(dataFolder: string, elsewhere: string): Promise<Place> {
  const home = resolve(dataFolder);
  const address = join(home, "postgres");
  try {
    if (await lstat(address).catch(() => undefined)) return await existingPlace(address, home);
    await makeHome(home);
    const owner = await findOwner();
    if (await canEnter(home, owner)) return { address, folder: undefined, parent: home, owner };
    await openFolder(elsewhere).catch((error) => {
      throw new DatabaseTrouble(
        `The user postgres cannot get into ${home} and ${elsewhere} cannot take the database: let others pass through the folders above it (chmod o+x), or set DATABASE_URL.`,
        { cause: error },
      );
    });
    return { address, folder: undefined, parent: elsewhere, owner };
  } catch (error) {
    throw troubleWith(home, error) ?? error;
  }
}

async function makeHome(home: string): Promise<void> {
  await mkdir(home, { recursive: true }).catch((error) => {
    // What Node says of a read-only disk when it makes several folders at once.
    if (codeOf(error) !== "ENOENT") throw error;
    throw new DatabaseTrouble(
      `The folder ${home} cannot be created: choose another with RAPPORT_DATA, or set DATABASE_URL.`,
      { cause: error },
    );
  });
}

/** An existing folder is served by whoever owns it, so `sudo npm start` opens what `npm start` created. */
async function existingPlace(address: string, home: string): Promise<Place> {
  const folder = await realpath(address).catch((error) => {
    throw new DatabaseTrouble(
      `${address} points to a folder that is gone: bring it back, or delete the link to begin with an empty database.`,
      { cause: error },
    );
  });
  const { uid, gid } = await stat(folder);
  const owner = process.getuid?.() === 0 && uid !== 0 ? { uid, gid } : await findOwner();
  if (await canEnter(folder, owner)) return { address, folder, parent: home, owner };
  throw new DatabaseTrouble(
    `The user that runs the database (${uid}) cannot get into ${folder}: let others pass through the folders above it (chmod o+x).`,
  );
}

/** A folder of ours that every user may pass through, whatever umask we were started with. */
export async function openFolder(folder: string): Promise<void> {
  if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755);
}

/** Asked of the system rather than computed: access lists and mount options count too. */
async function canEnter(folder: string, owner: Owner): Promise<boolean> {
  if (!("uid" in owner)) return true;
  return run("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...owner, cwd: "/" }).then(
    () => true,
    () => false,
  );
}
