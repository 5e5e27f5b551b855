import { fold } from "../../platform/fold.ts";
import type { Problem } from "../problems.ts";

export const KINDS = ["members", "accounts", "departments", "stakeholders", "visits"] as const;
export type Kind = (typeof KINDS)[number];

/** What each file may say, and what a cell of each column holds. */
export const COLUMNS = {
  members: {
    email: "email",
    name: "words",
    role: "role",
    customerManagement: "yesNo",
    manager: "words",
    region: "words",
    target: "count",
  },
  accounts: {
    id: "words",
    name: "words",
    nativeName: "words",
    aliases: "list",
    grade: "grade",
    group: "words",
    parent: "words",
    industry: "words",
    public: "yesNo",
    owner: "words",
    sponsor: "words",
  },
  departments: {
    account: "words",
    name: "words",
    parent: "words",
    level: "level",
    expectedHeadcount: "count",
    representative: "words",
  },
  stakeholders: {
    id: "words",
    account: "words",
    name: "words",
    nativeName: "words",
    aliases: "list",
    addressedAs: "words",
    title: "words",
    department: "list",
    level: "level",
    keyPerson: "yesNo",
    publicOfficial: "yesNo",
    reportsTo: "words",
    birthday: "birthday",
    birthdayCalendar: "calendar",
    email: "looseEmail",
    owner: "words",
  },
  visits: {
    account: "words",
    metOn: "day",
    type: "visitType",
    channel: "channel",
    minutes: "count",
    attendees: "list",
    members: "list",
    outcome: "text",
  },
} as const satisfies Record<Kind, Record<string, string>>;

export type Column<K extends Kind> = keyof (typeof COLUMNS)[K] & string;

/** Without one of these columns the file says nothing; a group is satisfied by any of its columns. */
const NEEDED: { [K in Kind]: Column<K>[][] } = {
  members: [["email"], ["name"]],
  accounts: [["name", "id"]],
  departments: [["account"], ["name"]],
  stakeholders: [
    ["account", "id", "email"],
    ["name", "title", "nativeName", "id", "email"],
  ],
  visits: [["account"], ["metOn"], ["attendees"]],
};

/** Other ways a header is written. The key itself (`key_person`, "Key person") is always understood. */
const SPELLINGS: { [K in Kind]: Partial<Record<Column<K>, string[]>> } = {
  members: {
    email: ["e-mail", "mail", "邮箱", "电子邮箱", "邮件"],
    name: ["full name", "姓名", "成员", "名字"],
    role: ["角色"],
    customerManagement: ["customer management", "客户管理部", "客户管理"],
    manager: ["经理", "主管", "上级"],
    region: ["区域", "大区", "地区"],
    target: ["meeting target", "weekly target", "拜访目标", "目标"],
  },
  accounts: {
    id: ["account id", "编号", "客户编号"],
    name: ["account", "account name", "company", "客户", "客户名称", "名称"],
    nativeName: ["local name", "本地名称", "中文名", "中文名称", "原名"],
    aliases: ["alias", "short name", "also known as", "别名", "简称"],
    grade: ["等级", "客户等级", "级别"],
    group: ["customer group", "集团", "客户群"],
    parent: ["parent account", "上级客户", "母公司", "上级"],
    industry: ["sector", "行业"],
    public: ["public owned", "state owned", "国有", "是否国有", "公共"],
    owner: ["account owner", "account manager", "负责人", "客户负责人", "客户经理"],
    sponsor: ["executive sponsor", "高层赞助人", "高层负责人"],
  },
  departments: {
    account: ["company", "客户", "客户名称"],
    name: ["department", "部门", "部门名称", "名称"],
    parent: ["parent department", "上级部门"],
    level: ["层级", "级别"],
    expectedHeadcount: ["headcount", "expected", "编制", "应有人数", "预计人数", "人数"],
    representative: ["our representative", "代表", "我方代表", "接口人"],
  },
  stakeholders: {
    id: ["person id", "stakeholder id", "编号", "联系人编号"],
    account: ["company", "organisation", "organization", "客户", "客户名称", "公司", "单位"],
    name: ["full name", "stakeholder", "姓名", "联系人", "名字"],
    nativeName: ["local name", "中文名", "中文姓名", "本名", "原名"],
    aliases: ["alias", "nickname", "nicknames", "别名", "昵称"],
    addressedAs: ["form of address", "salutation", "称呼", "尊称"],
    title: ["job title", "position", "职务", "职位", "头衔"],
    department: ["departments", "committee", "committees", "division", "unit", "部门"],
    level: ["seniority", "层级", "级别"],
    keyPerson: ["key", "关键人", "是否关键人"],
    publicOfficial: ["official", "公职人员", "是否公职人员"],
    reportsTo: ["boss", "line manager", "汇报对象", "上级", "汇报给"],
    birthday: ["date of birth", "birth date", "dob", "生日", "出生日期"],
    birthdayCalendar: ["calendar", "历法", "生日历法"],
    email: ["e-mail", "mail", "邮箱", "电子邮箱", "邮件"],
    owner: ["relationship owner", "负责人"],
  },
  visits: {
    account: ["company", "客户", "客户名称"],
    metOn: ["date", "visit date", "日期", "拜访日期", "时间"],
    type: ["visit type", "类型", "拜访类型", "方式"],
    channel: ["渠道", "形式"],
    minutes: ["duration", "分钟", "时长"],
    attendees: ["stakeholders", "people met", "联系人", "客户参与人", "参加人", "对方"],
    members: ["colleagues", "our people", "成员", "我方人员", "我方"],
    outcome: ["notes", "result", "结果", "成果", "内容", "纪要"],
  },
};

const IDENTITY =
  /身份证|证件号|护照|社保号|驾照|^(?:ssn|sin|cpf|dni|nif|nie|nino|pesel|bsn|aadhaar|pan|cnp|curp|rfc|personnummer|passport|taxid|tin)(?:no|nr|num|number|号|码)?$|(?:national|citizen|resident|government|personal)(?:id|identity|identification|number)|(?:identity|idcard|identitycard|identification|idnumber|idno|passport|socialsecurity|nationalinsurance|taxpayer|driver'?slicen[cs]e)(?:card|document|no|number|nr|id)?$/u;

export interface Layout<K extends Kind> {
  /** Which cell of a row each key is read from. */
  at: Map<Column<K>, { index: number; header: string }>;
  ignored: string[];
  /** Numbers that identify a person to the state: never read, and said so. */
  dropped: string[];
}

const bare = (header: string) => fold(header).replace(/[\s_\-–.*:：()（）/?？]+/gu, "");

/** Headers, in English or Chinese, in any order, to keys. */
export function layOut<K extends Kind>(kind: K, header: string[]): Layout<K> | { fault: Problem } {
  const known = new Map<string, Column<K>>();
  for (const key of Object.keys(COLUMNS[kind]) as Column<K>[])
    for (const spelling of [key, ...(SPELLINGS[kind][key] ?? [])]) known.set(bare(spelling), key);

  const layout: Layout<K> = { at: new Map(), ignored: [], dropped: [] };
  for (const [index, written] of header.entries()) {
    const key = known.get(bare(written));
    if (key === undefined) {
      if (IDENTITY.test(bare(written))) layout.dropped.push(written);
      else if (written !== "") layout.ignored.push(written);
      continue;
    }
    const before = layout.at.get(key);
    if (before !== undefined)
      return {
        fault: { line: 1, column: written, code: "doubled_column", detail: [before.header, written] },
      };
    layout.at.set(key, { index, header: written });
  }
  const missing = NEEDED[kind].find((group) => !group.some((key) => layout.at.has(key)));
  if (missing === undefined) return layout;
  return { fault: { line: 1, code: "missing_column", detail: [headerOf(missing[0] ?? ""), ...header] } };
}

/** The header as the documentation writes it: `keyPerson` is `key_person`. */
export const headerOf = (key: string): string =>
  key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
