/** Which account a line is about: the one it names, else the one all named people share, and then it is a guess. */
import { type Line, matchesOf, overlaps, type Span, wordsOf } from "./line.ts";
import { isCapital, type Mention } from "./names.ts";
import type { Named } from "./people.ts";
import type { Doubt } from "./reading.ts";
import { capitalRun } from "./strangers.ts";
import type { Rival } from "./voices.ts";

export interface AccountRead {
  account: number | null;
  candidates: number[];
  unknown: string | null;
  doubts: Doubt[];
}

/** Accounts by name, without those a customer only praises ("Ericsson just works"). */
export function accountsNamed(mentions: Mention[], rivals: Rival[]): Mention[] {
  return mentions.filter((m) => m.accounts.length > 0 && !rivals.some((rival) => overlaps(rival.subject, m)));
}

export function accountOf(named: Mention[], people: Named[], place: string | null): AccountRead {
  const open = { account: null, candidates: [], unknown: null, doubts: [] };
  const candidates = [...new Set(named.flatMap((mention) => mention.accounts))];
  const known = people.filter((person) => person.accounts.length > 0);
  const shared = candidatesShared(known);
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return { ...open, account: only };
  if (only !== undefined) {
    // Several answer to the words; the people decide when they leave no choice.
    const account = shared.length === 1 ? (candidates.find((id) => id === shared[0]) ?? null) : null;
    return account !== null ? { ...open, account } : { ...open, candidates, doubts: ["account_unclear"] };
  }
  // Wang Li "at Acme" may be another Wang Li: the one we know says nothing of the account.
  if (place !== null) return { ...open, unknown: place, doubts: ["account_unknown"] };
  const [guess] = shared;
  if (guess !== undefined && shared.length === 1)
    return { ...open, account: guess, doubts: ["account_is_a_guess"] };
  return open;
}

const placeAfter = /^ ?(?:at|@) ?((?:[\p{L}\p{N}&][\p{L}\p{N}&'.-]* ?){1,3})/u;
const placeBefore =
  /(?:^|[^\p{Script=Han}存现不正])在((?:(?!\p{Script=Han})[\p{L}\p{N}&' .-])+|\p{Script=Han}{1,6}(?:公司|集团|移动|电信|联通|银行|电力|电网|科技|通信|网络|设计院|研究院)) ?(?:见|跟|和|与|同|拜访|碰|陪)/gu;
/** Where people meet that is nobody's account. */
const venue =
  /\b(?:airport|hotel|inn|cafe|coffee|restaurant|bar|pub|hall|station|cent(?:er|re)|campus|house|lounge|club|fair|expo|forum|summit|congress|conference|event|mwc|ces|ibc|ofc|cebit|plaza|tower|park|stadium|university|street|st|road|square|hilton|marriott|sheraton|hyatt|starbucks|noon)\b/;

/** "Wang Li at Acme", 在Acme见了王立: a place beside the people that no account answers to. */
export function unknownPlace(line: Line, names: Span[], people: Named[]): string | null {
  for (const { end } of people) {
    const match = placeAfter.exec(line.text.slice(end, end + 60));
    if (!match?.[1]) continue;
    const span = capitalRun(line, end + match[0].length - match[1].length, match[1], true);
    if (span && isPlace(line, span, names)) return wordsOf(line, span);
  }
  if (people.length === 0) return null;
  for (const { start, match } of matchesOf(line, placeBefore)) {
    const from = start + match[0].lastIndexOf(match[1] ?? "");
    const span = { start: from, end: from + (match[1] ?? "").trimEnd().length };
    const capital = /\p{Script=Han}/u.test(match[1] ?? "") || isCapital(line, from);
    if (capital && isPlace(line, span, names)) return wordsOf(line, span);
  }
  return null;
}

const isPlace = (line: Line, span: Span, names: Span[]) =>
  !venue.test(line.text.slice(span.start, span.end + 12)) && !names.some((name) => overlaps(name, span));

/** The accounts in which every one of these people may be. One who may be in two leaves both open. */
function candidatesShared(people: Named[]): number[] {
  const [first, ...others] = people;
  if (!first) return [];
  if (people.some((person) => person.accounts.length > 1)) return [];
  return first.accounts.filter((account) => others.every((person) => person.accounts.includes(account)));
}
