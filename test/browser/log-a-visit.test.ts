import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openDatabase } from "../../src/platform/db/open.ts";
import { DESKTOP, openBrowser, PHONE } from "../harness/browser.ts";
import { type Started, startProcess } from "../harness/process.ts";

let folder: string;
let rapport: Started;
let close: () => Promise<void> = async () => {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rapport-browser-"));
  // Run by root, the database server is another user, who must get in.
  await chmod(folder, 0o755);
  rapport = await startProcess(folder);
});
afterEach(() => close());
afterAll(async () => {
  await rapport.stop();
  await rm(folder, { recursive: true, force: true });
});

test("a newcomer types a line, sees the form, saves, and it survives kill -9", async () => {
  const page = await open(DESKTOP);
  await type(page, "/visit lunch with Tobias Krüger at DN yesterday, our invoices are wrong again");
  const form = page.getByRole("dialog", { name: "Log a visit" });
  await form.getByText("1 of 1 person found").waitFor();
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByText("Visit saved: Deutsche Netz AG").waitFor();
  await form.waitFor({ state: "detached" });

  await rapport.kill();
  rapport = await startProcess(folder);
  expect(await outcomes()).toContain(
    "lunch with Tobias Krüger at DN yesterday, our invoices are wrong again",
  );
  await page.goto(`${rapport.page}/?as=U0ANA`);
  await page.getByText("Visit saved: Deutsche Netz AG").waitFor();
});

test("what is missing is said beside its field; what was typed stays; then it saves", async () => {
  const page = await open(DESKTOP);
  await type(page, "/visit");
  const form = page.getByRole("dialog", { name: "Log a visit" });
  await form.getByLabel("Outcome").fill("She wants the acceptance moved.");
  await form.getByRole("button", { name: "Save" }).click();
  await form.getByRole("alert").first().waitFor();
  await choose(page, "Account", "fjord", /^Fjordnett/);
  await choose(page, "Who did you meet?", "", /last met|never met/);
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByText("Visit saved: Fjordnett ASA").waitFor();
  expect(await outcomes()).toContain("She wants the acceptance moved.");
});

test("on a phone a line to Rapport becomes a card, and one press saves it", async () => {
  const page = await open(PHONE);
  await type(page, "昨晚跟移动王总吃饭，王总说基站老断站");
  await page.getByText("Save this visit to Huanan Mobile?").waitFor();
  await page.getByRole("log").getByRole("button", { name: "Save" }).click();
  await page.getByText("Visit saved: Huanan Mobile").waitFor();
  expect(await outcomes()).toContain("昨晚跟移动王总吃饭，王总说基站老断站");
  await page.getByRole("log").getByRole("button", { name: "Undo" }).last().click();
  await page.getByText("Visit deleted: Huanan Mobile").waitFor();
});

async function open(viewport: { width: number; height: number }): Promise<Page> {
  const browser = await openBrowser(viewport);
  close = browser.close;
  const page = await browser.context.newPage();
  await page.goto(`${rapport.page}/?as=U0ANA`);
  return page;
}

async function type(page: Page, words: string): Promise<void> {
  const composer = page.getByRole("textbox", { name: "Message Rapport" });
  await composer.fill(words);
  await composer.press("Enter");
}

async function choose(page: Page, label: string, typed: string, option: RegExp): Promise<void> {
  const field = page.getByRole("combobox", { name: label });
  await field.click();
  await field.fill(typed);
  await page.getByRole("option", { name: option }).first().click();
}

/** Straight from PostgreSQL, past everything that Rapport says of itself. */
async function outcomes(): Promise<string[]> {
  const database = await openDatabase({ dataFolder: folder, say: () => {}, applicationName: "a look" });
  const rows = await database.sql<{ outcome: string }[]>`select outcome from visits where deleted_at is null`;
  await database.close();
  return rows.map(({ outcome }) => outcome);
}
