import { describe, expect, test } from "vitest";
import { checkSuggestions, textWithin } from "../../src/sandbox/blockkit/index.ts";
import { checkBlocks, checkView } from "../../src/sandbox/index.ts";
import { draftCard } from "../../src/visits/card.view.ts";
import { draftOf } from "../../src/visits/draft.ts";
import { formMetadata } from "../../src/visits/form.ts";
import { readLine } from "../../src/visits/reader/index.ts";
import { visitForm } from "../../src/visits/visit.view.ts";
import { called, exportsOf } from "./modules.ts";
import { ofType, textOf, titlesOf } from "./parts.ts";
import { TODAY, WORDS, type Words } from "./people.samples.ts";
import { SAMPLES, type Shown } from "./views.samples.ts";

const views = (await exportsOf(/\.view\.ts$/)).filter(({ value }) => typeof value === "function").map(called);
const LOCALES = ["en", "zh"] as const;
/** Undocumented, but beyond it Slack refuses a message as a whole. */
const WHOLE_MESSAGE = 13_200;

const LEXICON = {
  me: 1,
  accounts: [{ id: 1, name: "Acme", nativeName: null, names: ["acme"] }],
  people: [],
  members: [],
};
const letter = (at: number) => String.fromCharCode(97 + (at % 26));
const LINES: [string, string][] = [
  ["a name of 90 letters", `met ${"Maximiliane".padEnd(90, "a")} Li at Acme`],
  ["a role of 90 letters", `met the ${"security".padEnd(90, "y")} lead at Acme`],
  [
    "110 people",
    `met ${Array.from({ length: 110 }, (_, at) => `Ann Be${letter(at)}${letter(at / 26)}`).join(", ")} at Acme`,
  ],
];

test("every view has a sample, and every sample a view", () => {
  expect(Object.keys(SAMPLES).toSorted()).toEqual(views.toSorted());
});

interface Case {
  /** "zh, longest, 3": language, words and which of the view's samples. */
  which: string;
  locale: (typeof LOCALES)[number];
  shown: Shown;
}

const casesOf = (name: string): Case[] =>
  LOCALES.flatMap((locale) =>
    Object.entries<Words>(WORDS).flatMap(([words, said]) =>
      (SAMPLES[name]?.(said, locale) ?? []).map((shown, at) => ({
        which: `${locale}, ${words}, ${at}`,
        locale,
        shown,
      })),
    ),
  );

/** Every breach with the case it was found in. */
const found = (name: string, breaches: (one: Case) => string[]): string[] =>
  casesOf(name).flatMap((one) => breaches(one).map((breach) => `${one.which}: ${breach}`));

describe.each(views)("%s", (name) => {
  test("Slack takes it", () => {
    expect(casesOf(name).length).toBeGreaterThan(10);
    expect(found(name, ({ shown }) => refusals(shown))).toEqual([]);
  });

  test("no character is cut in two", () => {
    const halves = ({ shown }: Case) =>
      [...JSON.stringify(shown).matchAll(/.{0,40}\\ud[89a-f]../gi)].map(String);
    expect(found(name, halves)).toEqual([]);
  });

  test("no word of a person formats, links or mentions", () => {
    const { name: who, account, title } = WORDS.hostile;
    const told = ({ shown }: Case) =>
      ofType(shown, "mrkdwn")
        .map(textOf)
        .filter((text) => [who, account, title].some((word) => text.includes(word)));
    expect(found(name, told)).toEqual([]);
  });

  test("buttons are at most two in a row and 20 characters long, titles are whole", () => {
    const crowded = ({ shown }: Case) => {
      const rows = ofType(shown, "actions").map((row) =>
        ofType(row["elements"], "button").map((each) => textOf(each["text"])),
      );
      const labels = rows.flat().filter((label) => label.length > 20 || label.endsWith("…"));
      return [
        ...rows.filter((row) => row.length > 2).map(String),
        ...labels,
        ...titlesOf("view" in shown ? shown.view : {}).filter((each) => each.endsWith("…")),
      ];
    };
    expect(found(name, crowded)).toEqual([]);
  });

  test("a form asks at most seven things before More details", () => {
    const asked = ({ shown }: Case) => ofType(shown, "input").map((input) => String(input["block_id"]));
    const long = (one: Case) =>
      asked(one).includes("metAt") || asked(one).length <= 7 ? [] : [asked(one).join()];
    expect(found(name, long)).toEqual([]);
  });

  test("it speaks one language", () => {
    const foreign = ({ shown, locale }: Case) =>
      [...ofType(shown, "button"), ...ofType(shown, "input")]
        .map((part) => textOf(part["label"] ?? part["text"]))
        .concat(titlesOf("view" in shown ? shown.view : {}))
        .filter((label) => /\p{Script=Han}/u.test(label) !== (locale === "zh"));
    expect(found(name, foreign)).toEqual([]);
  });
});

test.each(LINES)("the form and the card of a line can be shown, even with %s", (_, line) => {
  const reading = readLine(line, { today: TODAY, now: "12:00", lexicon: LEXICON });
  const { draft, remarks } = draftOf(reading, {
    today: TODAY,
    lexicon: LEXICON,
    slackIds: new Map(),
    locale: "en",
  });
  // Whoever does not fit a picker is asked for instead.
  expect([...draft.attendees, ...remarks]).not.toEqual([]);
  const about = {
    draft,
    locale: "en" as const,
    today: TODAY,
    notes: [],
    metadata: "",
    more: true,
    editing: false,
  };
  expect(checkView(visitForm(about))).toEqual([]);
  const message = draftCard(draft, { id: "1", notes: [], understood: "x", locale: "en", today: TODAY });
  expect(refusals({ message })).toEqual([]);
});

test("what Slack would refuse is seen here", () => {
  const refused: Shown[] = [
    { view: { type: "modal", title: { type: "plain_text", text: "x".repeat(25) }, blocks: [] } },
    { message: { text: "", blocks: [{ type: "divider" }] } },
    { message: { text: "x", blocks: Array.from({ length: 51 }, () => ({ type: "divider" as const })) } },
    { options: [{ text: { type: "plain_text", text: "x" }, value: "x".repeat(76) }] },
    { metadata: { nonce: "no" } },
  ];
  expect(refused.map((each) => refusals(each).length > 0)).toEqual([true, true, true, true, true]);
});

function refusals(shown: Shown): string[] {
  if ("view" in shown) return checkView(shown.view);
  if ("options" in shown) return checkSuggestions({ options: shown.options });
  if ("metadata" in shown) {
    try {
      formMetadata.decode(formMetadata.encode(shown.metadata as never));
      return [];
    } catch (error) {
      return [String(error)];
    }
  }
  const { text, blocks } = shown.message;
  const whole = textWithin(blocks) > WHOLE_MESSAGE ? [`${textWithin(blocks)} characters in all`] : [];
  const twin = text.trim() === "" || text.length > 4000 ? [`a twin of ${text.length} characters`] : [];
  return [...checkBlocks("message", blocks), ...whole, ...twin];
}
