/** The syllables of the Chinese in a text, without tones: "王立 (IT)" → ["wang", "li"]. */
export type Syllables = (text: string) => string[];

const HAN = /\p{Script=Han}/u;
const silent: Syllables = () => [];
let dictionary: Promise<Syllables> | undefined;

/** @returns how to read these texts aloud. The dictionary costs 40 MB, so it is loaded at the first Chinese text. */
export async function pinyinFor(...texts: (string | null)[]): Promise<Syllables> {
  if (!texts.some((text) => text !== null && HAN.test(text))) return silent;
  dictionary ??= load();
  return dictionary;
}

async function load(): Promise<Syllables> {
  const { pinyin } = await import("pinyin-pro");
  return (text) =>
    HAN.test(text)
      ? pinyin(text, { toneType: "none", type: "array", surname: "head", nonZh: "removed", v: true })
      : [];
}
