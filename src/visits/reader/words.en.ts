/** English words the reader knows not to be names, however they are written. Lists, not rules. */

const listOf = (words: string) => new Set(words.split(/\s+/).filter((word) => word !== ""));

const dayWords =
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun january february july september october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tmrw tonight now morning afternoon evening night week month quarter q1 q2 q3 q4";

/** A capital at the beginning of a sentence, or a heading, makes none of these a name. */
export const notNames = listOf(`
  ${dayWords}
  i we he she they you it me us him them the a an our your their his her my its this that these those who what when where why how which
  and but or nor so then also if unless once while because since until not no never yes ok okay still again just only very really quite too
  at on in to for from of off out up down by via per with w without about re regarding over under after before during near into onto as than like fyi btw ps cc nb
  is are was were be been am has have had do does did will would can could should shall might must need needs
  mr mrs ms dr prof professor herr frau sir madame monsieur san sama
  met meet meets meeting meetings saw see seen visited visit visits visiting called call calls calling phoned rang spoke talked chatted told asked asks said says wants wanted
  emailed mailed texted messaged pinged sent got gave showed shown introduced briefed thanked missed skipped invited welcomed hosted joined grabbed caught took brought ran had went found heard
  lunch dinner breakfast brunch coffee tea drinks beer drink meal zoom skype teams webex phone video mtg catchup sync standup chat debrief
  qbr po rfp rfq rfi sow nda sla kpi roi poc pov iso gdpr it hr r&d ceo cto cio cfo coo ciso cmo cpo vp svp evp md gm pm
  sap aws api lte ran oss emea apac latam usa uk eu uae ai iot ip ui ux erp saas oem eta esg ebit siem isp aia noc soc moc mou moa loi eula mvp
  team teams group board office site hq plant lab department dept company customer client account partner vendor supplier
  review reviews training demo demos pilot workshop presentation session event conference expo fair audit kickoff rollout launch prep preparation planning roadmap update updates
  contract contracts invoice invoices order orders quote quotes offer offers prices pricing discount budget budgets renewal renewals tender bid deal payment payments
  portal project projects network support service services product products system issue issues outage outages ticket tickets complaint complaints feedback report reports proposal slides deck minutes agenda notes note summary list
  onsite online remote remotely private confidential urgent asap eod eow eom eoy ooo wip tbd tbc todo done open closed pending
  new old next last first second great bad nice fine happy unhappy angry please thanks thank hi hello hey dear all both each everyone everybody nobody
  sales marketing finance legal procurement purchasing engineering operations security quality logistics
  assistant secretary manager director lead engineer officer chief deputy boss president chairman chairwoman owner buyer contact colleague
  agreed promised confirmed complained wondered worried liked loved hates hated prefers wants left quit resigned retired moved cancelled canceled postponed rescheduled scheduled booked
  christmas xmas easter ramadan diwali
`);

/** Months and words that are family names too: beside a name they leave it open whose it is. */
export const monthsAndNames = listOf("march april may june august good");
export const maybeNames = new Set([
  ...monthsAndNames,
  ...listOf(
    "price head best long day noon miss bond law bell west east north south english french german chance page small young",
  ),
]);

/** Begins like a verb and is a given name. */
export const namedLikeVerbs =
  /^(?:ahmed|mohamm?ed|muhamm?ed|hamed|saeed|sayed|waleed|khaled|majed|rashed|javed|fred|alfred|manfred|winfried|wilfred|gottfried|siegfried|jared|ned|ted|ed|reed|ming|jing|ling|ping|ying|qing|xing|bing|ding|ting|ning|yaping|xiaoming|irving|sterling)$/;

/** Small words inside a name: Henrik van Dijk, Ana de la Cruz. */
export const particles = listOf(
  "van von der den de del della di da dos das do du la le las los ter ten zu zur af av bin ibn al el st y e",
);

/** Chinese family names as they sound; the first word of a name may be one. */
export const pinyinSurnames = listOf(
  "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lv cui zhong tan fan wan qian yan shi long tao bai kong meng qin hou ouyang situ",
);

const initials = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?";
const finals =
  "(?:iang|uang|iong|ang|eng|ong|ing|iao|ian|uai|uan|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|er|a|o|e|i|u|v)";
const syllable = new RegExp(`^(?:${initials}${finals})$`);
export const isPinyin = (word: string) => syllable.test(word);
