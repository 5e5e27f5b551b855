import { fold } from "../../platform/fold.ts";
import type { Grade, Level } from "../../policy/index.ts";
import type { Channel, VisitType } from "../../visits/index.ts";

/** Other words for the same thing, beside the English key. Folded; spaces, hyphens and underscores are one. */
const LEVELS: Record<Level, string[]> = {
  executive: [
    "executives",
    "c-level",
    "c level",
    "c-suite",
    "top management",
    "decision maker",
    "决策层",
    "决策",
  ],
  senior: ["senior management", "upper management", "高层", "高级"],
  middle: ["mid", "mid-level", "middle management", "中层", "中级"],
  junior: ["entry", "entry-level", "staff", "operational", "基层", "初级", "员工"],
  unknown: ["未知", "不详", "?", "tbd"],
};

const GRADES: Record<NonNullable<Grade>, string[]> = {
  S: ["strategic", "战略", "s级"],
  A: ["partner", "伙伴", "a级"],
  B: ["b级"],
  C: ["c级"],
};

const TYPES: Record<VisitType, string[]> = {
  visit: ["拜访", "meeting", "客户拜访"],
  reception: ["接待"],
  presentation: ["汇报"],
  technical_exchange: ["技术交流", "交流"],
  company_visit: ["参观公司"],
  reference_site_visit: ["参观样板点", "样板点"],
  onsite_meeting: ["on-site meeting", "现场会"],
  management_study: ["管理和经营研究", "管理研究"],
  executive_visit: ["高层互访"],
  onsite_service: ["on-site service", "现场服务"],
  review: ["复盘", "回顾", "评审", "例会", "qbr"],
  training: ["培训"],
  event: ["活动", "展会"],
  meal: ["lunch", "dinner", "吃饭", "宴请", "餐叙", "用餐"],
  chance_meeting: ["偶遇"],
};

const CHANNELS: Record<Channel, string[]> = {
  in_person: ["face to face", "in-person", "onsite", "on-site", "当面", "面谈", "线下", "现场"],
  video: ["video call", "online", "teams", "zoom", "视频", "线上"],
  phone: ["call", "telephone", "phone call", "电话"],
};

const ROLES: Record<"rep" | "executive", string[]> = {
  rep: ["sales", "sales rep", "representative", "销售", "客户代表", "代表"],
  executive: ["exec", "高管", "领导"],
};

const CALENDARS: Record<"gregorian" | "lunar", string[]> = {
  gregorian: ["solar", "公历", "阳历", "新历"],
  lunar: ["chinese", "农历", "阴历", "旧历"],
};

const ANSWERS: Record<"yes" | "no", string[]> = {
  yes: ["y", "true", "t", "1", "x", "✓", "✔", "是", "有", "对"],
  no: ["n", "false", "f", "0", "否", "无", "不是", "没有"],
};

const even = (word: string) =>
  fold(word)
    .replace(/[\s_-]+/gu, " ")
    .trim();

function lookUp<T extends string>(words: Record<T, string[]>): (written: string) => T | undefined {
  const known = new Map<string, T>();
  for (const [meaning, others] of Object.entries(words) as [T, string[]][])
    for (const word of [meaning, ...others]) known.set(even(word), meaning);
  return (written) => known.get(even(written));
}

export const levelOf = lookUp(LEVELS);
export const gradeOf = lookUp(GRADES);
export const visitTypeOf = lookUp(TYPES);
export const channelOf = lookUp(CHANNELS);
export const roleOf = lookUp(ROLES);
export const calendarOf = lookUp(CALENDARS);
const answer = lookUp(ANSWERS);

/** Excel writes yes as 1 or 1.0. */
export function yesNoOf(written: string): boolean | undefined {
  const said = answer(written.replace(/\.0+$/u, ""));
  return said === undefined ? undefined : said === "yes";
}
