/** Words at which another thought begins: a promise, a to-do, a meeting to come, someone not met, a condition. */

/** What a person says they will do; "will be", "will think" is no promise. */
const deed =
  "(?:also |now |then |personally )?(?:send|share|get|give|deliver|provide|fix|bring|check|confirm|come back|reply|answer|follow|prepare|sort|ship|forward|mail|email|call back|let (?:me|us|him|her|them) know|update|introduce|make|set|do|sign|pay|approve|decide|return|review|escalate|ask|look|quote|offer|replace|repair|install|submit|write|arrange|organi[sz]e|push|chase|credit|refund|extend|cover|hand|supply|finish|complete|resolve|respond|propose|draft|order|release|invite|compensate|transfer|test)";

/** `by: null` is decided by what stands before the cue. `assent`: "I said ok" promises what was asked just before. */
export interface PromiseWords {
  pattern: RegExp;
  by: "us" | "them" | null;
  assent: boolean;
}

export const promiseWords: PromiseWords[] = [
  {
    pattern:
      /\b(?:and )?(?:i|we)(?: have|'ve)? (?:also )?(?:said|told (?:him|her|them))(?: that)? (?:ok(?:ay)?|yes|yep|sure|no problem|fine|deal)\b/g,
    by: "us",
    assent: true,
  },
  {
    pattern:
      /\b(?:and )?(?:i|we) (?:said|told (?:him|her|them)) (?:that )?(?:we|i)'?(?:ll|d| will| would)\b/g,
    by: "us",
    assent: false,
  },
  {
    pattern: /\b(?:told|promised|assured) (?:\p{L}+ ){1,2}(?:that )?(?:we|i)'?(?:ll|d| will| would)\b/gu,
    by: "us",
    assent: false,
  },
  {
    pattern: new RegExp(`\\b(?:and )?(?:i'?ll|we'?ll|i will|we will) ${deed}\\b`, "g"),
    by: "us",
    assent: false,
  },
  {
    pattern: /\b(?:said|told (?:me|us)) (?:that )?(?:he|she|they)'?(?:ll|d| will| would)\b/g,
    by: "them",
    assent: false,
  },
  {
    pattern: new RegExp(`\\b(?:and )?(?:s?he'?ll|they'?ll|s?he will|they will) ${deed}\\b`, "g"),
    by: "them",
    assent: false,
  },
  { pattern: new RegExp(`\\b(?:will|gonna|is going to) ${deed}\\b`, "g"), by: null, assent: false },
  {
    pattern:
      /\b(?:promised|promises(?= to)|pledged|guaranteed|committed to|agreed to(?! (?:meet|see|talk)))\b/g,
    by: null,
    assent: false,
  },
  {
    pattern: /(?:我们|咱们|我|咱)(?:就|当场|也)?说(?:好的?|可以|行|没问题|ok)(?=$|[\s,。了吧])/gu,
    by: "us",
    assent: true,
  },
  { pattern: /(?:我们|咱们|我|咱)(?:会|来负责|负责|保证|一定)(?!议|见)/gu, by: "us", assent: false },
  {
    pattern: /(?:他们|她们|他|她|对方|客户|甲方)(?:说)?(?:会(?!议|上|后|前|见)|一定)/gu,
    by: "them",
    assent: false,
  },
  { pattern: /答应|承诺|保证(?![金书质])|拍胸脯|应承|说好(?![用吃看的像])/gu, by: null, assent: false },
];

/** Right before a promise word: "didn't promise", 没敢答应. */
export const negated =
  /(?:n't|\b(?:dont|didnt|cant|wont|couldnt|wouldnt|not|never|no|nothing|none|without|cannot|refused to|avoided))(?: \w+){0,2} ?$|(?:没有?|不敢?|未|别|无法|拒绝|尚未|没敢|不能|不会|不可)\p{Script=Han}{0,2}$/u;
/** Before a promise word in its clause: somebody wishes it. */
export const wished =
  /\b(?:asked|asks|asking|wants?|wanted|needs?|requests?|requested|would like|hop(?:es?|ed|ing)|please|expects?|insists?|demands?|pushed|pushing)\b[^,;]*$|(?:让|要求|希望|请|叫|逼|催|想要|要(?=我|咱)|能不能|可不可以|是否|想)[^,;。]{0,10}$/u;
/** Anywhere in it: it hangs on something, or is only perhaps so. */
export const conditional =
  /\b(?:if|unless|provided(?: that)?|as long as|once|assuming|depends|subject to|might|maybe|perhaps|could|may(?! \d)|probably|possibly|try to)\b|如果|要是|假如|只要|除非|的话|前提|若是|倘若|万一|可能|也许|或许|争取|尽量|考虑/u;
export const startsCondition =
  /^[\s"“”']*(?:(?:and|but|only) )?(?:if|unless|once|as long as|provided|assuming)\b|^[\s"“”]*(?:如果|要是|假如|只要|除非|若|倘若|万一)/u;
/** Right after the word: "promise … nothing", "promises were not made", 承诺不了. */
export const denied = /^\s*(?:nothing|no\b|not\b)|^不[了起]|^\p{Script=Han}{0,2}不了/u;

export const followUpWords =
  /\b(?:(?:i|we)(?:'ve| have| still)? )?(?:need to|needs? 2|have to|got to|gotta|must|todo:?|to-do:?|remember to|don'?t forget(?: to)?|next(?: steps?)?:|next steps?|follow[- ]?up:?(?! (?:meeting|call|visit))|action items?:?)(?= |$)|(?:我们|咱们|我)?(?:还)?(?:需要|记得|别忘了?|待办|下一步|回头(?!客)|回去(?:要|得|后)?|(?:要|得|需)(?=带|准备|发|补|改|更新|做[个一份]|找|跟进|联系|确认|提交|回复|给他|给她|给他们))/gu;
/** 周三前把合同发给蒋若曦, 我周三前给方案: a day by which we do it. 发给了 is done, 发给我 is theirs to do, 让我… their wish. */
export const dueDeeds =
  /(?<=^|[\s,。;])(?:我们?|咱们?)?[^\s,。;他她你让请叫答承保]{1,8}(?:之前|以前|前|以内|内)(?:要|得|会|需要|必须)?把[^,。;他她]{1,15}(?:发|交|寄|送|转|提)(?:给|到|交)?(?![了过我咱不])|(?<=^|[\s,。;])(?:我们?|咱们?)[^\s,。;他她你让请叫答承保]{1,8}(?:之前|以前|前|以内|内)(?:要|得|会|需要|必须)?(?:给|发|交|提交|提供|回复|补|出)(?![了过我不])/gu;
/** "they need to", 王总需要 is a wish of theirs, no to-do of ours. */
export const othersNeed = /(?:\b(?:they|he|she|who|it|you|customer|client)|他们?|她们?|客户|对方|甲方) ?$/u;

export const planWords =
  /\b(?:agreed to (?:meet|see|talk)|(?:our )?(?:next|follow-?up|another) (?:meeting|call|visit|session|appointment)|meet(?:ing)? (?:him |her |them )?again|(?:will |to )?see (?:him|her|them) (?:again|(?=next|on|tmrw|tomorrow))|rescheduled|scheduled|booked|set up a|arranged|postponed|appointment|moved to|pencill?ed in)\b|约了|约好|约在|约到|约定|再约|改约|改到|改成|改期|推迟到|延到|下次(?:见|拜访|会|再)|再见面/gu;

/** Names after it were not met. */
export const absentBefore =
  /\b(?:didn'?t|did not|couldn'?t|could not|failed to|unable to|never) (?:get to |manage to )?(?:meet|see|reach|catch|find|talk to|speak (?:to|with))\b|\bno[- ]show (?:from|by|of)\b|(?:不在|没来|缺席)的是|\bmissed (?!(?:the|our|a|his|her|their|call|deadline)\b)|\bwithout\b(?! (?:a|an|the|any|problems?|issues?)\b)|没(?:有|能)?(?:见到|见着|见上|碰到|碰上|碰着|遇到|约到|约上|找到|看到|见(?!过|面))|未(?:能)?(?:见到|见)/gu;
/** The name before it was not met. */
export const absentAfter =
  /(?:\b(?:wasn'?t|was not|weren'?t|were not|isn'?t) (?:there|in|available|around|present|able)|\b(?:didn'?t|did not) (?:show|come|join|attend|make it|turn up)|\b(?:couldn'?t|could not|can'?t) (?:make it|join|come|attend)|\b(?:was|is|were) (?:out|away|absent|travell?ing|on leave|on vacation|on holiday|off(?! the record)|sick|ill)\b|\bno[- ]show|\bcancell?ed\b(?! (?:the|their|our|his|her|order|contract))|\babsent\b|没(?:有|能)?(?:来(?![得及])|在(?=$|[\s,。场])|参加|出席|到场|露面)|不在(?=$|[\s,。了场])|缺席|请假|出差(?=$|了|在外|[\s,。]|没|不|去了)|临时有事|休假|爽约|未到|未出席)/gu;
