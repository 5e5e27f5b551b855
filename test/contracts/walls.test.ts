import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../harness/database.ts";
import { adrift, lax, leaks, outside, sharedUniqueness } from "./walls.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test("every table belongs to a workspace: its primary key begins with one", async () => {
  expect(await outside(database.sql)).toEqual([]);
});

test("no row can point into another workspace: every foreign key carries the workspace on both sides", async () => {
  expect(await leaks(database.sql)).toEqual([]);
});

test("every row goes with its workspace: a chain of foreign keys leads there", async () => {
  expect(await adrift(database.sql)).toEqual([]);
});

test("nothing is unique across workspaces: two of them may use the same name, e-mail or nonce", async () => {
  expect(await sharedUniqueness(database.sql)).toEqual([]);
});

test("a workspace is always said: its column is never empty and has no default", async () => {
  expect(await lax(database.sql)).toEqual([]);
});

test("a table without walls would be seen by each of these", async () => {
  const { sql } = database;
  await sql`create table loose (id int primary key, workspace_id text default 'T1', email text unique)`;
  await sql`create table island (workspace_id text, id int, primary key (workspace_id, id))`;
  await sql`create table leaky (workspace_id text, id int, loose_id int references loose, primary key (workspace_id, id))`;
  expect(await outside(sql)).toEqual(["loose"]);
  expect(await leaks(sql)).toEqual(["leaky: leaky_loose_id_fkey"]);
  expect((await adrift(sql)).toSorted()).toEqual(["island", "leaky", "loose"]);
  expect(await sharedUniqueness(sql)).toEqual(["loose: loose_pkey", "loose: loose_email_key"]);
  expect(await lax(sql)).toEqual(["loose"]);
  await sql`drop table loose, island, leaky`;
});
