import { useEffect, useState } from "preact/hooks";
import { Temporal } from "temporal-polyfill";
import { Icon } from "./icons.tsx";
import { Menu, type MenuItem } from "./menu.tsx";
import { say as speak, TIME } from "./text/dates.ts";
import { useWorkspace } from "./workspace.tsx";

/** When a working day's messages go out: the moment people want to see. */
const MORNING = 9;

/** The next moment at that hour, strictly later, on a day that `fits`. */
function nextMorning(now: Temporal.ZonedDateTime, fits: (day: Temporal.ZonedDateTime) => boolean) {
  let day = now.with({ hour: MORNING, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  while (Temporal.ZonedDateTime.compare(day, now) <= 0 || !fits(day)) day = day.add({ days: 1 });
  return day;
}

/** The workspace's civil clock: a person may skip to the morning instead of waiting for it. */
export function Clock() {
  const { state, reader, act, say } = useWorkspace();
  const shown = useTicking(state.now.instant);
  const now = Temporal.Instant.fromEpochMilliseconds(shown.getTime()).toZonedDateTimeISO(reader.zone);
  const english = { ...reader, locale: "en-GB" };
  const date = speak(english, shown, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  const time = speak(english, shown, TIME);

  const move = async (body: object) => {
    const outcome = await act("clock", body);
    if (outcome.ok === false) say(outcome.error ?? "The clock did not move.");
  };
  const to = (moment: Temporal.ZonedDateTime) => () => void move({ set: moment.toInstant().toString() });
  const nine = nextMorning(now, () => true);
  const monday = nextMorning(now, (day) => day.dayOfWeek === 1);
  const tomorrow = nine.toPlainDate().equals(now.toPlainDate()) ? "" : "tomorrow ";
  const skips: MenuItem[] = [
    { key: "nine", label: `Skip to ${tomorrow}09:00`, pick: to(nine) },
    { key: "hour", label: "One hour on", pick: to(now.add({ hours: 1 })) },
    { key: "day", label: "One day on", pick: to(now.add({ days: 1 })) },
    { key: "monday", label: "Next Monday, 09:00", pick: to(monday) },
  ];
  if (!state.now.live)
    skips.push({ key: "live", label: "Back to the real time", pick: () => void move({ live: true }) });

  return (
    <div class="clock">
      <Menu
        label="Clock"
        spoken
        class="clock-face"
        heading={`Time in ${reader.zone.split("/").at(-1)?.replaceAll("_", " ")}`}
        face={
          <>
            <Icon name="clock" size={16} />
            <span class="unseen">Clock </span>
            <span class="clock-date">{date.replace(",", "")}</span>
            <b>{time}</b>
            <span class="clock-mode" data-live={state.now.live}>
              {state.now.live ? "live" : "set"}
            </span>
          </>
        }
        items={skips}
      />
      <span class="clock-skips">
        <button type="button" onClick={to(nine)}>
          skip to {tomorrow}09:00
        </button>
        <button type="button" onClick={to(monday)}>
          next Monday
        </button>
        {!state.now.live && (
          <button type="button" onClick={() => void move({ live: true })}>
            live
          </button>
        )}
      </span>
    </div>
  );
}

/** The server says the time with each state; between two states it goes on by itself. */
function useTicking(instant: string): Date {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const start = Date.now();
    setPassed(0);
    const timer = setInterval(() => setPassed(Date.now() - start), 5000);
    return () => clearInterval(timer);
  }, [instant]);
  return new Date(Date.parse(instant) + passed);
}
