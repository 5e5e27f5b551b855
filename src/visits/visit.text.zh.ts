import { formatDay } from "../platform/civil.ts";
import type { Remark } from "./draft.ts";
import type { NotEffective } from "./effective.ts";
import type { VisitText } from "./visit.text.en.ts";
import type { AnswerProblem, Channel, VisitType } from "./visit.ts";

const types: Record<VisitType, string> = {
  visit: "拜访",
  reception: "接待",
  presentation: "汇报",
  technical_exchange: "技术交流",
  company_visit: "参观公司",
  reference_site_visit: "参观样板点",
  onsite_meeting: "现场会",
  management_study: "管理和经营研究",
  executive_visit: "高层互访",
  onsite_service: "现场服务",
  review: "例会",
  training: "培训",
  event: "活动",
  meal: "用餐",
  chance_meeting: "偶遇",
};

const channels: Record<Channel, string> = { in_person: "当面", video: "视频", phone: "电话" };

const problems: Record<AnswerProblem, string> = {
  account_missing: "请选择客户。",
  attendees_missing: "请至少选择一位联系人，或新增一位。",
  attendees_too_many: "一次拜访最多 50 人。",
  day_missing: "请选择日期。",
  day_too_far: "日期须在过去十年至未来一年之内。",
  text_too_long: "请控制在 3000 字以内。",
  minutes_wrong: "分钟数为 1 至 1440 的数字。",
  step_missing: "请填写下一步，或清除其日期。",
  answer_unreadable: "这个回答无法识别，请重新选择。",
  colleague_refused: "访客、应用和其他组织的人不能列在这里。",
  somebody_gone: "所选的人已不存在，请重新选择。",
};

const notEffective: Record<NotEffective, string> = {
  planned: "仍在计划中",
  phone_too_short: "电话满 10 分钟才算",
  nobody_named: "还没有具名的联系人",
  outcome_too_short: "成果再多写几个字（6 个汉字以上）",
};

const remarks: Record<Remark["about"], (words: string) => string> = {
  account_is_a_guess: () => "客户是根据联系人推测的。",
  account_unclear: () => "不止一个客户叫这个名字，请选择。",
  account_unknown: (words) => `还不认识客户“${words}”，请选择。`,
  person_unclear: (words) => `不止一位联系人叫“${words}”，请选择。`,
  person_unknown: (words) => `还不认识“${words}”，请搜索或新增。`,
  date_not_understood: () => "日期没有看懂，请核对。",
  direction_unclear: () => "有一项承诺，方向不明，已保留在成果里。",
  date_to_agree: () => "有一项承诺没有日期，已保留在成果里。",
  under_ten_minutes: () => "电话满 10 分钟才算。",
  only_a_touch: () => "邮件或消息不算拜访，见过面或通过话再保存。",
  nobody_met: () => "看起来没有见到人。",
  not_met: (words) => `未见到：${words}。`,
  colleague_not_in_slack: (words) => `${words} 不在这个 Slack 里，不能列在这里。`,
  too_many_people: () => "只填入了前 50 位。",
  plan_found: (words) => `提到之后的会面${words ? `（${words}）` : ""}，请另记一次。`,
};

export const zh: VisitText = {
  language: "zh",
  logTitle: "记拜访",
  editTitle: "修改拜访",
  save: "保存",
  cancel: "取消",
  close: "关闭",
  account: "客户",
  accountHint: "搜索客户",
  attendees: "见了谁？",
  attendeesHint: "搜索联系人，或输入姓名新增",
  metOn: "日期",
  metOnHint: "选择将来的日期即为计划拜访。",
  type: "类型",
  outcome: "成果",
  outcomeHint: "了解到什么？客户说了什么？",
  nextStep: "下一步",
  nextStepHint: "接下来做什么？",
  nextStepDue: "截止",
  more: "更多",
  metAt: "时间",
  channel: "方式",
  minutes: "分钟",
  colleagues: "在场同事",
  types,
  channels,
  problem: (code) => problems[code],
  noAccounts: "还没有客户。请客户管理部导入：npm run import -- accounts accounts.csv",
  understood: (summary) => `我的理解：${summary}`,
  found: (known, said) => `${said} 人中找到 ${known} 人`,
  remark: ({ about, words }) => remarks[about](words),
  opening: "请稍候……",

  saved: (account) => `拜访已保存：${account}`,
  planned: (account) => `拜访已计划：${account}`,
  cutOff: "这一行超过 3000 字，表单里只有开头。全文在此，可以复制：",
  deleted: (account) => `拜访已删除：${account}`,
  draftOf: (account) => (account ? `保存对 ${account} 的这次拜访？` : "是哪个客户？"),
  doesntCount: (reasons) => `已保存，但不计入：${reasons.map((reason) => notEffective[reason]).join("，")}。`,
  covered: (account, covered, total, change) =>
    `${account}：覆盖 ${covered} / ${total}${change ? `（${change > 0 ? "+" : "−"}${Math.abs(change)}）` : ""}`,
  headcountUnset: (departments) => `${departments} 个部门未设编制`,
  nextDue: (day, today) =>
    `${day < today ? "已逾期，应不晚于" : "下次不晚于"} ${formatDay(day, "zh", today)}`,
  notYetMet: "尚未见过",
  seatToFill: "待识别岗位",
  willBeAdded: "将新增",
  step: (words, due) => `下一步：${words}${due ? `，${due} 前` : ""}`,
  minutesLong: (minutes) => `${minutes} 分钟`,
  with: (names) => `同行：${names.join("、")}`,
  together: "同行：",
  andMore: (n) => `另有 ${n} 人`,
  edit: "修改",
  undo: "撤销",
  remove: "删除拜访",
  restore: "恢复",
  saveDraft: "保存",
  change: "修改",
  confirmRemove: "这次拜访将不再计入任何数字，可在卡片上恢复。",
  keep: "保留",
  undoOvertaken: "这次拜访之后又有修改，卡片显示的是现在的内容。",
  undoTooLate: "只有头十分钟可以撤销。“修改”和“删除拜访”随时可用。",
  openingFailed: "表单没有准备好，请关闭后重试；没有丢失任何内容。",
  changedMeanwhile:
    "你填写期间，有人修改了这次拜访。下面是对方的内容，输入框里是你的：“保存”用你的，“取消”用对方的。",
  theirs: (parts) => `对方的内容：${parts.join(" · ")}`,
  goneVisit: "这次拜访已删除，可在卡片上恢复。",
  draftGone: "这份草稿已保存或已取消。",
  lineTooLong: "一行超过 3000 字，放不进一次拜访。什么都没有保存，请分段发送。",
  tooManyLines: (most) => `只读了前 ${most} 行，其余请另发一条。`,
  help: "用一行话告诉我见了谁，例如：“昨天跟移动王总吃饭，谈了新报价”。多行就是多次拜访。也可以输入 /visit。",
  helpCommand:
    "`/visit` 打开表单；`/visit 昨天跟移动王总吃饭，谈了新报价` 会先填好。按“保存”之前什么都不会记录。",
};
