/**
 * Forms of address: 王总, 李处, 老王, 小何, 孙姐, Mr Tanaka. They are resolved inside one account and are never a full
 * name; nothing is read from them, neither a level from 总 nor a gender from 姐.
 */
import { type Line, matchesOf, type Span } from "./line.ts";
import { surnames, titles } from "./words.zh.ts";

export interface Address extends Span {
  /** What it is called by: 王总, Mr Tanaka. */
  name: string;
  /** The family name, folded. */
  surname: string;
}

const surname = `(?:${surnames.pairs}|[${surnames.singles}])`;
/** 甲方总监 is the client's director, not a Mr 方. */
const notSurname = "(?<![甲乙双对我他各官厂地](?=方))";
const withTitle = new RegExp(`${notSurname}(${surname})(${titles.strong})`, "gu");
const withOffice = new RegExp(`(${surname})(${titles.offices})`, "gu");
// 公安局 and 江苏局 end like Mr An and Mr Su: a short office is a title only where a name can begin.
const nameBegins = /(?:^|[^\p{Script=Han}]|[跟和与同见访约给对找请陪让问说由及带的了])$/u;
const withPrefix = new RegExp(`(?<![大最从不])[老小阿](${surname})(?![病系序额层峰案务围])(?<![于成])`, "gu");
const english =
  /\b(?:mr|ms|mrs|dr|prof|professor|herr|frau|monsieur|madame)\.? ([\p{L}'-]+)|\b([a-z]{2,})-(?:san|sama)\b/gu;
const chineseWords = /^(?:施工|万科|何处|高处|严处|向总)/u;
/** Words that follow "Mr" without being names. */
const notNames = new Set(["and", "or", "the", "who", "from", "at"]);

/** `names`: those already found; 移动李处 begins where the account ends. */
export function addressesOf(line: Line, names: Span[]): Address[] {
  const found: Address[] = [];
  for (const pattern of /\p{Script=Han}/u.test(line.text) ? [withTitle, withOffice, withPrefix] : []) {
    for (const { start, end, match } of matchesOf(line, pattern)) {
      const fenced =
        nameBegins.test(line.text.slice(0, start).slice(-1)) || names.some((name) => name.end === start);
      if (pattern === withOffice && !fenced) continue;
      if (chineseWords.test(match[0]) || found.some((other) => other.start < end && start < other.end))
        continue;
      found.push({ start, end, name: match[0], surname: match[1] ?? "" });
    }
  }
  for (const { start, end, match } of matchesOf(line, english)) {
    const family = (match[1] ?? match[2] ?? "").replace(/'s$/, "");
    if (notNames.has(family) || family === "") continue;
    const shown = end - (match[0].endsWith("'s") ? 2 : 0);
    found.push({ start, end: shown, name: line.text.slice(start, shown), surname: family });
  }
  return found.sort((a, b) => a.start - b.start);
}

const asAddress = new RegExp(`^(${surname})(${titles.strong}|${titles.offices})$`, "u");
/** What is said of one office: 总 for a 总经理, 处 for a 处长 or 副处长. A title of no rank (老师, 先生, 姐) goes with any. */
const rankOf = (title: string) => {
  const plain = title.replace(/^副/u, "");
  if (/^(?:老师|老板|先生|女士|小姐|太太|师傅|[姐哥叔姨嫂])$/u.test(plain)) return null;
  if (/^(?:总工|总师|工程师)$/u.test(plain)) return "工";
  return plain === "董事长" ? "董" : plain.slice(0, 1);
};

/** Known by a form of address that names another office than this one, and by none that names the same. */
export function calledOtherwise(names: string[], address: Address): boolean {
  const said = rankOf(address.name.slice(address.surname.length));
  if (said === null || !address.name.startsWith(address.surname)) return false;
  const known = names.flatMap((name) => {
    const match = asAddress.exec(name);
    return match?.[1] === address.surname ? (rankOf(match[2] ?? "") ?? []) : [];
  });
  return known.length > 0 && !known.includes(said);
}
