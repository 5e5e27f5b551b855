import { sql } from "drizzle-orm";
import * as account from "../../src/accounts/account.store.ts";
import * as accountImport from "../../src/accounts/import.store.ts";
import * as coverage from "../../src/coverage/coverage.store.ts";
import { setNextStep } from "../../src/followups/followup.store.ts";
import * as ledger from "../../src/platform/db/ledger.store.ts";
import type { Scope } from "../../src/platform/db/scope.ts";
import * as lease from "../../src/platform/outbox/lease.store.ts";
import * as outbox from "../../src/platform/outbox/outbox.store.ts";
import { policySchema } from "../../src/policy/index.ts";
import { findPolicy } from "../../src/policy/policy.store.ts";
import { readFile } from "../../src/setup/file/read.ts";
import * as imports from "../../src/setup/import.store.ts";
import type { Kind } from "../../src/setup/index.ts";
import * as peopleImport from "../../src/stakeholders/import.store.ts";
import * as people from "../../src/stakeholders/stakeholder.store.ts";
import * as teamImport from "../../src/team/import.store.ts";
import * as team from "../../src/team/member.store.ts";
import * as draft from "../../src/visits/draft.store.ts";
import { blankDraft } from "../../src/visits/draft.ts";
import * as visitImport from "../../src/visits/import.store.ts";
import { findLexicon } from "../../src/visits/lexicon.store.ts";
import { someFacts } from "../../src/visits/visit.fixture.ts";
import * as visit from "../../src/visits/visit.store.ts";
import { AT, LEASE, NONCE, TODAY } from "./workspaces.world.ts";

/** Calls a store function as one workspace, with the ids that another one uses too. */
export type Case = (scope: Scope) => Promise<unknown>;

const everybody = [1, 2, 3, 4];
const facts = { ...someFacts, metOn: TODAY };
const judgement = { planned: false, effective: false, at: AT };
const search = { accountId: 1, memberId: 1, limit: 50 };
const profile = {
  ...{ slackUserId: "U1", teamId: "T", name: "Ana", email: "ana@example.com", timeZone: "Asia/Shanghai" },
  ...{ locale: "zh" as const, bot: false, guest: false, stranger: false, deleted: false },
};
const files: Record<Kind, string> = {
  members: "email,name,manager\nana@example.com,Ana,new@example.com\nmore@example.com,More,ana@example.com",
  accounts: "id,name,grade,owner\nA1,Acme,A,new@example.com\n,Newly,S,ana@example.com",
  departments: "account,name,level,expectedHeadcount\nA1,Purchasing,senior,3\nA1,Only here,junior,1",
  stakeholders: "account,id,name,department\nA1,P1,Wang Li,Purchasing\nA1,,Wang Li four,Only here",
  visits: "account,metOn,type,attendees,outcome\nA1,2026-03-02,meal,P1,Talked about prices and delivery",
};

/** The rows of a file, as the import hands them to its stores. */
function rowsIn<K extends Kind>(kind: K) {
  const read = readFile(kind, new TextEncoder().encode(files[kind]), {}, TODAY);
  if ("fault" in read)
    throw new Error(`the sample file of ${kind} cannot be read: ${JSON.stringify(read.fault)}`);
  return read;
}

/** One per exported store function. Those of `EXEMPT` take no scope. */
export const CASES: Record<string, Case> = {
  "accounts/account.store findAccount": async (scope) => [
    await account.findAccount(scope, 1),
    await account.findAccount(scope, 3),
  ],
  "accounts/account.store searchAccounts": (scope) => account.searchAccounts(scope, "acme", 1, 50),
  "accounts/account.store hasAccounts": (scope) => account.hasAccounts(scope),
  "accounts/import.store listAccountRecords": (scope) => accountImport.listAccountRecords(scope),
  "accounts/import.store saveAccounts": async (scope) => {
    const records = await accountImport.listAccountRecords(scope);
    const first = records.map((record) => ({ ...record, industry: "changed" }));
    const fresh = records
      .slice(0, 1)
      .map((record) => ({ ...record, id: -1, externalId: "new", parentId: 1 }));
    return accountImport.saveAccounts(scope, [...first, ...fresh]);
  },
  "accounts/import.store listDepartmentRecords": (scope) => accountImport.listDepartmentRecords(scope),
  "accounts/import.store saveDepartments": (scope) =>
    accountImport.saveDepartments(scope, [
      {
        id: 1,
        accountId: 1,
        name: "Renamed",
        parentId: null,
        representativeId: 3,
        headcounts: { senior: 5 },
      },
      { id: -1, accountId: 1, name: "Fresh", parentId: 1, representativeId: null, headcounts: { junior: 1 } },
    ]),
  "coverage/coverage.store restartClocks": async (scope) => {
    await coverage.restartClocks(scope, policySchema.parse({}), everybody);
    await coverage.restartClocks(scope, policySchema.parse({}), "all");
  },
  "coverage/coverage.store listCoverage": async (scope) => {
    await coverage.restartClocks(scope, policySchema.parse({}), "all");
    return coverage.listCoverage(scope, [1, 2, 3], TODAY);
  },
  "coverage/coverage.store listClocks": (scope) => coverage.listClocks(scope, everybody),
  "followups/followup.store setNextStep": async (scope) => {
    const ofVisit = { id: 1, accountId: 1, ownerId: 1 };
    await setNextStep(scope, ofVisit, { words: "changed", dueOn: TODAY });
    await setNextStep(scope, { ...ofVisit, id: 2 }, { words: "another", dueOn: null });
    await setNextStep(scope, ofVisit, null);
  },
  "platform/db/ledger.store firstTime": async (scope) => [
    await ledger.firstTime(scope, "Ev1"),
    await ledger.firstTime(scope, "Ev2"),
  ],
  "platform/db/ledger.store writeAudit": (scope) =>
    ledger.writeAudit(scope, { memberId: 1, act: "visit.edited", subject: "visit:1" }),
  "platform/outbox/outbox.store post": async (scope) => {
    const message = { text: "changed", blocks: [] };
    for (const key of ["card:1", "card:3", "earlier", "card:9"])
      await outbox.post(scope, { key, recipient: "U1", message, subjects: ["visit:1"] });
  },
  "platform/outbox/outbox.store confirmSeen": (scope) =>
    outbox.confirmSeen(scope, "card:2", { channel: "D2", ts: "9.9" }),
  "platform/outbox/lease.store claim": (scope) => lease.claim(scope, LEASE, 30, 10),
  "platform/outbox/lease.store settle": (scope) =>
    lease.settle(scope, { id: 11, lease: LEASE }, { is: "sent", channel: "D1", ts: "9.9" }),
  "platform/outbox/lease.store recoverAbandoned": (scope) => lease.recoverAbandoned(scope),
  "platform/outbox/lease.store findConversation": (scope) => lease.findConversation(scope, "U3"),
  "policy/policy.store findPolicy": findPolicy,
  "setup/import.store importMembers": (scope) => imports.importMembers(scope, rowsIn("members")),
  "setup/import.store importAccounts": (scope) => imports.importAccounts(scope, rowsIn("accounts")),
  "setup/import.store importDepartments": (scope) =>
    imports.importDepartments(scope, rowsIn("departments"), { createAccounts: true }),
  "setup/import.store importStakeholders": (scope) =>
    imports.importStakeholders(scope, rowsIn("stakeholders"), { createAccounts: true }, TODAY),
  "setup/import.store importVisits": (scope) => imports.importVisits(scope, rowsIn("visits"), TODAY),
  "setup/import.store takeTurn": async (scope) => {
    await imports.takeTurn(scope);
    // Another workspace's import need not wait: this one holds its own turn and no more.
    const held = await scope.db.execute(sql`
      select objid = (hashtext(${scope.workspace})::bigint & 4294967295)::oid as own
        from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`);
    return [...held];
  },
  "stakeholders/import.store listStakeholderRecords": async (scope) => [
    await peopleImport.listStakeholderRecords(scope, { accountIds: [1], externalIds: [], emails: [] }),
    await peopleImport.listStakeholderRecords(scope, {
      accountIds: [],
      externalIds: ["P1"],
      emails: ["wang@acme.com"],
    }),
  ],
  "stakeholders/import.store saveStakeholders": async (scope) => {
    const wanted = { accountIds: [1, 2], externalIds: [], emails: [] };
    const records = await peopleImport.listStakeholderRecords(scope, wanted);
    const changed = records.map((record) => ({
      ...record,
      title: "changed",
      reportsToId: record.id === 1 ? 2 : 1,
    }));
    const fresh = records
      .slice(0, 1)
      .map((record) => ({ ...record, id: -1, externalId: "new", reportsToId: 1 }));
    return peopleImport.saveStakeholders(scope, [...changed, ...fresh], TODAY);
  },
  "stakeholders/import.store adoptOwnerless": (scope) => peopleImport.adoptOwnerless(scope, [1, 2, 3]),
  "stakeholders/import.store listPeopleOf": (scope) => peopleImport.listPeopleOf(scope, [1, 2, 3]),
  "stakeholders/stakeholder.store listStakeholders": (scope) => people.listStakeholders(scope, everybody),
  "stakeholders/stakeholder.store searchStakeholders": (scope) =>
    people.searchStakeholders(scope, "wang", search),
  "stakeholders/stakeholder.store addStakeholders": (scope) =>
    people.addStakeholders(
      scope,
      1,
      [{ name: "Wang Li" }, { name: "theirs Wang Li four" }, { title: "Buyer" }],
      TODAY,
    ),
  "team/import.store listMemberRecords": (scope) => teamImport.listMemberRecords(scope),
  "team/import.store saveMembers": async (scope) => {
    const records = await teamImport.listMemberRecords(scope);
    const fresh = records
      .slice(0, 1)
      .map((each) => ({ ...each, id: -1, email: "fresh@example.com", managerId: 1 }));
    await teamImport.saveMembers(scope, [
      ...records.map((each) => ({ ...each, region: "changed" })),
      ...fresh,
    ]);
  },
  "team/member.store openWorkspace": async (scope) => [
    await team.openWorkspace(scope, "again"),
    await team.openWorkspace({ ...scope, workspace: "TNEW" }, "new"),
  ],
  "team/member.store findMember": (scope) => team.findMember(scope, "U1"),
  "team/member.store listMembers": (scope) => team.listMembers(scope, everybody),
  "team/member.store listAddresses": (scope) => team.listAddresses(scope, everybody),
  "team/member.store listMembersBySlackId": (scope) => team.listMembersBySlackId(scope, ["U1", "U2"]),
  "team/member.store admitMember": async (scope) => [
    await team.admitMember(scope, profile),
    await team.admitMember(scope, { ...profile, slackUserId: "U9", email: "new@example.com" }),
    await team.admitMember(scope, { ...profile, slackUserId: "U8", email: null }, "U8"),
  ],
  "team/member.store followProfile": (scope) => team.followProfile(scope, "U1", { active: false }),
  "team/member.store appointAdministrator": (scope) => team.appointAdministrator(scope, "ANA@example.com"),
  "team/member.store findManagersAbove": (scope) => team.findManagersAbove(scope, everybody),
  "visits/draft.store keepDraft": (scope) => draft.keepDraft(scope, LEASE, 1, blankDraft(TODAY)),
  "visits/draft.store findDraft": (scope) => draft.findDraft(scope, NONCE, 1),
  "visits/draft.store dropDraft": (scope) => draft.dropDraft(scope, NONCE, 1),
  "visits/import.store listImportedVisits": (scope) => visitImport.listImportedVisits(scope, [1, 2, 3]),
  "visits/import.store saveVisits": (scope) => {
    const record = { ...facts, effective: true, authorId: 1, attendees: [1, 2], colleagues: [2], minutes: 5 };
    const old = { ...record, id: 1, importKey: "K1" };
    return visitImport.saveVisits(scope, [old, { ...record, id: -1, importKey: "K9" }], TODAY);
  },
  "visits/lexicon.store findLexicon": (scope) => findLexicon(scope, 1, ["acme", "wang li", "ana", "王"]),
  "visits/visit.store insertVisit": async (scope) => [
    await visit.insertVisit(scope, facts, judgement, { nonce: NONCE, formWords: "w", authorId: 1 }),
    await visit.insertVisit(scope, facts, judgement, { nonce: LEASE, formWords: "w", authorId: 1 }),
  ],
  "visits/visit.store reviseVisit": async (scope) => {
    const before = await visit.findVisit(scope, 1);
    const kept = { formWords: "new", editWords: null, previous: null };
    return visit.reviseVisit(scope, before ?? ({ id: 1, version: 1 } as visit.Visit), facts, judgement, kept);
  },
  "visits/visit.store setDeleted": async (scope) => [
    await visit.setDeleted(scope, 1, AT, AT),
    await visit.setDeleted(scope, 2, null, AT),
  ],
  "visits/visit.store findVisit": async (scope) => [
    await visit.findVisit(scope, 1),
    await visit.findVisit(scope, 3),
  ],
  "visits/visit.store findVisitOfForm": (scope) => visit.findVisitOfForm(scope, NONCE),
  "visits/visit.store setPeople": (scope) =>
    visit.setPeople(scope, 1, { attendeeIds: [2], colleagueIds: [3] }),
};

/** Store functions that are asked without a workspace, each for its reason. */
export const EXEMPT: Record<string, string> = {
  "team/member.store hasWorkspaces": "asked before there is a workspace; tells only whether there is any",
};
