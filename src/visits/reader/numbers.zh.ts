/** Small Chinese numbers: 三, 十二, 二十一, 两, or plain digits. */
const digits = "零一二三四五六七八九";

export function hanNumber(words: string | undefined): number {
  if (!words) return Number.NaN;
  if (/^\d+$/.test(words)) return Number(words);
  const [tens, ones] = words.replace("两", "二").split("十");
  if (ones === undefined) return digits.indexOf(words.replace("两", "二"));
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
}
