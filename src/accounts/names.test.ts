import { expect, test } from "vitest";
import { pinyinFor } from "../platform/pinyin.ts";
import { namesOfAccount } from "./names.ts";

test("an account answers to its name without the legal form, and to its aliases", async () => {
  const account = { name: "Deutsche Netz AG", nativeName: null, aliases: ["DN"] };
  expect(namesOfAccount(account, await pinyinFor(null)).names).toEqual([
    "deutsche netz ag",
    "deutsche netz",
    "dn",
  ]);
});

test("a Chinese account is found by pinyin and by initials", async () => {
  const account = { name: "Huanan Mobile", nativeName: "华南移动通信有限公司", aliases: ["移动"] };
  const found = namesOfAccount(account, await pinyinFor(account.nativeName));
  expect(found.names).toContain("华南移动通信");
  expect(found.searchText).toMatch(/yi dong yidong yd/u);
});
