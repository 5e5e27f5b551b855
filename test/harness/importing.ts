import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Scope, scopeOf } from "../../src/platform/db/scope.ts";
import { importFile, type Kind, type Options } from "../../src/setup/index.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";

/** The day of every import in these tests. */
const TODAY = "2026-03-09";

/** A fresh workspace before each test, and files to import into it. */
export function importing() {
  let database: FreshDatabase;
  let scope: Scope;
  let turn = 0;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    const workspace = `T${turn++}`;
    await database.sql`insert into workspaces (id, name) values (${workspace}, 'Nordwind')`;
    scope = scopeOf(database.db, workspace);
  });

  const load = (kind: Kind, bytes: Uint8Array, options: Options = {}) =>
    importFile({ scope, kind, bytes, options, today: TODAY });
  return {
    load,
    sql: () => database.sql,
    workspace: () => scope.workspace,
    people: () =>
      database.sql`select s.*, a.name as account from stakeholders s join accounts a using (workspace_id)
                    where a.id = s.account_id and s.workspace_id = ${scope.workspace} order by s.id`,
    /** Two of ours and two accounts: what most files are about. */
    async company() {
      await load(
        "members",
        lines(
          "email,name,role,customer_management,manager",
          "ana@n.example,Ana Lindqvist,rep,no,mei@n.example",
          "mei@n.example,Mei Zhang,rep,yes,",
        ),
      );
      await load(
        "accounts",
        lines("name,aliases,grade,owner", "Deutsche Netz AG,DN;D-Netz,S,ana@n.example", "华南移动,移动,A,"),
      );
    },
  };
}

export const lines = (...rows: string[]) => new TextEncoder().encode(rows.join("\n"));
