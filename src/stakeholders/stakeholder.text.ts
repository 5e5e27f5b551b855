import { type Day, formatDay } from "../platform/civil.ts";
import type { Locale } from "../team/index.ts";

const en = {
  add: (name: string) => `➕ Add “${name}”`,
  addSeat: (title: string) => `➕ A seat to fill: “${title}”`,
  seatName: (title: string) => `${title} (name unknown)`,
  lastMet: (day: Day | null, today: Day) => (day ? `last met ${formatDay(day, "en", today)}` : "never met"),
};

const zh: typeof en = {
  add: (name) => `➕ 新增“${name}”`,
  addSeat: (title) => `➕ 待识别岗位：“${title}”`,
  seatName: (title) => `${title}（姓名未知）`,
  lastMet: (day, today) => (day ? `上次 ${formatDay(day, "zh", today)}` : "从未见过"),
};

export const stakeholderText = (locale: Locale): typeof en => (locale === "zh" ? zh : en);
