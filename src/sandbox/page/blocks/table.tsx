import { useState } from "preact/hooks";
import type { Json } from "../../control.ts";
import { Icon } from "../icons.tsx";
import { isJson, num, objs, str } from "../json.ts";
import { rich } from "../text/rich.ts";
import { Parts } from "../text/text.tsx";

const rowsOf = (block: Json): Json[][] => {
  const rows = block["rows"];
  return Array.isArray(rows) ? rows.map((row) => (Array.isArray(row) ? row.filter(isJson) : [])) : [];
};

function Cell({ cell }: { cell: Json }) {
  if (str(cell, "type") === "rich_text") return <Parts parts={rich(cell)} />;
  return <>{str(cell, "text") || String(cell["value"] ?? "")}</>;
}

/** The `table` block: the first row is the header. */
export function Table({ block }: { block: Json }) {
  const [header = [], ...rows] = rowsOf(block);
  const settings = objs(block, "column_settings");
  const align = (column: number) => ({ textAlign: str(settings[column], "align") || undefined });
  return (
    <div class="grid-scroll">
      <table class="grid">
        <thead>
          <tr>
            {header.map((cell, column) => (
              <th key={column} scope="col" style={align(column)}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} style={align(column)}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Order {
  column: number;
  descending: boolean;
}

const isNumber = (cell: Json | undefined) => str(cell, "type") === "raw_number";

function compare(a: Json | undefined, b: Json | undefined): number {
  if (isNumber(a) && isNumber(b)) return (num(a, "value") ?? 0) - (num(b, "value") ?? 0);
  return str(a, "text").localeCompare(str(b, "text"), undefined, { numeric: true });
}

const PAGE_SIZE = 5;

/** The `data_table` block: pages, and sorts by any column. */
export function DataTable({ block }: { block: Json }) {
  const [order, setOrder] = useState<Order | null>(null);
  const [page, setPage] = useState(0);
  const [header = [], ...body] = rowsOf(block);
  const size = num(block, "page_size") ?? PAGE_SIZE;
  const pages = Math.max(1, Math.ceil(body.length / size));
  const sign = order?.descending ? -1 : 1;
  const sorted = order ? body.toSorted((a, b) => sign * compare(a[order.column], b[order.column])) : body;
  const shown = sorted.slice(page * size, (page + 1) * size);
  const caption = str(block, "caption");
  const sortBy = (column: number) => {
    setPage(0);
    setOrder(
      order?.column !== column
        ? { column, descending: false }
        : order.descending
          ? null
          : { column, descending: true },
    );
  };

  return (
    <div class="data-table">
      <div class="grid-scroll">
        <table class="grid">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {header.map((cell, column) => {
                const sorting =
                  order?.column === column ? (order.descending ? "descending" : "ascending") : "none";
                return (
                  <th
                    key={column}
                    scope="col"
                    aria-sort={sorting}
                    class={isNumber(body[0]?.[column]) ? "number" : ""}
                  >
                    <button type="button" onClick={() => sortBy(column)}>
                      <Cell cell={cell} />
                      <Icon name="sort" size={12} />
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <Row key={index} row={row} head={num(block, "row_header_column_index")} />
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && <Pager page={page} pages={pages} total={body.length} size={size} setPage={setPage} />}
    </div>
  );
}

function Row({ row, head }: { row: Json[]; head: number | undefined }) {
  return (
    <tr>
      {row.map((cell, column) =>
        column === head ? (
          <th key={column} scope="row">
            <Cell cell={cell} />
          </th>
        ) : (
          <td key={column} class={isNumber(cell) ? "number" : ""}>
            <Cell cell={cell} />
          </td>
        ),
      )}
    </tr>
  );
}

interface PagerProps {
  page: number;
  pages: number;
  total: number;
  size: number;
  setPage: (page: number) => void;
}

function Pager({ page, pages, total, size, setPage }: PagerProps) {
  return (
    <div class="pager">
      <span>
        {page * size + 1}–{Math.min(total, (page + 1) * size)} of {total}
      </span>
      <button
        type="button"
        class="button button-plain"
        disabled={page === 0}
        onClick={() => setPage(page - 1)}
      >
        Previous
      </button>
      <button
        type="button"
        class="button button-plain"
        disabled={page >= pages - 1}
        onClick={() => setPage(page + 1)}
      >
        Next
      </button>
    </div>
  );
}
