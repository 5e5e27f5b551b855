import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runToEnd, type Started, startProcess } from "../harness/process.ts";
import { Actor } from "../harness/rapport.ts";

let folder: string;
let rapport: Started | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rapport-kill-"));
  // Run by root, the database server is another user, who must get in.
  await chmod(folder, 0o755);
  await writeFile(
    join(folder, "people.csv"),
    "account,name,title\nZephyr Rail,Odile Garnier,Head of signalling\n",
  );
});
afterAll(async () => {
  await rapport?.stop();
  await rm(folder, { recursive: true, force: true });
});

test("a visit saved before kill -9 is there after the next start, with its card", async () => {
  rapport = await startProcess(folder);
  const imported = await runToEnd(
    ["src/cli.ts", "import", "stakeholders", join(folder, "people.csv"), "--create-accounts"],
    { RAPPORT_DATA: folder },
  );
  expect(imported).toMatchObject({ code: 0 });
  const ana = new Actor(rapport.page, "U0ANA");
  await ana.command("/visit with Odile Garnier, she wants the tunnels done first");
  await ana.form("Log a visit");
  expect(await ana.submit()).toMatchObject({ ok: true });
  await ana.reads("Visit saved: Zephyr Rail");
  await rapport.kill();

  rapport = await startProcess(folder);
  const again = new Actor(rapport.page, "U0ANA");
  const card = await again.reads("Visit saved: Zephyr Rail");
  await again.press(card, "visits.edit");
  expect((await again.form("Edit visit")).values["outcome"]?.["outcome"]).toMatchObject({
    value: "with Odile Garnier, she wants the tunnels done first",
  });
  expect(await rapport.stop()).toBe(0);
  rapport = undefined;
}, 60_000);
