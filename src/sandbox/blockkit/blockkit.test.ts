import { expect, test } from "vitest";
import type { Json } from "../control.ts";
import { checkBlocks, checkSuggestions, checkView } from "./index.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const marked = (text: string) => ({ type: "mrkdwn", text });
const option = (value: string) => ({ text: plain(value), value });
const options = (count: number) => Array.from({ length: count }, (_, at) => option(`o${at}`));
const section = (more: Json = {}) => ({ type: "section", text: marked("Hello"), ...more });
const modal = (...blocks: Json[]) => ({ type: "modal", title: plain("Log"), submit: plain("Save"), blocks });
const input = (element: Json) => ({ type: "input", label: plain("What"), element });
const onMessage = (...blocks: Json[]) => checkBlocks("message", blocks);

test("ordinary blocks are taken", () => {
  const button = { type: "button", action_id: "go", text: plain("Go"), value: "1", style: "primary" };
  expect(
    onMessage(
      section({ accessory: { type: "overflow", options: options(5) } }),
      { type: "section", fields: [marked("a"), plain("b")] },
      { type: "header", text: plain("Top") },
      { type: "divider" },
      {
        type: "context",
        elements: [marked("c"), { type: "image", image_url: "https://a.example/b.png", alt_text: "b" }],
      },
      { type: "actions", elements: [button, { type: "static_select", options: options(100) }] },
      { type: "markdown", text: "**bold**" },
      {
        type: "rich_text",
        elements: [
          { type: "rich_text_section", elements: [{ type: "text", text: "Wang Li", style: { bold: true } }] },
          {
            type: "rich_text_list",
            style: "bullet",
            elements: [{ type: "rich_text_section", elements: [] }],
          },
        ],
      },
    ),
  ).toEqual([]);
  const asked = { type: "external_select", action_id: "who", min_query_length: 1 };
  expect(checkView(modal(input({ type: "plain_text_input", multiline: true }), input(asked)))).toEqual([]);
  expect(checkView({ type: "home", blocks: [section()] })).toEqual([]);
});

test("a breach is told in Slack's words, with a pointer to it", () => {
  expect(onMessage(section({ text: marked("x".repeat(3001)) }))).toEqual([
    "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
  ]);
  expect(onMessage({ type: "nonsense" })).toEqual([
    "unsupported type: nonsense [json-pointer:/blocks/0/type]",
  ]);
  expect(onMessage({ type: "header" })).toEqual(["missing required field: text [json-pointer:/blocks/0]"]);
  expect(onMessage(section({ colour: "red" }))).toEqual([
    "invalid additional property: colour [json-pointer:/blocks/0]",
  ]);
  expect(checkView({ ...modal(section()), title: plain("x".repeat(25)) })).toEqual([
    "must be less than 25 characters [json-pointer:/view/title/text]",
  ]);
});

test.each<[string, Json[]]>([
  ["51 blocks", Array.from({ length: 51 }, () => section())],
  ["no blocks", []],
  ["a section with nothing in it", [{ type: "section" }]],
  ["an empty text", [section({ text: marked("") })]],
  ["eleven fields", [{ type: "section", fields: Array.from({ length: 11 }, () => plain("x")) }]],
  ["a header in mrkdwn", [{ type: "header", text: marked("x") }]],
  ["eleven context elements", [{ type: "context", elements: Array.from({ length: 11 }, () => plain("x")) }]],
  ["twenty-six buttons", [{ type: "actions", elements: Array.from({ length: 26 }, () => button()) }]],
  ["a long button", [{ type: "actions", elements: [button({ text: plain("x".repeat(76)) })] }]],
  ["a long button value", [{ type: "actions", elements: [button({ value: "x".repeat(2001) })] }]],
  ["a text input outside an input block", [{ type: "actions", elements: [{ type: "plain_text_input" }] }]],
  ["a button as an input", [input({ type: "button", text: plain("x") })]],
  ["a select with 101 options", [section({ accessory: { type: "static_select", options: options(101) } })]],
  ["a select without options", [section({ accessory: { type: "static_select" } })]],
  ["eleven radio buttons", [section({ accessory: { type: "radio_buttons", options: options(11) } })]],
  ["six overflow options", [section({ accessory: { type: "overflow", options: options(6) } })]],
  [
    "an option value of 76",
    [section({ accessory: { type: "static_select", options: [option("x".repeat(76))] } })],
  ],
  [
    "a preset nobody offers",
    [section({ accessory: { type: "static_select", options: options(1), initial_option: option("z") } })],
  ],
  ["an impossible date", [section({ accessory: { type: "datepicker", initial_date: "2026-13-01" } })]],
  ["two blocks of one id", [section({ block_id: "a" }), section({ block_id: "a" })]],
  [
    "two elements of one id",
    [{ type: "actions", elements: [button({ action_id: "a" }), button({ action_id: "a" })] }],
  ],
  ["an image without a description", [{ type: "image", image_url: "https://a.example/b.png" }]],
  ["an alert in a message", [{ type: "alert", text: plain("Careful") }]],
])("a message refuses %s", (_what, blocks) => {
  expect(onMessage(...blocks)).not.toEqual([]);
});

function button(more: Json = {}): Json {
  return { type: "button", text: plain("Go"), ...more };
}

test("a form without Submit is refused, and so are messages' own blocks in it", () => {
  const { submit: _submit, ...unsendable } = modal(input({ type: "plain_text_input" }));
  expect(checkView(unsendable)).toEqual(["missing required field: submit [json-pointer:/view]"]);
  expect(checkView(modal({ type: "alert", text: plain("Careful"), level: "warning" }))).toEqual([]);
  expect(checkView(modal({ type: "markdown", text: "x" }))).not.toEqual([]);
  expect(checkView({ ...modal(section()), private_metadata: "x".repeat(3001) })).not.toEqual([]);
});

const cell = (text: string) => ({ type: "raw_text", text });
const dataTable = (...rows: Json[][]) => ({ type: "data_table", caption: "Overdue", rows });

test("a data table has equal rows, no empty cell and at least one row below its header", () => {
  const header = [cell("Account"), cell("Days")];
  const row = [cell("Acme"), { type: "raw_number", value: 12, text: "12" }];
  expect(onMessage({ ...dataTable(header, row), page_size: 10, row_header_column_index: 0 })).toEqual([]);
  expect(onMessage(dataTable(header))).not.toEqual([]);
  expect(onMessage(dataTable(header, [cell("Acme")]))).not.toEqual([]);
  expect(onMessage(dataTable(header, [cell("Acme"), cell("")]))).not.toEqual([]);
  const rich = { type: "rich_text", elements: [{ type: "rich_text_section", elements: [] }] };
  expect(onMessage(dataTable([cell("Account"), rich], row))).not.toEqual([]);
  const wide = Array.from({ length: 2 }, () => [cell("x".repeat(6_000))]);
  expect(onMessage(dataTable(...wide))).not.toEqual([]);
});

test("a chart has one point per category, names of at most twenty characters, and one companion at most", () => {
  const data = [
    { label: "W1", value: 61 },
    { label: "W2", value: 67 },
  ];
  const chart = (categories: string[], name = "S"): Json => ({
    type: "data_visualization",
    title: "Coverage by week",
    chart: {
      type: "line",
      series: [{ name, data }],
      axis_config: { categories, x_label: "Week", y_label: "%" },
    },
  });
  const fine = chart(["W1", "W2"]);
  expect(onMessage(fine, fine)).toEqual([]);
  expect(onMessage(fine, fine, fine)).not.toEqual([]);
  expect(onMessage(chart(["W1"]))).not.toEqual([]);
  expect(onMessage(chart(["W1", "W2"], "x".repeat(21)))).not.toEqual([]);
  const pie = (value: number) => ({
    type: "data_visualization",
    title: "Grades",
    chart: { type: "pie", segments: [{ label: "S", value }] },
  });
  expect(onMessage(pie(1))).toEqual([]);
  expect(onMessage(pie(0))).not.toEqual([]);
});

test("an external select takes options and nothing else, a hundred at most", () => {
  expect(checkSuggestions({ options: options(100) })).toEqual([]);
  expect(checkSuggestions({ options: [] })).toEqual([]);
  expect(checkSuggestions({ options: options(101) })).not.toEqual([]);
  expect(checkSuggestions({ text: "Nobody" })).not.toEqual([]);
});
