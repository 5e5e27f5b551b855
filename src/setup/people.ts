import { fold } from "../platform/fold.ts";
import type { StakeholderRecord } from "../stakeholders/index.ts";
import { put } from "./books.ts";
import { type Ledger, ledger } from "./ledger.ts";

/** The people a file may mean, and the ways to find them. */
export interface PeopleBook {
  records: Ledger<StakeholderRecord>;
  byExternalId(id: string): StakeholderRecord | undefined;
  byEmail(email: string): StakeholderRecord[];
  /** Those of an account written so, in either script: what makes two rows one person. */
  named(accountId: number, name: string): StakeholderRecord[];
  /** Seats: known by their title only. */
  seats(accountId: number, title: string): StakeholderRecord[];
  /** By id, by e-mail, by whole name, else by any name one answers to at this account. */
  find(accountId: number, word: string): StakeholderRecord[];
  add(person: Omit<StakeholderRecord, "id">): StakeholderRecord;
  /** Takes note of names and addresses said since. */
  enter(id: number): void;
}

export function peopleBook(existing: readonly StakeholderRecord[]): PeopleBook {
  const records = ledger(existing);
  const external = new Map<string, Set<number>>();
  const emails = new Map<string, Set<number>>();
  const named = new Map<string, Set<number>>();
  const answering = new Map<string, Set<number>>();
  const at = (accountId: number, name: string) => `${accountId}|${fold(name)}`;
  const live = (ids: Iterable<number> | undefined) => [...(ids ?? [])].flatMap((id) => records.get(id) ?? []);
  const enter = (id: number) => {
    const person = records.get(id);
    if (person === undefined) return;
    if (person.externalId !== null) put(external, person.externalId, id);
    if (person.email !== null) put(emails, person.email.toLowerCase(), id);
    for (const name of [person.name, person.nativeName])
      if (name !== null) put(named, at(person.accountId, name), id);
    if (person.name === null && person.title !== null)
      put(named, at(person.accountId, `seat|${person.title}`), id);
    for (const name of [...person.names, ...person.aliases, person.addressedAs])
      if (name !== null) put(answering, at(person.accountId, name), id);
  };
  for (const { id } of existing) enter(id);
  const book: PeopleBook = {
    records,
    byExternalId: (id) => live(external.get(id))[0],
    byEmail: (email) => live(emails.get(email.toLowerCase())),
    named: (accountId, name) => live(named.get(at(accountId, name))),
    seats: (accountId, title) => live(named.get(at(accountId, `seat|${title}`))),
    find(accountId, word) {
      const byId = book.byExternalId(word);
      if (byId) return [byId];
      const byEmail = book.byEmail(word);
      if (byEmail.length > 0) return byEmail;
      const whole = book.named(accountId, word);
      return whole.length > 0 ? whole : live(answering.get(at(accountId, word)));
    },
    add(person) {
      const added = records.add(person);
      enter(added.id);
      return added;
    },
    enter,
  };
  return book;
}
