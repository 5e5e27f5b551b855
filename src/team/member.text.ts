import type { Locale, NotAdmitted } from "./member.ts";

type Refused = NotAdmitted | "not_allowed";

const refusals: Record<Locale, Record<Refused, string>> = {
  en: {
    bot: "Rapport talks with people only.",
    guest: "Rapport holds what customers told the team, so it can't work with guests of this workspace.",
    stranger: "Rapport works inside one company. You are from another organisation here.",
    deactivated: "Your account is deactivated in this workspace. Customer management can tell you more.",
    not_allowed: "This one isn't yours to change. Its author, their manager or customer management can.",
  },
  zh: {
    bot: "Rapport 只与同事对话。",
    guest: "Rapport 记录客户告诉团队的内容，因此不对访客开放。",
    stranger: "Rapport 只在公司内部使用，你在这里属于其他组织。",
    deactivated: "你的账号在此工作区已停用，请联系客户管理部。",
    not_allowed: "这条记录不归你修改，可以请作者、其主管或客户管理部处理。",
  },
};

/** One kind sentence for someone who may not. */
export const refusalText = (why: Refused, locale: Locale): string => refusals[locale][why];
