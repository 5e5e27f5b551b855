/** What the customer said of us and of others. Kinds only: no score is ever read from words (挺满意 is praise, not an 8). */
import { type Line, matchesOf, type Span, wordsOf } from "./line.ts";
import type { Mention } from "./names.ts";
import type { Reading } from "./reading.ts";
import type { Segment } from "./segments.ts";

export type VoiceKind = Reading["voices"][number]["kind"];
export interface VoiceFound extends Span {
  kind: VoiceKind;
  words: string;
  /** Where the telling word stands: what comes before it is still about the meeting. */
  cue: number;
}

const words: [VoiceKind, RegExp][] = [
  [
    "complaint",
    /\b(?:hates?|hated|complain(?:s|ed|ing|ts?)?|unhappy|angry|annoyed|furious|upset|frustrated|fed up|pissed|dissatisfied|disappointed|worried about|too (?:slow|expensive|late|complicated)|outages?|keeps? (?:dropping|breaking|failing|crashing)|broken|sucks?|terrible|awful|not (?:happy|satisfied|good enough)|(?:issues?|problems?|trouble) with)\b|抱怨|投诉|不满|不高兴|生气|发火|老(?:是)?断|老(?:出|坏|掉|慢)|总是|太慢|太贵|太差|断站|掉线|故障|不好用|不稳定|有意见|意见很?大|吐槽|不给力|骂|嫌/gu,
  ],
  [
    "praise",
    /\b(?:loves?|loved|liked|likes|(?:very |really |quite )?(?:happy|pleased|satisfied|delighted|impressed) with|praised?|thanked|appreciates?|great (?:job|work|support|feedback)|good feedback|impressed|(?:very|really|quite) (?:happy|pleased|satisfied))\b|满意|表扬|夸|认可|感谢|点赞|称赞|好评|很?不错/gu,
  ],
  [
    "request",
    /\b(?:wants?|wanted|asked (?:for|us|me|if|to|whether)|asks (?:for|us|me)|requests?|requested|(?:they|he|she) needs?|would like|demands?|insists? on)\b|要求|希望|让(?:我们|我|咱们?|你们)?(?=尽快|赶紧|赶快|提供|给|发|处理|解决|派|安排|来)|请(?:我们|咱们|你们)|想要|催|能不能|可不可以/gu,
  ],
];
const spared = /(?:\b(?:no|not|any|without|zero|never|n't)(?: \w+)?|n't|没有?(?:什么)?|无|不|别)\s?$/u;

/** At most one voice of a segment: a sentence is one thought, and the first telling word names it. */
export function voicesOf(line: Line, segments: Segment[], rivals: Rival[]): VoiceFound[] {
  return segments.flatMap((segment) => {
    if (segment.kind === "absent" || segment.kind === "plan") return [];
    const rival = rivals.find((found) => found.segment === segment);
    const shown = { start: segment.start, end: segment.end, words: wordsOf(line, segment) };
    if (rival) return [{ ...shown, kind: "rival_praise" as const, cue: rival.cue }];
    if (segment.kind !== "told" && segment.kind !== "condition") return [];
    const first = words
      .flatMap(([kind, pattern]) => firstCue(line, segment, kind, pattern))
      .sort((a, b) => a.cue - b.cue)[0];
    return first ? [{ ...shown, ...first }] : [];
  });
}

function firstCue(line: Line, segment: Segment, kind: VoiceKind, pattern: RegExp) {
  const text = line.text.slice(segment.start, segment.end);
  for (const match of text.matchAll(pattern)) {
    const before = text.slice(0, match.index);
    if (!spared.test(before)) return [{ kind, cue: segment.start + match.index }];
    // 不满意, "not happy with" turn praise into its opposite; "no complaints" is silence.
    if (kind === "praise") return [{ kind: "complaint" as const, cue: segment.start + match.index }];
  }
  return [];
}

export interface Rival {
  segment: Segment;
  cue: number;
  /** The rival's name or the words it stands in: never the account. */
  subject: Span;
}

const outshines =
  /\b(?:just works?|works? (?:much |way )?better|(?:is|are|was|'s) (?:just |simply |always |much |way |so much |far |even )*(?:better|cheaper|faster|stronger|superior|more (?:stable|reliable|responsive|flexible))|never fails?|beats? us|outperforms?|ahead of us|(?:much |way )?(?:better|cheaper|faster) than (?:us|ours|you|yours))\b|比(?:我们|咱们|你们|贵司)(?:的)?(?!.{0,3}[差贵慢弱])|更(?:好用?|便宜|稳定?|快|强|靠谱|灵活)|就是(?:好用?|稳定?|快)/gu;
const favours =
  /\b(?:prefers?|happier with|switch(?:ed|ing)? to|going with|leaning towards?|impressed by)\s+$|(?:更喜欢|更认可|倾向于?|想换|换成)$/u;
const speaks = /\b(?:says?|said|thinks?|told|claims?|feels?)\b|说|觉得|认为|反映|表示/u;
const ourSide = /\b(?:we|our|ours|us|it|this|that|new version|product)\b[^"']{0,20}$|我们|咱们/u;
const rivalWord =
  /\b(?:competitors?|competition|rivals?|the other (?:vendor|supplier))\b|友商|竞品|竞争对手|对手|别家|同行/gu;

/** Clauses that say somebody else is better. An account named only there is the rival, not whom we met. */
export function rivalsOf(line: Line, segments: Segment[], mentions: Mention[]): Rival[] {
  const named = mentions.filter((mention) => mention.accounts.length > 0);
  const strangers = [...matchesOf(line, rivalWord)];
  return segments.flatMap((segment) => {
    for (const { start: at } of matchesOf(line, outshines)) {
      if (at < segment.start || at >= segment.end) continue;
      const known = [...strangers, ...named].filter((span) => span.start >= segment.start && span.end <= at);
      const nearest = known.sort((a, b) => b.end - a.end)[0];
      if (nearest && !speaks.test(line.text.slice(nearest.end, at)))
        return [{ segment, cue: at, subject: nearest }];
      const subject = strangerBefore(line, segment, at);
      if (subject) return [{ segment, cue: at, subject }];
    }
    const liked = named.find(
      (m) => m.start >= segment.start && m.end <= segment.end && favours.test(line.text.slice(0, m.start)),
    );
    return liked ? [{ segment, cue: liked.start, subject: liked }] : [];
  });
}

/** Someone the lexicon does not know: the words between the last speech word and the praise, unless they mean us. */
function strangerBefore(line: Line, segment: Segment, at: number): Span | null {
  const before = line.text.slice(segment.start, at);
  const said = before.split(speaks).at(-1) ?? "";
  if (said.trim() === "" || ourSide.test(said) || said.trim().length > 30) return null;
  const strong = /^(?:just works?|比|never fails|beats? us|outperforms)/.test(line.text.slice(at));
  const start = at - said.length;
  const capital = /\p{Lu}/u.test(line.typed.slice(line.places[start], line.places[at]));
  // 说华为做得更好: right after a speech word a Chinese name needs no capital, unless it points at us or at nobody.
  const told = speaks.test(before) && /^(?![我你他她它这那现新价])\p{Script=Han}{2,8}$/u.test(said);
  return strong || capital || told ? { start, end: at } : null;
}
