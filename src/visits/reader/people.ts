/** Who is named: known people, two who answer to one name (ask), members of ours, names nobody bears yet. */
import { type Address, calledOtherwise } from "./addresses.ts";
import { type Line, overlaps, type Span, within, wordsOf } from "./line.ts";
import type { Mention } from "./names.ts";
import type { Found, Lexicon } from "./reading.ts";

/** A person of the customer's side, and where the line names them. */
export interface Named extends Span {
  found: Found;
  /** Accounts the words may mean; empty when unknown. */
  accounts: number[];
}
export interface People {
  theirs: Named[];
  ours: (Span & { id: number })[];
}

/** `form`: a name that is only valid inside one account (王总, 老王, a given name); a full name is valid anywhere. */
interface Call extends Span {
  name: string;
  form: boolean;
  addressed: boolean;
  /** Asked about even when one candidate is left. */
  doubtful: boolean;
  candidates: number[];
}

const han = /\p{Script=Han}/u;
/** Whom we met is theirs ("we met Wang Li", "our lunch with Wang Li"); who stands beside "we" or "our" is ours. */
const oursBefore =
  /(?:\b(?:our|my|colleagues?)\b[\s,:(]*(?:(?!(?:with|met|saw|w|customer|client|contact)\b)\p{L}+ ){0,2}|\b(?:we|us)\b[\s,:(]*(?:and |both )?|我们的?|咱们?的?|我方|同事|客户经理|带着?|陪同)$/u;

/** `accounts`: those the line names, which decide between people of one name. */
export function peopleOf(
  line: Line,
  lexicon: Lexicon,
  mentions: Mention[],
  addresses: Address[],
  accounts: number[],
): People {
  const homes = new Map(lexicon.people.map((person) => [person.id, person.accountId]));
  const local = (id: number) => accounts.includes(homes.get(id) ?? -1);
  const calls: Call[] = [];
  const ours: People["ours"] = [];
  const elsewhere = (m: Mention) => accounts.length > 0 && m.people.length > 0 && !m.people.some(local);
  const called = addresses.filter(
    (address) => !mentions.some((m) => standsOver(m, address) && !(han.test(m.name) && elsewhere(m))),
  );
  for (const mention of mentions) {
    if (called.some((address) => overlaps(address, mention))) continue;
    const ourSide = oursBefore.test(line.text.slice(Math.max(0, mention.start - 30), mention.start));
    if (mention.members.length > 0 && (mention.people.length === 0 || ourSide)) {
      const [id, ...more] = mention.members;
      if (id !== undefined && more.length === 0) ours.push({ start: mention.start, end: mention.end, id });
    } else if ((mention.people.length > 0 || mention.as === "stranger") && !ourSide) {
      const doubtful = mention.as === "doubtful";
      const form = !doubtful && isForm(mention, lexicon);
      calls.push({ ...mention, form, addressed: false, doubtful, candidates: mention.people });
    }
  }
  for (const address of called) {
    const before = line.text.slice(Math.max(0, address.start - 30), address.start);
    const ourOwn = mentions.find((m) => m.members.length === 1 && overlaps(m, address))?.members[0];
    if (ourOwn !== undefined) ours.push({ ...address, id: ourOwn });
    else if (!oursBefore.test(before)) calls.push(addressCall(address, mentions, lexicon, accounts));
  }
  calls.sort((a, b) => a.start - b.start);
  return { theirs: resolve(line, calls, lexicon, accounts), ours };
}

/** A name that holds the address, or one its title only leads up to: Dr Peter Müller is no Dr Peter. */
const standsOver = (m: Mention, address: Address) =>
  (m.people.length + m.members.length > 0 && within(address, m)) ||
  (m.as !== undefined && overlaps(m, address));

/** 王总 by surname means somebody only once the account is known; Mr Tanaka by his family name. */
function addressCall(address: Address, mentions: Mention[], lexicon: Lexicon, accounts: number[]): Call {
  const here = new Set(lexicon.people.filter((p) => accounts.includes(p.accountId)).map(({ id }) => id));
  const byName = mentions.find(
    (m) =>
      m.people.length > 0 &&
      overlaps(m, address) &&
      (!han.test(m.name) || accounts.length === 0 || m.people.some((id) => here.has(id))),
  );
  const bySurname = lexicon.people.filter(
    (p) => p.surname === address.surname && accounts.includes(p.accountId),
  );
  const candidates = byName ? byName.people : bySurname.map((person) => person.id);
  // 小王总 is hardly 小王; and whoever is 王工 to everybody is hardly 王总.
  const doubtful =
    (byName !== undefined && han.test(address.name) && byName.start < address.start) ||
    lexicon.people.some((p) => candidates.includes(p.id) && calledOtherwise(p.names, address));
  return { ...address, form: true, addressed: true, doubtful, candidates };
}

function isForm(mention: Mention, lexicon: Lexicon): boolean {
  if (han.test(mention.name)) {
    return /^[老小阿]|[总处工局姐哥叔董长]$|经理$|主任$|老师$/u.test(mention.name) || mention.name.length < 2;
  }
  const whole = lexicon.people.some(
    (p) => mention.people.includes(p.id) && p.name.toLowerCase() === mention.name,
  );
  return !mention.name.includes(" ") && !whole;
}

const beside = /^(?:\s?(?:,|&|and|、|和|跟|与)\s?)$/u;

function resolve(line: Line, calls: Call[], lexicon: Lexicon, accounts: number[]): Named[] {
  const home = new Map(lexicon.people.map((person) => [person.id, person.accountId]));
  const inside = (ids: number[], allowed: number[]) =>
    ids.filter((id) => allowed.includes(home.get(id) ?? -1));
  const narrowed = calls.map((call) => {
    const local = inside(call.candidates, accounts);
    if (call.doubtful && local.length === 0) return call;
    if (accounts.length === 0 || (!call.form && local.length === 0)) return call;
    return { ...call, candidates: local };
  });
  const shared = accounts.length === 0 ? sharedAccount(narrowed, home) : null;
  const settled = narrowed.map((call) =>
    shared === null || call.doubtful ? call : { ...call, candidates: inside(call.candidates, [shared]) },
  );
  const sure = new Set(
    settled.flatMap((call) => (call.candidates.length === 1 && !call.doubtful ? call.candidates : [])),
  );
  return settled.map((call) => {
    // "Wang Li … Wang said": the bare name is the one named in full; in "Wang Li and Wang" it is another.
    const listed = settled.some(
      (other) => other.end <= call.start && beside.test(line.text.slice(other.end, call.start)),
    );
    const again = listed ? [] : call.candidates.filter((id) => sure.has(id));
    const candidates = call.candidates.length > 1 && again.length === 1 ? again : call.candidates;
    // Who may be somebody else does not say which account it is.
    const places = call.doubtful ? [] : [...new Set(candidates.map((id) => home.get(id) ?? -1))];
    return { start: call.start, end: call.end, found: foundOf(line, call, candidates), accounts: places };
  });
}

function foundOf(line: Line, call: Call, candidates: number[]): Found {
  const words = wordsOf(line, call);
  const [id] = candidates;
  if (id === undefined) return { is: "unknown", name: words, addressed: call.addressed, words };
  return candidates.length === 1 && !call.doubtful
    ? { is: "person", id, words }
    : { is: "unclear", candidates, words };
}

/** The one account in which everybody named can be found, when there is exactly one. */
function sharedAccount(calls: Call[], home: Map<number, number>): number | null {
  const places = calls
    .filter((c) => c.candidates.length > 0 && !c.doubtful)
    .map((c) => new Set(c.candidates.map((id) => home.get(id) ?? -1)));
  const [first, ...others] = places;
  const shared = [...(first ?? [])].filter((account) => others.every((place) => place.has(account)));
  return shared.length === 1 ? (shared[0] ?? null) : null;
}
