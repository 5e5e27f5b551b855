/** Who was met, who was not, and who is only spoken of. */
import { absentAfter } from "./cues.ts";
import { type Line, matchesOf, type Span } from "./line.ts";
import type { Named } from "./people.ts";
import type { Found } from "./reading.ts";
import type { Segment } from "./segments.ts";

export interface Roles {
  met: Named[];
  absent: Named[];
  /** Named after "agreed to meet", 约了. */
  planned: Named[];
}

const spokenOf =
  /(?:\b(?:about|re|regarding|instead of|on behalf of|cc|asked about|replac(?:es|ed|ing)|successor of)|关于|代替|接替|问起|提到)[\s:]*$/u;

export function rolesOf(line: Line, segments: Segment[], named: Named[]): Roles {
  const late = absentByWhatFollows(line, named);
  const roles: Roles = { met: [], absent: [], planned: [] };
  const aside: Named[] = [];
  for (const person of named) {
    const segment = segmentAt(segments, person);
    const kind = segment?.kind ?? "told";
    if (late.has(person) || kind === "absent") roles.absent.push(person);
    else if (spokenOf.test(line.text.slice(Math.max(0, person.start - 24), person.start))) continue;
    else if (kind === "plan" && segment && person.start >= segment.cueEnd) roles.planned.push(person);
    else if (kind === "follow_up" || (kind === "promise" && segment && person.start >= segment.cueEnd))
      aside.push(person);
    else roles.met.push(person);
  }
  // "promised Wang Li slides": with nobody told of before, whom we promised is whom we met.
  const promised = aside.filter((person) => segmentAt(segments, person)?.kind === "promise");
  if (roles.met.length === 0 && roles.absent.length === 0) roles.met.push(...promised);
  return withoutAbsent(roles);
}

export const segmentAt = (segments: Segment[], { start }: Span) =>
  segments.find((segment) => start >= segment.start && start < segment.end);

const alongside = /^(?:[\s&、/,]|and|or|和|跟|与|及|\(|\))*$/u;

/** "Wang and Li weren't there", 吴总没来: the names right before the words, joined by "and". */
function absentByWhatFollows(line: Line, named: Named[]): Set<Named> {
  const absent = new Set<Named>();
  for (const { start } of matchesOf(line, absentAfter)) {
    let edge = start;
    for (const person of named.toReversed()) {
      if (person.end > edge) continue;
      const gap = line.text.slice(person.end, edge);
      const first = edge === start;
      if (
        !(first
          ? /^(?:\s|也|又|都|今天|临时|还|\)|,? who)*$/u.test(gap)
          : gap.trim() !== "" && !gap.includes(",") && alongside.test(gap))
      )
        break;
      absent.add(person);
      edge = person.start;
    }
  }
  return absent;
}

/** Met once and missed once is not met: the clock of somebody we may not have seen stays where it is. */
function withoutAbsent({ met, absent, planned }: Roles): Roles {
  const missed = new Set(absent.map((person) => keyOf(person.found)));
  return { met: met.filter((person) => !missed.has(keyOf(person.found))), absent, planned };
}

const keyOf = (found: Found) =>
  found.is === "person"
    ? `person:${found.id}`
    : found.is === "unclear"
      ? `unclear:${found.candidates.join()}`
      : `${found.is}:${found.words.toLowerCase()}`;

/** Everybody once, in the order of the line. */
export function once(named: Named[]): Found[] {
  const seen = new Map<string, Found>();
  for (const { found } of named) if (!seen.has(keyOf(found))) seen.set(keyOf(found), found);
  return [...seen.values()];
}
