import type { AccountRecord, DepartmentRecord } from "../accounts/index.ts";
import { fold } from "../platform/fold.ts";
import type { MemberRecord } from "../team/index.ts";
import { type Ledger, ledger } from "./ledger.ts";

/** Finds one of ours by e-mail or Slack id. */
export type FindMember = (word: string) => number | undefined;

export function memberBook(members: readonly MemberRecord[]): FindMember {
  const known = new Map<string, number>();
  for (const { id, email, slackUserId } of members) {
    if (email !== null) known.set(email.toLowerCase(), id);
    if (slackUserId !== null) known.set(slackUserId.toLowerCase(), id);
  }
  return (word) => known.get(word.replace(/^<?@|>$/gu, "").toLowerCase());
}

export interface AccountBook {
  records: Ledger<AccountRecord>;
  /** By id, else by name or native name, else by any name it answers to. */
  find(word: string): AccountRecord | "unknown" | "unclear";
  /** Only by name or native name: what makes two rows one account. */
  named(name: string): AccountRecord[];
  byExternalId(id: string): AccountRecord | undefined;
  add(account: Pick<AccountRecord, "name"> & Partial<AccountRecord>): AccountRecord;
}

export function accountBook(existing: readonly AccountRecord[]): AccountBook {
  const records = ledger(existing);
  const external = new Map<string, number>();
  const named = new Map<string, Set<number>>();
  const answering = new Map<string, Set<number>>();
  const enter = (record: AccountRecord) => {
    if (record.externalId !== null) external.set(record.externalId, record.id);
    for (const name of [record.name, record.nativeName]) if (name !== null) put(named, fold(name), record.id);
    for (const name of [...record.names, ...record.aliases.map(fold)]) put(answering, name, record.id);
  };
  existing.forEach(enter);
  const live = (ids: Iterable<number> | undefined) => [...(ids ?? [])].flatMap((id) => records.get(id) ?? []);
  return {
    records,
    byExternalId: (id) => live(external.has(id) ? [external.get(id) ?? 0] : [])[0],
    named: (name) => live(named.get(fold(name))),
    find(word) {
      const byId = this.byExternalId(word);
      if (byId) return byId;
      const exact = live(named.get(fold(word)));
      const found = exact.length > 0 ? exact : live(answering.get(fold(word)));
      return found.length > 1 ? "unclear" : (found[0] ?? "unknown");
    },
    add(account) {
      const record = records.add({
        externalId: null,
        nativeName: null,
        aliases: [],
        grade: null,
        group: null,
        parentId: null,
        industry: null,
        public: false,
        ownerId: null,
        sponsorId: null,
        names: [],
        ...account,
      });
      enter(record);
      return record;
    },
  };
}

export interface DepartmentBook {
  records: Ledger<DepartmentRecord>;
  ofName(accountId: number, name: string): DepartmentRecord[];
  add(accountId: number, name: string, parentId: number | null): DepartmentRecord;
}

export function departmentBook(existing: readonly DepartmentRecord[]): DepartmentBook {
  const records = ledger(existing);
  const known = new Map<string, Set<number>>();
  const key = (accountId: number, name: string) => `${accountId}|${fold(name)}`;
  for (const { id, accountId, name } of existing) put(known, key(accountId, name), id);
  return {
    records,
    ofName: (accountId, name) =>
      [...(known.get(key(accountId, name)) ?? [])].flatMap((id) => records.get(id) ?? []),
    add(accountId, name, parentId) {
      const record = records.add({ accountId, name, parentId, representativeId: null, headcounts: {} });
      put(known, key(accountId, name), record.id);
      return record;
    },
  };
}

export function put<K>(map: Map<K, Set<number>>, key: K, id: number): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}
