import type { ImportWords } from "./words.text.ts";

const quoted = (word: string | undefined) => `“${word ?? ""}”`;
const count = (unit: string) => (number: number) => `${number} ${unit}`;

export const chinese: ImportWords = {
  problem: {
    empty_file: () => "文件是空的。第一行应写列名。",
    workbook: () => "这是 Excel 工作簿。请在 Excel 中另存为“CSV UTF-8”，再导入。",
    utf16: () => "这个文件是 UTF-16 编码。请另存为 CSV UTF-8 再导入。",
    not_utf8: () => "这一行有非 UTF-8 的字符，姓名会变成乱码。请在 Excel 中另存为“CSV UTF-8”。",
    quote_not_closed: () => '从这一行开始的引号（"）没有闭合。请补上，或在属于正文时写成两个（""）。',
    stray_quote: ([noticed]) =>
      `从这一行开始有一个引号（"）位置不对，在第 ${noticed} 行发现。正文里的引号要写成两个（""）。`,
    missing_column: ([wanted, ...have]) => `缺少列 ${wanted}。现有的列：${have.join("、") || "无"}。`,
    doubled_column: ([first, second]) => `${quoted(first)}和${quoted(second)}是同一列，请只保留一个。`,
    cell_count: ([has, wants]) => `这一行有 ${has} 格，而表头有 ${wants} 格：是不是少了或多了逗号、引号？`,
    missing_cell: (_, column) => `${column} 为空。`,
    not_an_email: ([word], column) => `${column}：${quoted(word)}不是邮箱地址。`,
    not_a_date: ([word], column) => `${column}：${quoted(word)}不是日期。请写成 2026-03-09。`,
    date_needs_order: ([word], column) =>
      `${column}：${quoted(word)}可能是两个日期。请加 --dates dmy（日在前）或 --dates mdy（月在前）再导入。`,
    in_the_future: ([word], column) => `${column}：${word} 还没到。导入只接受过去的客户接触。`,
    word_unknown: ([word, ...known], column) =>
      `${column}：不认识${quoted(word)}。可以写 ${known.join("、")}。`,
    member_unknown: ([word], column) =>
      `${column}：我方没有${quoted(word)}。请写邮箱或 Slack ID，并先导入成员。`,
    account_unknown: ([word], column) =>
      `${column}：没有客户${quoted(word)}。请先导入，或加 --create-accounts。`,
    account_unclear: ([word], column) => `${column}：有几个客户都叫${quoted(word)}。请写全名或编号。`,
    department_unclear: ([word], column) => `${column}：该客户有几个部门都叫${quoted(word)}，已留空。`,
    person_unknown: ([word, account], column) =>
      `${column}：${account} 没有${quoted(word)}。请先导入此人，或按这里的写法写姓名。`,
    person_unclear: ([word, account], column) =>
      `${column}：${account} 有几个人都叫${quoted(word)}。请写全名、邮箱或编号。`,
    twin_in_file: ([word, line]) =>
      `${quoted(word)}在第 ${line} 行已出现。若是两个，请各给编号或邮箱；若是同一个，请只留一行。`,
    twin_here: ([word]) => `这里有几个${quoted(word)}。请用编号或邮箱说明是哪一个。`,
    key_twice: ([word, line], column) =>
      `${column}：${quoted(word)}在第 ${line} 行已出现，内容不同。已采用那一行。`,
    last_administrator: () => "这样客户管理部就没有人了，因此予以保留。",
    level_unknown: ([word], column) =>
      `${column}：${quoted(word)}不是层级（决策层、高层、中层、基层），记为未知。`,
    grade_unknown: ([word], column) => `${column}：${quoted(word)}不是等级（S、A、B、C），未分级。`,
    birthday_unread: ([word], column) =>
      `${column}：看不懂生日${quoted(word)}，已留空。请写成 1961-05-12 或 --05-12。`,
    birthday_needs_order: ([word], column) =>
      `${column}：${quoted(word)}可能是两个日期，已留空。加 --dates dmy 或 --dates mdy 再导入即可补上。`,
    email_left_out: ([word], column) => `${column}：${quoted(word)}不是邮箱地址，已留空。`,
    not_yes_or_no: ([word], column) => `${column}：${quoted(word)}既不是“是”也不是“否”，保持原样。`,
    not_a_number: ([word], column) => `${column}：${quoted(word)}不是整数，保持原样。`,
    only_first_department: ([first, others], column) =>
      `${column}：一个人只有一个部门。采用${quoted(first)}，未采用${quoted(others)}。`,
    link_left_out: ([word], column) => `${column}：无法确定${quoted(word)}指谁，已留空。`,
    headcount_needs_level: ([number], column) =>
      `${column}：${number} 是哪个层级的人数？未采用，请补上层级。`,
    same_row_twice: ([word, line]) => `${quoted(word)}与第 ${line} 行完全相同，只导入一次。`,
    kept_apart: ([word]) => `同一客户还有一位${quoted(word)}，按两个人保存。`,
    deleted_here: ([word]) => `这次客户接触（${word}）在这里已被删除，保持删除。`,
    damaged_text: ([word], column) => `${column}：${quoted(word)}有损坏的字（\ufffd），在导入前就已丢失。`,
    circle_left_out: ([word], column) => `${column}：加上${quoted(word)}会绕回自己，已留空。`,
  },
  things: {
    members: count("位成员"),
    accounts: count("个客户"),
    departments: count("个部门"),
    stakeholders: count("位联系人"),
    visits: count("次客户接触"),
  },
  line: (line) => `第 ${line} 行`,
  done: ({ dryRun }, things) => (dryRun ? `试运行，没有保存。将导入 ${things}：` : `已导入 ${things}：`),
  counts: (report) => `新增 ${report.added}，更新 ${report.changed}，未变 ${report.unchanged}。`,
  created(accounts, departments) {
    const parts = [
      ...(accounts.length > 0
        ? [
            `${accounts.length} 个客户（${accounts.slice(0, 5).join("、")}${accounts.length > 5 ? "……" : ""}）`,
          ]
        : []),
      ...(departments > 0 ? [`${departments} 个部门`] : []),
    ];
    return parts.length > 0 ? `顺带新建：${parts.join("，")}。` : undefined;
  },
  ignored: (headers) => `不认识的列，已忽略：${headers.join("、")}。`,
  dropped: (headers) => `证件号码从不保存，已丢弃：${headers.join("、")}。`,
  refusedHeading: (rows) => `${rows} 行未导入。改正后可再次导入整个文件，已导入的不会重复。`,
  remarksHeading: (number) => `已导入的行里有 ${number} 处请留意：`,
  nothingTaken: "没有导入任何内容。",
};
