import type { Json, State } from "../../control.ts";
import { obj, objs, str, strs } from "../json.ts";
import { words } from "../text/text.tsx";

/** One line of a list to choose from. */
export interface Option {
  key: string;
  label: string;
  description: string;
  /** What the value holds once it is chosen: the option itself, or an id. */
  held: unknown;
  avatar?: string;
}

export interface Group {
  label: string;
  options: Option[];
}

export const optionOf = (json: Json): Option => ({
  key: str(json, "value"),
  label: words(obj(json, "text")),
  description: words(obj(json, "description")),
  held: json,
});

/** The options an element or a suggestion brings: bare, or in groups. */
export function groupsOf(source: { options: Json[]; groups: Json[] }): Group[] {
  const bare = source.options.length ? [{ label: "", options: source.options.map(optionOf) }] : [];
  const named = source.groups.map((group) => ({
    label: words(obj(group, "label")),
    options: objs(group, "options").map(optionOf),
  }));
  return [...bare, ...named];
}

export const people = (state: State): Group[] => [
  {
    label: "",
    options: state.people
      .filter((person) => !person.deleted && !person.isBot)
      .map(({ id, name, realName, title }) => {
        const description = title || (name === realName ? "" : name);
        return { key: id, label: realName, description, held: id, avatar: id };
      }),
  },
];

export function conversations(state: State, element: Json): Group[] {
  const include = strs(obj(element, "filter"), "include");
  const kinds = { channel: "public", private: "private", direct: "im", app: "im" } as const;
  const options = state.conversations
    .filter(({ kind }) => include.length === 0 || include.includes(kinds[kind]))
    .map(({ id, kind, name }) => {
      const label = kind === "channel" || kind === "private" ? `#${name}` : name;
      return { key: id, label, description: "", held: id };
    });
  return [{ label: "", options }];
}

export function matching(groups: Group[], query: string): Group[] {
  const wanted = query.trim().toLocaleLowerCase();
  const found = ({ label, description }: Option) =>
    `${label} ${description}`.toLocaleLowerCase().includes(wanted);
  return groups
    .map((group) => ({ ...group, options: group.options.filter(found) }))
    .filter(({ options }) => options.length > 0);
}
