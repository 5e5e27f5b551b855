/**
 * The one-line reader: what a rep types after `/visit`, read into a draft. It proposes and never saves; what it is
 * not sure of it says in `doubts`. English and Chinese, mixed as people mix them.
 */
import type { Day } from "../../platform/civil.ts";
import { accountOf, accountsNamed, unknownPlace } from "./accounts.ts";
import { addressesOf } from "./addresses.ts";
import { type Agenda, nextStepOf, plansOf, promisesOf, visitDay, visitTime } from "./agenda.ts";
import { channelOf, keepsSource, onlyATouch, typeOf } from "./contact.ts";
import { datesOf } from "./dates.ts";
import { type Line, lineOf, type Span, withoutNames } from "./line.ts";
import { type Mention, mentionsOf } from "./names.ts";
import { neighboursOf } from "./neighbours.ts";
import { partsOf } from "./parts.ts";
import { type Named, type People, peopleOf } from "./people.ts";
import type { Doubt, Lexicon, Reading } from "./reading.ts";
import { once, type Roles, rolesOf, segmentAt } from "./roles.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import { seatsOf, standsFor, unknownNames } from "./strangers.ts";
import { minutesOf, partOfDay, timesOf } from "./times.ts";
import { type Rival, rivalsOf, type VoiceFound, voicesOf } from "./voices.ts";

export { mentions, mostMentions } from "./mentions.ts";
export type { Doubt, Found, Lexicon, Reading } from "./reading.ts";

/** `now`, `HH:MM`, is the speaker's wall clock; a reading depends on nothing but its arguments. */
export interface Context {
  today: Day;
  now: string;
  lexicon: Lexicon;
}

export function readLine(typed: string, { today, now, lexicon }: Context): Reading {
  const line = lineOf(typed);
  const names = neighboursOf(line, mentionsOf(line, lexicon), lexicon);
  const addresses = addressesOf(line, names);
  const sides = {
    theirs: [...names.filter((name) => name.people.length > 0 || name.as), ...addresses],
    ours: names.filter((name) => name.members.length > 0 && name.people.length === 0),
  };
  const segments = segmentsOf(line, sides, names);
  const rivals = rivalsOf(line, segments, names);
  const called = [...names, ...addresses];
  const plain = withoutNames(line, called);
  const voices = voicesOf(plain, segments, rivals);
  const accounts = accountsNamed(names, rivals);
  const people = peopleOf(line, lexicon, names, addresses, [...new Set(accounts.flatMap((a) => a.accounts))]);
  const everybody = withStrangers(line, people, names, rivals);
  const roles = rolesOf(line, segments, everybody);
  const times = timesOf(line, names);
  const dates = datesOf(line, [...names, ...times]);
  const agenda = { line, today, now, segments, times, dates, names: called, plain };
  const place = unknownPlace(line, called, everybody);
  return compose({ agenda, lexicon, accounts, people, everybody, roles, voices, place });
}

interface Facts {
  agenda: Agenda;
  lexicon: Lexicon;
  accounts: Mention[];
  people: People;
  everybody: Named[];
  roles: Roles;
  voices: VoiceFound[];
  place: string | null;
}

function compose({ agenda, lexicon, accounts, people, everybody, roles, voices, place }: Facts): Reading {
  const { line, plain, segments } = agenda;
  const visit = partsOf(agenda, voices, roles.absent.length > 0);
  const met = once([...roles.met, ...(visit.planned ? roles.planned : [])].sort((a, b) => a.start - b.start));
  const notMet = once(roles.absent);
  const day = visitDay(agenda, visit.told, visit.planned);
  const type = typeOf(plain, visit.told);
  const channel = channelOf(plain, visit.told);
  const minutes = minutesOf(line);
  const account = accountOf(accounts, everybody, place);
  const promises = promisesOf(agenda);
  const plans = segments.filter((segment) => segment.kind === "plan" && !visit.planned);
  const doubts: (Doubt | false)[] = [
    ...account.doubts,
    [...met, ...notMet].some((found) => found.is === "unclear") && "person_unclear",
    !day.certain && "date_not_understood",
    promises.some((promise) => promise.by === "ask") && "direction_unclear",
    promises.some((promise) => promise.due === null) && "date_to_agree",
    channel === "phone" && minutes !== null && minutes < 10 && "under_ten_minutes",
    onlyATouch(plain, visit.told, type, channel) && "only_a_touch",
    (notMet.length > 0 || foundNobody.test(line.text)) && met.length === 0 && "nobody_met",
  ];
  return {
    account: account.account,
    accountCandidates: account.candidates,
    accountUnknown: account.unknown,
    people: met,
    notMet,
    metOn: day.metOn,
    at: visitTime(agenda, visit.told),
    partOfDay: partOfDay(line),
    type,
    channel,
    minutes,
    colleagues: colleaguesOf(people, segments, lexicon.me),
    outcome: line.typed,
    nextStep: nextStepOf(agenda),
    promises,
    voices: voices.map(({ kind, words, ...voice }) => ({
      kind,
      words,
      by: speakerOf(segments, voice, roles),
    })),
    keepSource: keepsSource(line),
    plans: plansOf(agenda, plans, (plan) => {
      const there = once(roles.planned.filter((person) => segmentAt(segments, person) === plan));
      return there.length > 0 ? there : notMet.length > 0 ? notMet : met;
    }),
    doubts: doubts.filter((doubt) => doubt !== false),
  };
}

const foundNobody =
  /\b(?:met|saw|reached|found|caught) (?:nobody|no[ -]?one)\b(?! else)|\b(?:didn'?t|did not) (?:meet|see) any(?:body|one)\b|\b(?:nobody|no one) (?:was )?(?:there|in|available|showed)\b|扑空|没人在|没见到人/u;

function withStrangers(line: Line, people: People, names: Mention[], rivals: Rival[]): Named[] {
  const taken: Span[] = [...names, ...people.theirs, ...people.ours, ...rivals.map((rival) => rival.subject)];
  const strangers = unknownNames(line, [...taken, ...seatsOf(line, taken)]);
  const seats = seatsOf(line, [...taken, ...strangers], [...people.theirs, ...strangers]);
  const named = [...people.theirs, ...strangers, ...seats].sort((a, b) => a.start - b.start);
  return named.flatMap((person) => {
    const other = standsFor(line, person, named);
    return other === null ? [person] : other === "someone" ? [] : [other];
  });
}

/** Members named where the meeting is told; one who "will send it" or was asked for something need not have been there. */
function colleaguesOf(people: People, segments: Segment[], me: number): number[] {
  const there = people.ours.filter((member) => /told|plan/.test(segmentAt(segments, member)?.kind ?? ""));
  return [...new Set(there.map((member) => member.id))].filter((id) => id !== me);
}

/** Who is named right before the telling word, else the only one met. */
function speakerOf(segments: Segment[], voice: { start: number; cue: number }, roles: Roles) {
  const segment = segments.find(({ start }) => start === voice.start);
  const before = roles.met.filter(
    (person) => segment && person.start >= segment.start && person.end <= voice.cue,
  );
  const others = once(roles.met);
  return before.at(-1)?.found ?? (others.length === 1 ? (others[0] ?? null) : null);
}
