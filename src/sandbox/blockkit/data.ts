import type { Json } from "../control.ts";
import { asList, asObject, asObjects, asText } from "../json.ts";
import { richText } from "./rich-text.ts";
import {
  among,
  choice,
  type Fields,
  flag,
  list,
  number,
  type Rule,
  shape,
  text,
  type Whole,
  whole,
} from "./rule.ts";

/** Tables and charts. */

const rawText = shape({ text: text(10_000) });
const rawNumber = shape({ value: number() }, { text: text(255) });
const richCell: Rule = (cell, at, report) => richText({ type: "rich_text", ...asObject(cell) }, at, report);
const cell = among({ raw_text: rawText, raw_number: rawNumber, rich_text: richCell });
const row = list(cell, 20);

const equalRows: Whole = ({ rows }, at, report) => {
  const [first, ...others] = asList(rows).map((each) => asList(each).length);
  if (others.some((length) => length !== first)) report("must have rows of equal length", `${at}/rows`);
};

/** A header is never rich text. */
const plainHeader: Whole = ({ rows }, at, report) => {
  asObjects(asList(rows)[0]).forEach((header, index) => {
    if (header["type"] === "rich_text")
      report("must be raw_text or raw_number", `${at}/rows/0/${index}/type`);
  });
};

export const table = (shared: Fields) =>
  shape(
    { rows: list(row, 100) },
    {
      ...shared,
      column_settings: list(
        shapeOrNothing({ align: choice("left", "center", "right"), is_wrapped: flag }),
        20,
      ),
    },
    equalRows,
  );

export const dataTable = (shared: Fields) =>
  shape(
    { caption: text(255), rows: list(row, 101, 2) },
    { ...shared, page_size: whole(1, 100), row_header_column_index: whole(0, 19) },
    (value, at, report) => {
      equalRows(value, at, report);
      plainHeader(value, at, report);
    },
  );

/** A column that wants nothing special is `null`. */
function shapeOrNothing(fields: Fields): Rule {
  const settings = shape({}, fields);
  return (value, at, report) => {
    if (value !== null) settings(value, at, report);
  };
}

const name = text(20);
const point = shape({ label: name, value: number() });
const axis = shape({ categories: list(name, 20) }, { x_label: text(50), y_label: text(50) });

/** One point per category in every series, and no two series of one name. */
const seriesFit: Whole = ({ series, axis_config }, at, report) => {
  const categories = asList(asObject(axis_config)["categories"]);
  const named = asObjects(series);
  if (new Set(named.map((each) => each["name"])).size !== named.length)
    report("must have unique series names", `${at}/series`);
  if (new Set(categories).size !== categories.length)
    report("must have unique categories", `${at}/axis_config/categories`);
  named.forEach(({ data }: Json, index) => {
    const labels = asObjects(data).map((each) => asText(each["label"]));
    const fits = labels.length === categories.length && labels.every((label) => categories.includes(label));
    if (!fits) report("must have one data point per category", `${at}/series/${index}/data`);
  });
};

const plotted = shape(
  { series: list(shape({ name, data: list(point, 20) }), 6), axis_config: axis },
  {},
  seriesFit,
);
const above0: Rule = (value, at, report) => {
  number()(value, at, report);
  if (typeof value === "number" && value <= 0) report("must be greater than 0", at);
};
const pie = shape({ segments: list(shape({ label: name, value: above0 }), 20) });

export const chart = (shared: Fields) =>
  shape({ title: text(50), chart: among({ bar: plotted, line: plotted, area: plotted, pie }) }, shared);
