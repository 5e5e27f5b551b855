/** Chinese and mixed lines. Each states all that is taken; whatever it does not mention must not be. */
import { expect, test } from "vitest";
import { read, taken } from "./lines.fixture.ts";

const lines: { line: string; today?: string; now?: string; takes: Record<string, unknown> }[] = [
  {
    line: "今天拜访移动王总，30分钟，我答应周三前发报价",
    takes: {
      account: "中国移动",
      people: ["王建国"],
      on: "2026-03-09",
      type: "visit",
      minutes: 30,
      promises: ["us, 2026-03-11: 我答应周三前发报价"],
    },
  },
  {
    line: "王总要求我们承诺周五前交付",
    takes: {
      account: "中国移动",
      people: ["王建国"],
      voices: ["request by 王建国: 王总要求我们承诺周五前交付"],
      doubts: ["account_is_a_guess"],
    },
  },
  {
    line: "下周五去移动拜访王总",
    takes: { account: "中国移动", people: ["王建国"], on: "2026-03-20", type: "visit" },
  },
  {
    line: "上周三跟移动的李处打电话5分钟，说下周给我们反馈",
    takes: {
      account: "中国移动",
      people: ["李敏"],
      on: "2026-03-04",
      channel: "phone",
      minutes: 5,
      doubts: ["under_ten_minutes"],
    },
  },
  {
    line: "陪Ben去移动见王总",
    takes: { account: "中国移动", people: ["王建国"], ours: ["Ben"] },
  },
  {
    line: "微信跟移动王总聊了下，他说挺满意",
    takes: {
      account: "中国移动",
      people: ["王建国"],
      voices: ["praise by 王建国: 他说挺满意"],
      doubts: ["only_a_touch"],
    },
  },
  {
    line: "微信说收到方案了，移动王总",
    takes: { account: "中国移动", people: ["王建国"], doubts: ["only_a_touch"] },
  },
  {
    line: "移动王总让尽快处理掉线，没敢给时间",
    takes: { account: "中国移动", people: ["王建国"], voices: ["request by 王建国: 移动王总让尽快处理掉线"] },
  },
  {
    line: "如果降价，王总答应签合同",
    takes: { account: "中国移动", people: ["王建国"], doubts: ["account_is_a_guess"] },
  },
  {
    line: "移动王总没答应签字",
    takes: { account: "中国移动", people: ["王建国"] },
  },
  {
    line: "跟移动王总约了明天下午3点汇报",
    takes: {
      account: "中国移动",
      people: ["王建国"],
      on: "2026-03-10",
      at: "15:00",
      part: "afternoon",
      type: "presentation",
    },
  },
  {
    line: "王总没来，跟移动李处见了面",
    takes: { account: "中国移动", people: ["李敏"], notMet: ["王建国"] },
  },
  {
    line: "3月6号华南设计院 现场会，老周参加",
    takes: {
      account: "华南设计院",
      people: ["周强"],
      on: "2026-03-06",
      type: "onsite_meeting",
      channel: "in_person",
    },
  },
  {
    line: "3号楼见了华南设计院老周",
    takes: { account: "华南设计院", people: ["周强"] },
  },
  {
    line: "今天和移动李处开会，友商比我们便宜",
    takes: {
      account: "中国移动",
      people: ["李敏"],
      on: "2026-03-09",
      voices: ["rival_praise by 李敏: 友商比我们便宜"],
    },
  },
  {
    line: "爱立信比我们稳，移动王总说的",
    takes: { account: "中国移动", people: ["王建国"], voices: ["rival_praise by 王建国: 爱立信比我们稳"] },
  },
  {
    line: "昨天跟我们李总一起拜访移动王总",
    takes: { account: "中国移动", people: ["王建国"], on: "2026-03-08", type: "visit" },
  },
  {
    line: "移动王总秘书今天打电话来",
    takes: { account: "中国移动", people: ["seat: 秘书"], on: "2026-03-09", channel: "phone" },
  },
  {
    line: "移动客户经理小王约了李处",
    takes: { account: "中国移动", people: ["李敏"] },
  },
  {
    line: "华南设计院何工承诺月底给图纸",
    takes: { account: "华南设计院", people: ["何苗"], promises: ["them, 2026-03-31: 何工承诺月底给图纸"] },
  },
  {
    line: "回去要准备方案，今天见了移动王总",
    takes: { account: "中国移动", people: ["王建国"], on: "2026-03-09", next: "no date: 回去要准备方案" },
  },
  {
    line: "前天跟移动李处培训，两个半小时",
    takes: { account: "中国移动", people: ["李敏"], on: "2026-03-07", type: "training", minutes: 150 },
  },
  {
    line: "甲方总监今天来了",
    takes: { on: "2026-03-09" },
  },
  {
    line: "周五跟移动王总吃了饭",
    takes: {
      account: "中国移动",
      people: ["王建国"],
      on: "2026-03-13",
      type: "meal",
      doubts: ["date_not_understood"],
    },
  },
  {
    line: "客户说下周二来公司参观",
    takes: { on: "2026-03-17", type: "company_visit" },
  },
  {
    line: "今天华南设计院张工聊了半小时",
    takes: {
      account: "华南设计院",
      people: ["one of 110, 111"],
      on: "2026-03-09",
      minutes: 30,
      doubts: ["person_unclear"],
    },
  },
  {
    line: "今天见华南设计院张伟、张工说图纸晚了",
    takes: {
      account: "华南设计院",
      people: ["张伟", "one of 110, 111"],
      on: "2026-03-09",
      doubts: ["person_unclear"],
    },
  },
  {
    line: "有位新来的采购经理，移动",
    takes: { account: "中国移动", people: ["seat: 采购经理"] },
  },
  {
    line: "咱们Viktor和我昨晚请移动吴总吃饭，私下说预算砍了",
    takes: {
      account: "中国移动",
      people: ["吴刚"],
      on: "2026-03-08",
      part: "evening",
      type: "meal",
      ours: ["Viktor"],
      secret: true,
    },
  },
  {
    line: "lunch跟移动王总，他complain断站，i said ok周五前回复",
    takes: {
      account: "中国移动",
      people: ["王建国"],
      part: "noon",
      type: "meal",
      promises: ["us, 2026-03-13: i said ok周五前回复"],
      voices: ["complaint by 王建国: 他complain断站"],
    },
  },
  {
    line: "见了赵明，移动的",
    takes: { account: "中国移动", people: ["unknown: 赵明"] },
  },
  {
    line: "施工现场，公安局的人也在",
    takes: {},
  },
  {
    line: "老是断，移动李处不满意",
    takes: {
      account: "中国移动",
      people: ["李敏"],
      voices: ["complaint by 李敏: 老是断", "complaint by 李敏: 移动李处不满意"],
    },
  },
  {
    line: "王总不满意，移动",
    takes: { account: "中国移动", people: ["王建国"], voices: ["complaint by 王建国: 王总不满意，移动"] },
  },
  {
    line: "端午前给移动王总送方案，大后天拜访",
    takes: { account: "中国移动", people: ["王建国"], on: "2026-03-12", type: "visit" },
  },
  {
    line: "10号上午十点半去移动汇报",
    takes: { account: "中国移动", on: "2026-03-10", at: "10:30", part: "morning", type: "presentation" },
  },
  {
    line: "三天前和华南设计院何工技术交流",
    takes: { account: "华南设计院", people: ["何苗"], on: "2026-03-06", type: "technical_exchange" },
  },
  {
    line: "向总经理汇报，移动",
    takes: { account: "中国移动", type: "presentation" },
  },
  {
    line: "移動王總 昨天 吃飯",
    takes: { people: ["unknown: 王總 (form of address)"], on: "2026-03-08", type: "meal" },
  },
  {
    line: "周二约了移动王总",
    today: "2026-03-13",
    takes: { account: "中国移动", people: ["王建国"], on: "2026-03-17" },
  },
  {
    line: "周一前回复移动王总，我答应的",
    today: "2026-03-14",
    takes: {
      account: "中国移动",
      people: ["王建国"],
      promises: ["us, 2026-03-16: 周一前回复移动王总，我答应的"],
    },
  },
  {
    line: "今天上午和移动的王总、吴总开会，Ben和我参加，王总答应下周给回复",
    takes: {
      account: "中国移动",
      people: ["王建国", "吴刚"],
      on: "2026-03-09",
      part: "morning",
      ours: ["Ben"],
      promises: ["them, 2026-03-20: 王总答应下周给回复"],
    },
  },
  {
    line: "明天下午两点拜访华南设计院",
    takes: { account: "华南设计院", on: "2026-03-10", at: "14:00", part: "afternoon", type: "visit" },
  },
  {
    line: "刚和移动李处通完电话，8分钟，他要我们周五前报价",
    takes: {
      account: "中国移动",
      people: ["李敏"],
      channel: "phone",
      minutes: 8,
      doubts: ["under_ten_minutes"],
    },
  },
  {
    line: "昨天请华南设计院周强、何苗喝咖啡，何苗抱怨交付慢",
    takes: {
      account: "华南设计院",
      people: ["周强", "何苗"],
      on: "2026-03-08",
      type: "meal",
      voices: ["complaint by 何苗: 何苗抱怨交付慢"],
    },
  },
  {
    line: "王总说下周再谈，移动",
    takes: { account: "中国移动", people: ["王建国"], doubts: ["date_not_understood"] },
  },
  {
    line: "我们承诺3月底交付，移动李处同意了",
    takes: { account: "中国移动", people: ["李敏"], promises: ["us, 2026-03-31: 我们承诺3月底交付"] },
  },
  {
    line: "陪吴总参观公司，移动的",
    takes: { account: "中国移动", people: ["吴刚"], type: "company_visit" },
  },
  {
    line: "移动李处生日，微信祝福",
    takes: { account: "中国移动", people: ["李敏"], doubts: ["only_a_touch"] },
  },
  {
    line: "上周跟移动王总见了一面",
    takes: { account: "中国移动", people: ["王建国"], doubts: ["date_not_understood"] },
  },
  {
    line: "移动那边换人了，新来的张主任负责采购",
    takes: { account: "中国移动", people: ["unknown: 张主任 (form of address)"] },
  },
  {
    line: "没约到王总，只见到了李处，移动",
    takes: { account: "中国移动", people: ["李敏"], notMet: ["王建国"] },
  },
  {
    line: "周四去移动汇报，需要带新方案",
    takes: { account: "中国移动", on: "2026-03-12", type: "presentation", next: "no date: 需要带新方案" },
  },
  {
    line: "王总对我们不满意，说华为做得更好，移动",
    takes: {
      account: "中国移动",
      people: ["王建国"],
      voices: ["complaint by 王建国: 王总对我们不满意", "rival_praise by 王建国: 说华为做得更好，移动"],
    },
  },
  {
    line: "老周、老何、小张都在，华南设计院，不在的是张丽",
    takes: {
      account: "华南设计院",
      people: ["周强", "何苗", "one of 110, 111"],
      notMet: ["张丽"],
      doubts: ["person_unclear"],
    },
  },
  {
    line: "今晚和移动王总吃饭",
    takes: { account: "中国移动", people: ["王建国"], on: "2026-03-09", part: "evening", type: "meal" },
  },
  {
    line: "移动王总没来，约了王总下周二",
    takes: { account: "中国移动", notMet: ["王建国"], plans: ["王建国 2026-03-17"], doubts: ["nobody_met"] },
  },
  {
    line: "没见到人，移动，约了下周二",
    takes: { account: "中国移动", plans: [" 2026-03-17"], doubts: ["nobody_met"] },
  },
];

test.each(lines)("$line", ({ line, today, now, takes }) => {
  expect(taken(read(line, today, now))).toEqual(takes);
});
