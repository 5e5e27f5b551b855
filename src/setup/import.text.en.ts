import type { ImportWords } from "./words.text.ts";

const plural = (one: string, many: string) => (count: number) => `${count} ${count === 1 ? one : many}`;
const quoted = (word: string | undefined) => `“${word ?? ""}”`;

export const english: ImportWords = {
  problem: {
    empty_file: () => "The file is empty. Its first line should name the columns.",
    workbook: () => "This is an Excel workbook. In Excel choose Save As → CSV UTF-8, and import that file.",
    utf16: () => "This file is UTF-16. Save it as CSV UTF-8 and import it again.",
    not_utf8: () =>
      "This line has letters that are not UTF-8, so names would come out wrong. In Excel choose Save As → CSV UTF-8.",
    quote_not_closed: () =>
      'The row that begins here opens a quote (") and never closes it. Close it, or double it ("") if it belongs to the text.',
    stray_quote: ([noticed]) =>
      `The row that begins here has a quote (") out of place, noticed at line ${noticed}. A cell with a quote inside is written "like ""this""".`,
    missing_column: ([wanted, ...have]) =>
      `There is no column ${wanted}. The columns are: ${have.join(", ") || "none"}.`,
    doubled_column: ([first, second]) =>
      `${quoted(first)} and ${quoted(second)} are the same column. Keep one of them.`,
    cell_count: ([has, wants]) =>
      `${has} cells where the header has ${wants}: is a comma or a quote (") missing, or one too many?`,
    missing_cell: (_, column) => `${column} is empty.`,
    not_an_email: ([word], column) => `${column}: ${quoted(word)} is not an e-mail address.`,
    not_a_date: ([word], column) => `${column}: ${quoted(word)} is not a date. Write it 2026-03-09.`,
    date_needs_order: ([word], column) =>
      `${column}: ${quoted(word)} could be two days. Import again with --dates dmy (day first) or --dates mdy (month first).`,
    in_the_future: ([word], column) =>
      `${column}: ${word} has not come yet. An import holds past visits only.`,
    word_unknown: ([word, ...known], column) =>
      `${column}: ${quoted(word)} is not known here. Write ${known.join(", ")}.`,
    member_unknown: ([word], column) =>
      `${column}: nobody of ours is ${quoted(word)}. Write an e-mail or a Slack id, and import members first.`,
    account_unknown: ([word], column) =>
      `${column}: there is no account ${quoted(word)}. Import it first, or add --create-accounts.`,
    account_unclear: ([word], column) =>
      `${column}: several accounts answer to ${quoted(word)}. Write the full name or the id.`,
    department_unclear: ([word], column) =>
      `${column}: the account has several departments ${quoted(word)}; left empty.`,
    person_unknown: ([word, account], column) =>
      `${column}: nobody at ${account} is ${quoted(word)}. Import the person first, or write the name as it is here.`,
    person_unclear: ([word, account], column) =>
      `${column}: several people at ${account} answer to ${quoted(word)}. Write the full name, an e-mail or an id.`,
    twin_in_file: ([word, line]) =>
      `${quoted(word)} is already at line ${line}. If these are two, give each an id or an e-mail; if it is one, keep one row.`,
    twin_here: ([word]) =>
      `There are several called ${quoted(word)} here. Say by id or e-mail which one is meant.`,
    key_twice: ([word, line], column) =>
      `${column}: ${quoted(word)} is already at line ${line}, with other cells. That row was taken.`,
    last_administrator: () => "This would leave nobody in customer management, so they stay in it.",
    level_unknown: ([word], column) =>
      `${column}: ${quoted(word)} is not a level (executive, senior, middle, junior); kept as unknown.`,
    grade_unknown: ([word], column) =>
      `${column}: ${quoted(word)} is not a grade (S, A, B, C); left ungraded.`,
    birthday_unread: ([word], column) =>
      `${column}: ${quoted(word)} is not a birthday I can read; left empty. Write 1961-05-12 or --05-12.`,
    birthday_needs_order: ([word], column) =>
      `${column}: ${quoted(word)} could be two days; left empty. Import again with --dates dmy or --dates mdy to fill it in.`,
    email_left_out: ([word], column) => `${column}: ${quoted(word)} is not an e-mail address; left empty.`,
    not_yes_or_no: ([word], column) => `${column}: ${quoted(word)} is neither yes nor no; left as it was.`,
    not_a_number: ([word], column) => `${column}: ${quoted(word)} is not a whole number; left as it was.`,
    only_first_department: ([first, others], column) =>
      `${column}: a person has one department. ${quoted(first)} was taken, not ${quoted(others)}.`,
    link_left_out: ([word], column) => `${column}: can't tell who or what ${quoted(word)} is; left empty.`,
    headcount_needs_level: ([count], column) =>
      `${column}: ${count} of which level? Left out; fill in the level.`,
    same_row_twice: ([word, line]) =>
      `${quoted(word)} stands word for word at line ${line} already; taken once.`,
    kept_apart: ([word]) => `Another ${quoted(word)} is at the same account; kept as two people.`,
    deleted_here: ([word]) => `The visit (${word}) was deleted here, and stays deleted.`,
    damaged_text: ([word], column) =>
      `${column}: ${quoted(word)} has a damaged letter (\ufffd); the file lost it before the import.`,
    circle_left_out: ([word], column) =>
      `${column}: with ${quoted(word)} the line would lead back to itself; left empty.`,
  },
  things: {
    members: plural("member", "members"),
    accounts: plural("account", "accounts"),
    departments: plural("department", "departments"),
    stakeholders: plural("stakeholder", "stakeholders"),
    visits: plural("visit", "visits"),
  },
  line: (line) => `line ${line}`,
  done: ({ dryRun }, things) =>
    dryRun ? `Dry run, nothing was saved. It would import ${things}:` : `Imported ${things}:`,
  counts: (report) => `${report.added} added, ${report.changed} changed, ${report.unchanged} unchanged.`,
  created(accounts, departments) {
    const parts = [
      ...(accounts.length > 0
        ? [`${plural("account", "accounts")(accounts.length)} (${some(accounts)})`]
        : []),
      ...(departments > 0 ? [plural("department", "departments")(departments)] : []),
    ];
    return parts.length > 0 ? `New along the way: ${parts.join(" and ")}.` : undefined;
  },
  ignored: (headers) => `Columns not known here, ignored: ${headers.join(", ")}.`,
  dropped: (headers) => `Identity numbers are never stored; dropped: ${headers.join(", ")}.`,
  refusedHeading: (rows) =>
    `${plural("row was", "rows were")(rows)} left out. Correct them and import the file again: what is in already stays as it is.`,
  remarksHeading: (count) => `${plural("remark", "remarks")(count)} on rows that landed:`,
  nothingTaken: "Nothing was imported.",
};

const some = (words: string[]) =>
  words.length > 5 ? `${words.slice(0, 5).join(", ")}, …` : words.join(", ");
