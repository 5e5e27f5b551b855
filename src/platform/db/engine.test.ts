import { chmod, cp, lstat, mkdtemp, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findPrograms, prepareEngine } from "./engine.ts";
import { findOwner } from "./owner.ts";

let folder: string;
const say = (sentence: string) => {
  throw new Error(`Nothing was to be said, but: ${sentence}`);
};

/** What `npm ci --ignore-scripts` leaves: the package without the links its install script draws (and, here, unread parts). */
async function withoutLinks(name: string): Promise<string> {
  const bare = join(folder, name, "native");
  const filter = async (path: string) =>
    !/(share|postgresql)$/.test(path) && !(await lstat(path)).isSymbolicLink();
  await cp(join(findPrograms(), ".."), join(folder, name), { recursive: true, filter });
  return bare;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rapport-engine-"));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("installed without scripts, the programs get the links they miss", async () => {
  const programs = await withoutLinks("bare");
  const engine = await prepareEngine(programs, await findOwner(), join(folder, "spare"), say);
  expect(engine.major).toBe("18");
  const links = (at: string) => readlink(join(at, "lib/libpq.so.5")).catch(() => "a file of its own");
  expect(await links(programs)).toBe(await links(findPrograms()));
});

test.skipIf(process.getuid?.() !== 0)(
  "root: programs that the server's user cannot reach run from a copy, which is said once",
  async () => {
    const programs = await withoutLinks("locked");
    await chmod(join(folder, "locked"), 0o700);
    const said: string[] = [];
    const prepare = async () =>
      prepareEngine(programs, await findOwner(), join(folder, "spare"), (sentence) => said.push(sentence));
    const [one, two] = await Promise.all([prepare(), prepare()]);
    expect(one).toEqual(two);
    expect(one.postgres).toContain(join(folder, "spare/programs-18"));
    await prepare();
    expect(said).toEqual([expect.stringMatching(/cannot run from .* holds a copy/)]);
  },
);

test("programs that do not run at all end in one sentence", async () => {
  const programs = await withoutLinks("broken");
  for (const name of ["libicuuc.so.60.2", "libicui18n.so.60.2"]) await rm(join(programs, "lib", name));
  const attempt = prepareEngine(programs, await findOwner(), join(folder, "broken-spare"), () => {});
  await expect(attempt).rejects.toThrow(/does not run on this machine \(.*\): set DATABASE_URL/);
});
