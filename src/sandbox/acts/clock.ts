import { Temporal } from "temporal-polyfill";
import type { ClockAct } from "../control.ts";
import { Impossible } from "../impossible.ts";
import type { Slack } from "../slack.ts";

/** Sets the civil clock: to an instant, forward by a duration such as `PT1H` or `P1D` (24 hours), or back to real time. */
export function turnClock(slack: Slack, act: ClockAct): { now: string } {
  const { clock } = slack.world;
  try {
    if ("set" in act) clock.set(Temporal.Instant.from(act.set));
    else if ("advance" in act) clock.set(clock.now().add(hours(Temporal.Duration.from(act.advance))));
    else clock.live();
  } catch (error) {
    if (error instanceof RangeError) throw new Impossible(`The clock cannot follow that: ${error.message}`);
    throw error;
  }
  return { now: clock.now().toString() };
}

/** An instant knows no days; here a day is 24 hours and a week is seven of them. */
const hours = (duration: Temporal.Duration) =>
  Temporal.Duration.from({
    hours: (duration.weeks * 7 + duration.days) * 24 + duration.hours,
    minutes: duration.minutes,
    seconds: duration.seconds,
    milliseconds: duration.milliseconds,
  });
