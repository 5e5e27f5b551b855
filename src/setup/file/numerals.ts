/** Chinese numerals up to 39, as dates use them: 八, 十五, 廿三, 初九, 正 (the first month), 冬, 腊. */
const DIGITS = "〇一二三四五六七八九十";
const NAMED: Record<string, number> = { 正: 1, 元: 1, 冬: 11, 腊: 12, 臘: 12, 零: 0, 两: 2 };

/** @returns the number, from Chinese or ordinary digits; undefined when it is none. */
export function numberOf(written: string): number | undefined {
  if (/^\d{1,2}$/u.test(written)) return Number(written);
  const named = NAMED[written];
  if (named !== undefined) return named;
  const [, tensWord = "", unitWord = ""] =
    /^(初|[二三]?十|[廿卅])?([一二三四五六七八九十])?$/u.exec(written) ?? [];
  if (tensWord === "" && unitWord === "") return undefined;
  const tens = { "": 0, 初: 0, 十: 10, 二十: 20, 廿: 20, 三十: 30, 卅: 30 }[tensWord];
  if (tens === undefined) return undefined;
  if ((tensWord === "初" && unitWord === "") || (unitWord === "十" && tensWord !== "初")) return undefined;
  return tens + (unitWord === "" ? 0 : DIGITS.indexOf(unitWord));
}

/** 一九六一 or 1961. */
export function yearOf(written: string): number | undefined {
  const digits = [...written]
    .map((digit) => (DIGITS.includes(digit) ? DIGITS.indexOf(digit) : digit))
    .join("");
  return /^\d{4}$/u.test(digits.replace("零", "0")) ? Number(digits.replace("零", "0")) : undefined;
}
