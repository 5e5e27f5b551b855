import type { Option } from "@slack/types";
import { pause } from "./backoff.ts";
import { clip } from "./clip.ts";

export type Suggestions = Option[] | { groups: { label: string; options: Option[] }[] };

const MOST = 100;
const LONGEST = 75;

/** The answer to a suggestion request, within what Slack accepts: one bad option would empty the whole list. */
export function suggestionAck(found: Suggestions): object {
  if (Array.isArray(found)) return { options: accepted(found) };
  const groups = found.groups
    .map(({ label, options }) => ({
      label: { type: "plain_text", text: clip(label, LONGEST) },
      options: accepted(options),
    }))
    .filter((group) => group.options.length > 0)
    .slice(0, MOST);
  return groups.length > 0 ? { option_groups: groups } : { options: [] };
}

function accepted(options: Option[]): Option[] {
  return options
    .filter(
      ({ text, value }) =>
        text.text.trim() !== "" && value !== undefined && value !== "" && value.length <= LONGEST,
    )
    .slice(0, MOST)
    .map(
      (option) => ({ ...option, text: { ...option.text, text: clip(option.text.text, LONGEST) } }) as Option,
    );
}

/**
 * Searches for at most `within` milliseconds and answers what there is by then: what was offered, then what was
 * returned. The search learns of its end by the signal it was given.
 */
export async function findInTime(
  search: (offer: (options: Option[]) => void) => Promise<Suggestions>,
  within: number,
): Promise<object> {
  const offered: Option[] = [];
  const done = new AbortController();
  const searching = search((options) => void offered.push(...options)).finally(() => done.abort());
  // A search that fails after its time was up must not end the process.
  searching.catch(() => undefined);
  await pause(within, done.signal);
  const found = done.signal.aborted ? await searching : [];
  return suggestionAck(Array.isArray(found) ? [...offered, ...found] : found);
}
