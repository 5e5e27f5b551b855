import { expect, test } from "vitest";
import { pinyinFor } from "../platform/pinyin.ts";
import { namesOfStakeholder } from "./names.ts";

const nobody = { name: null, nativeName: null, aliases: [], addressedAs: null };

test("王立 answers to both scripts, to the form of address and to typed pinyin", async () => {
  const person = { name: "Wang Li", nativeName: "王立", aliases: ["大王"], addressedAs: "王总" };
  const found = namesOfStakeholder(person, await pinyinFor(person.nativeName));
  expect(found.names).toEqual(expect.arrayContaining(["wang li", "li wang", "王立", "大王", "王总"]));
  expect(found.surname).toBe("王");
  expect(found.searchText).toContain("wangli wl");
});

test("a name in Latin letters takes its Chinese family name from the form of address", () => {
  const person = { ...nobody, name: "Li Na", addressedAs: "李处" };
  expect(namesOfStakeholder(person, () => []).surname).toBe("李");
});

test("a seat has no name to answer to", () => {
  expect(namesOfStakeholder(nobody, () => [])).toEqual({ names: [], surname: null, searchText: "" });
});
