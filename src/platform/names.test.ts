import { describe, expect, test } from "vitest";
import { foldedNames, formsOfName, romanised, searchTextOf, surnameIn } from "./names.ts";
import { pinyinFor } from "./pinyin.ts";

const folded = (name: string) => foldedNames(formsOfName(name).forms);

describe("a person answers to the parts of the name people use", () => {
  test("given and family name stand alone, without their accents", () => {
    expect(folded("Jörg Weber")).toEqual(["jorg weber", "weber", "jorg"]);
    expect(folded("Søren Østergård")).toContain("soren");
  });
  test("a family name keeps its particles and also goes without", () => {
    expect(folded("Anneke van der Berg")).toEqual(expect.arrayContaining(["van der berg", "berg", "anneke"]));
  });
  test("a name written family first is turned round; a suffix after a comma is not a given name", () => {
    expect(folded("Weber, Jörg")).toEqual(expect.arrayContaining(["jorg weber", "weber, jorg", "jorg"]));
    expect(folded("John Smith, Jr.")).toEqual(["john smith, jr.", "john smith", "smith", "john"]);
  });
  test("a nickname between quotes or brackets is a name", () => {
    expect(folded('William "Bill" Keating')).toEqual(
      expect.arrayContaining(["bill", "bill keating", "william"]),
    );
    expect(folded("Robert (Bob) Latta")).toContain("bob latta");
  });
  test("of three words both readings stand", () => {
    expect(folded("Ana García Márquez")).toEqual(
      expect.arrayContaining(["ana", "garcia marquez", "ana garcia", "ana marquez"]),
    );
    expect(folded("Nguyễn Văn An")).toEqual(expect.arrayContaining(["an", "nguyen", "van an"]));
  });
  test("a middle initial and an honorific are left out", () => {
    expect(folded("Dr. Nancy J. Olsen")).toEqual(expect.arrayContaining(["nancy olsen", "nancy", "olsen"]));
    expect(folded("Dr. Nancy J. Olsen")).not.toContain("j.");
  });
  test("a Chinese name gives its family name, compound ones included, and a given name of two characters", () => {
    expect(formsOfName("王立")).toEqual({ forms: ["王立"], surname: "王" });
    expect(formsOfName("张建国")).toEqual({ forms: ["张建国", "建国"], surname: "张" });
    expect(formsOfName("欧阳修文")).toEqual({ forms: ["欧阳修文", "修文"], surname: "欧阳" });
  });
  test("the family name is found in a form of address", () => {
    expect(["王总", "李处", "老周工", "欧阳处长", "林书记"].map(surnameIn)).toEqual([
      "王",
      "李",
      "周",
      "欧阳",
      "林",
    ]);
    expect(["Wang", "总", ""].map(surnameIn)).toEqual([null, null, null]);
  });
});

describe("Chinese is found as it sounds", () => {
  test("a name reads in both orders, its polyphonic family name rightly", async () => {
    const syllables = await pinyinFor("曾建国");
    expect(romanised("曾建国", syllables)).toEqual(["zeng jianguo", "jianguo zeng"]);
    expect(searchTextOf(["曾建国"], [syllables("曾建国")])).toBe("曾建国 zeng jian guo zengjianguo zjg");
  });
  test("without a Chinese text no dictionary is opened", async () => {
    expect((await pinyinFor("Jörg", null))("王立")).toEqual([]);
  });
});
