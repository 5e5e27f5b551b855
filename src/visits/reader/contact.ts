/** How people met: the type of the visit, its channel, or only a touch. */
import { type Line, matchesOf, type Span } from "./line.ts";
import type { Channel, VisitType } from "./reading.ts";

/** In order: what is said more exactly wins; a plain "visit" says least. "onsite" is a channel, whatever follows it. */
const types: [VisitType, RegExp][] = [
  ["reference_site_visit", /\b(?:reference|showcase)[- ]site\b|样板点|样板工程/gu],
  [
    "company_visit",
    /\b(?:company visit|(?:factory|hq|headquarters|campus|plant) (?:tour|visit)|toured our)\b|参观(?:我们|咱们|我司)?(?:公司|总部|工厂|展厅|基地)|来公司参观/gu,
  ],
  ["onsite_meeting", /现场会(?!议室)/gu],
  ["onsite_service", /\bfield service\b|现场(?:服务|支持|抢修|维护)/gu],
  [
    "management_study",
    /\bmanagement stud(?:y|ies)\b|管理(?:和|与)?经营研究|管理研究|经营研究|管理研讨|管理交流/gu,
  ],
  ["executive_visit", /\bexec(?:utive)?(?:-level)? visit\b|高层互访|高层拜访|高层会晤|高层会谈/gu],
  [
    "technical_exchange",
    /\b(?:tech(?:nical)?|technology)[- ](?:exchange|workshop|talk|session|deep ?dive)\b|技术(?:交流|研讨|沟通)/gu,
  ],
  ["training", /\b(?:training(?: session| day)?)\b|培训/gu],
  [
    "review",
    /\b(?:q[bp]r|qbrs|mbr|(?:quarterly|business|monthly|annual|project|service|contract) review|review (?:meeting|call))\b|复盘|评审|回顾会|季度会|季度回顾|例会/gu,
  ],
  ["presentation", /\b(?:presentation|presented|pitch(?:ed)?|demo(?:ed)?)\b|汇报|宣讲|演示|路演/gu],
  [
    "chance_meeting",
    /\b(?:bumped into|ran into|by chance)\b|偶遇|碰巧|(?<!没)(?:碰到|碰见|遇到|遇见)(?!问题|困难|了?什么)/gu,
  ],
  [
    "event",
    /\b(?:trade ?show|trade fair|conference(?! call| room)|expo|booth|seminar|summit|mwc|(?:industry|customer|partner) event)\b|展会|论坛|年会|峰会|发布会|展览/gu,
  ],
  ["reception", /\b(?:hosted|reception (?:for|of|at)|received (?:a|the) delegation)\b|接待|迎接/gu],
  [
    "meal",
    /\b(?:lunch(?:ed)?|dinner|breakfast|brunch|coffee|drinks|beers?|meal|supper|dined)\b|吃(?:了?个?|过|顿)?[饭飯]|吃了?[顿个]|[早午晚中]饭|[早午晚]餐|饭局|聚餐|请客|喝(?:了?[杯个顿])?(?:茶|咖啡|酒)|火锅|宵夜|夜宵|吃(?=了|过|的)/gu,
  ],
  ["visit", /\b(?:visit(?:ed|ing)?)\b|拜访|走访|登门/gu],
];

/** Types are read where the meeting is told, never in what somebody asks for ("wants a training"). */
export function typeOf(line: Line, told: Span[]): VisitType | null {
  for (const [type, pattern] of types) {
    for (const span of matchesOf(line, pattern)) {
      if (told.some((part) => span.start >= part.start && span.start < part.end)) return type;
    }
  }
  return null;
}

const channels: [Channel, RegExp][] = [
  [
    "video",
    /\b(?:zoom(?:ed)?|video(?: ?call)?|webex|google meet|(?:on|over|via|ms|by|through) teams|teams (?:call|meeting)|facetime|skype|remote(?:ly)?|online)\b|视频|线上|远程|腾讯会议|飞书会议|钉钉会议|云会议/gu,
  ],
  [
    "phone",
    /\b(?:phoned?|called(?! off| for)|rang|telephoned|(?:con(?:ference)?|phone|intro|sales|quick|short|brief) call|call (?:with\b|w\/)|on the phone|by phone|spoke on the phone|dialled)\b|^call\b(?! cent)|\bcall(?= [^\n]{0,30}\b\d+ ?min)|电话|通话|去电|来电|微信语音/gu,
  ],
  [
    "in_person",
    /\b(?:on[- ]?site|in[- ]person|f2f|face[- ]to[- ]face|at their (?:office|site|hq|plant)|in their office)\b|当面|(?<!施工)现场|上门|面谈|见面|到访/gu,
  ],
];

export function channelOf(line: Line, told: Span[]): Channel | null {
  for (const [channel, pattern] of channels) {
    for (const span of matchesOf(line, pattern)) {
      const later =
        /\b(?:will|to|'ll|and|can|should|please) $/.test(line.text.slice(0, span.start)) &&
        channel === "phone";
      if (!later && told.some((part) => span.start >= part.start && span.start < part.end)) return channel;
    }
  }
  return null;
}

const touchWords =
  /\b(?:e-?mailed|mailed|texted|messaged|whats ?app(?:ed)?|pinged|dm'?e?d|wechat(?:ted|ed)?|sent (?:\S+ ){0,3}(?:e-?mail|mail|message|text|sms|card|greetings?)|(?:got|had|received) (?:an? )?(?:e-?mail|mail|message|text)|(?:by|via|per|over) (?:e-?mail|mail|text|sms|wechat|whatsapp|linkedin))\b|微信(?!群|视频|电话|语音)|发(?:了)?(?:封|个|条)?(?:邮件|短信|消息|信息)|邮件|短信|祝福|拜年/gu;
const metWords =
  /\b(?:met|meeting|saw|visited|sat (?:down )?with|talked (?:to|with)|spoke (?:to|with)|had a (?:meeting|session)|together with|workshop|session)\b|(?<!没|没有)(?:见了?|见到|见面|碰面|拜访|开会|面谈)/u;

/** Words that tell of a meeting as over; a "meeting scheduled" is not one. */
const over =
  /\b(?:met|saw|visited|sat (?:down )?with|talked (?:to|with)|spoke (?:to|with)|had|called|went|discussed)\b|见了|见到|见过|聊了|谈了|吃了|开了|去了|拜访了/u;
export const isOver = (line: Line, told: Span[]) =>
  told.some((part) => over.test(line.text.slice(part.start, part.end)));

/** A mail, a message, a greeting and nothing else: shown, never counted. */
export function onlyATouch(
  line: Line,
  told: Span[],
  type: VisitType | null,
  channel: Channel | null,
): boolean {
  if (type !== null || channel !== null) return false;
  const inTold = [...matchesOf(line, touchWords)].some((span) =>
    told.some((part) => span.start >= part.start && span.start < part.end),
  );
  return inTold && !told.some((part) => metWords.test(line.text.slice(part.start, part.end)));
}

const secret =
  /\b(?:off[- ]the[- ]record|otr|between (?:us|you and me)|confidential(?:ly)?|in confidence|don'?t (?:quote|name) (?:him|her|them)|not for attribution|keep (?:it|this) (?:quiet|between us)|anonymous(?:ly)?)\b|私下|私底下|不要外传|别外传|勿外传|保密|匿名|别说是[他她我]|不要说是[他她我]/u;

/** Whoever spoke asked not to be named. */
export const keepsSource = (line: Line) => secret.test(line.text);
