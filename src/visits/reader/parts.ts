/** Which parts of a line tell of the visit itself. */
import type { Agenda } from "./agenda.ts";
import { channelOf, isOver, typeOf } from "./contact.ts";
import type { DateFound } from "./days.ts";
import { type Line, overlaps, type Span } from "./line.ts";
import type { Segment } from "./segments.ts";
import type { VoiceFound } from "./voices.ts";

export interface Parts {
  /** Each up to where a voice begins. */
  told: Span[];
  /** The line only arranges a meeting: that meeting is the visit, and it is still to come. */
  planned: boolean;
}

const isArranged = /^(?:(?:re)?scheduled|booked|postponed|moved to|arranged|改|推迟|延|约在)/u;

/** 约了 beside a meeting told of is a plan for later; a line that only says 约了 … is the meeting to come. */
export function partsOf(agenda: Agenda, voices: VoiceFound[], missed: boolean): Parts {
  const { line, plain, segments, dates } = agenda;
  const told = segments.filter((segment) => segment.kind === "told" || segment.kind === "absent");
  const plans = segments.filter((segment) => segment.kind === "plan");
  // Whoever was missed makes it a visit told of, even if another day was agreed on.
  const planned = plans.length > 0 && !missed && !hasMeeting(line, plain, told, plans, dates);
  const parts = planned ? [...told, ...plans] : told;
  const upToVoice = parts.map((part) => {
    const voice = voices.find((found) => found.start === part.start);
    return voice ? { start: part.start, end: voice.cue } : part;
  });
  return { told: upToVoice, planned };
}

function hasMeeting(line: Line, plain: Line, told: Segment[], plans: Segment[], dates: DateFound[]): boolean {
  if (told.some((part) => part.kind === "absent") || isOver(line, told)) return true;
  const dated = told.filter((part) => dates.some((date) => !date.due && overlaps(part, date)));
  // 周二约了王总: the day before 约了 is the day agreed on, unless another follows.
  const agreed = (part: Segment) =>
    plans.some((p) => p.start === part.end && !dates.some((date) => overlaps(p, date)));
  if (dated.some((part) => !agreed(part))) return true;
  // "Acme QBR scheduled for Thursday": the type belongs to what is scheduled.
  if (plans.some((plan) => isArranged.test(line.text.slice(plan.start, plan.end)))) return false;
  return typeOf(plain, told) !== null || channelOf(plain, told) !== null;
}
