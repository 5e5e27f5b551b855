/** Somebody new who shares a name with somebody known must never be put in the form as the known one. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../platform/fold.ts";
import { type Lexicon, readLine } from "./index.ts";
import { cast } from "./lines.fixture.ts";

const person = (
  id: number,
  accountId: number,
  name: string,
  names: string[] = [],
  surname: string | null = null,
) => ({
  id,
  accountId,
  name,
  names: [name, ...(surname === null ? name.split(" ") : []), ...names].map(fold),
  surname,
});
const lexicon: Lexicon = {
  ...cast,
  accounts: [
    ...cast.accounts,
    { id: 15, name: "Mueller GmbH", names: ["mueller gmbh", "mueller"] },
    { id: 16, name: "华南移动", names: ["华南移动"] },
  ],
  people: [
    ...cast.people,
    person(200, 11, "Zoë Ångström"),
    person(201, 15, "Jürgen Müller", ["Mueller", "Jürgen Mueller"]),
    person(202, 16, "张伟", [], "张"),
    person(203, 16, "王晓", ["王工"], "王"),
    person(204, 16, "李卫东", ["卫东"], "李"),
    person(205, 16, "马丽", [], "马"),
    person(206, 11, "Henrik van der Velde", ["van der Velde", "Henrik Velde"]),
    person(207, 11, "Carlos Ruiz Soto", ["Carlos Ruiz"]),
    person(208, 11, "Dr. Katharina Brenner", ["Katharina Brenner", "Katharina", "Brenner"]),
    person(209, 16, "钱亚萍", ["亚萍", "Qian Yaping", "Yaping Qian"], "钱"),
  ],
};
const read = (line: string) =>
  readLine(line, { today: "2026-03-09", now: "18:30", lexicon }).people.map((found) => {
    if (found.is === "person") return lexicon.people.find(({ id }) => id === found.id)?.name;
    if (found.is === "seat") return `seat: ${found.title}`;
    return found.is === "unclear" ? `ask: ${found.words}` : `new: ${found.name}`;
  });

const lines: [line: string, people: string[]][] = [
  // Somebody new.
  ["met Zoë Miller at Acme", ["new: Zoë Miller"]],
  ["met Peter Ångström at Acme", ["new: Peter Ångström"]],
  ["Peter Ångström called about Acme", ["new: Peter Ångström"]],
  ["met Jürgen Schmidt at Mueller", ["new: Jürgen Schmidt"]],
  ["met Wang Lihong at Acme", ["new: Wang Lihong"]],
  ["met Wang Wei at Acme", ["new: Wang Wei"]],
  ["Jack Wang from Acme rang", ["new: Jack Wang"]],
  ["met Dr Zoë Miller at Acme", ["new: Zoë Miller"]],
  ["met Mr Peter Ångström at Acme", ["new: Peter Ångström"]],
  ["met Zoë von Miller at Acme", ["new: Zoë von Miller"]],
  ["met Henrik van Dijk at Acme", ["new: Henrik van Dijk"]],
  ["met Zoë-Marie Miller at Acme", ["new: Zoë-Marie Miller"]],
  ["met Zoë Ångström-Berg at Acme", ["ask: Zoë Ångström-Berg"]],
  ["met Wang Li Hong at Acme", ["ask: Wang Li Hong"]],
  ["met Zoë M. at Acme", ["new: Zoë M"]],
  ["met P. Ångström at Acme", ["new: P. Ångström"]],
  ["met Zoë Nair at Acme", ["new: Zoë Nair"]],
  ["met Priya Wang at Acme", ["new: Priya Wang"]],
  ["met Priya Zoë at Acme", ["ask: Priya Zoë"]],
  ["met Zoë Price at Acme", ["ask: Zoë Price"]],
  ["met Zoë MILLER at Acme", ["ask: Zoë MILLER"]],
  ["met Priya LEE at Acme", ["ask: Priya LEE"]],
  ["met Ben Miller at Acme", ["new: Ben Miller"]],
  ["met Priya and Peter Ångström at Acme", ["Priya Nair", "new: Peter Ångström"]],
  ["跟Zoë Miller吃饭，Acme", ["new: Zoë Miller"]],
  ["在华南移动见了张伟强", ["new: 张伟强"]],
  ["华南移动张伟强说要降价", ["new: 张伟强"]],
  ["和张伟强、马丽吃饭，华南移动", ["new: 张伟强", "马丽"]],
  ["华南移动张伟国庆生", ["张伟"]],
  ["在华南移动见了王卫东", ["new: 王卫东"]],
  ["跟司马丽吃饭，华南移动", ["new: 司马丽"]],
  ["今天见华南移动王总", ["ask: 王总"]],
  ["今天见华南移动小王工", ["ask: 王工"]],
  ["华南移动张伟有抱怨", ["ask: 张伟"]],
  ["met Dr Katharina Miller at Acme", ["new: Katharina Miller"]],
  ["跟赵亚萍吃饭，华南移动", ["new: 赵亚萍"]],
  // Still the known one.
  ["met Zoë at Acme", ["Zoë Ångström"]],
  ["met Ångström at Acme", ["Zoë Ångström"]],
  ["Met Zoë Ångström at Acme", ["Zoë Ångström"]],
  ["Grilled Ångström at Acme", ["Zoë Ångström"]],
  ["met Zoë Å. at Acme", ["Zoë Ångström"]],
  ["met Z. Ångström at Acme", ["Zoë Ångström"]],
  ["met Dr Ångström at Acme", ["Zoë Ångström"]],
  ["met L. Chen at Acme", ["Lena Chen"]],
  ["met Carlos Soto at Acme", ["Carlos Ruiz Soto"]],
  ["met Henrik van der Velde at Acme", ["Henrik van der Velde"]],
  ["met Priya Nair Munich office", ["Priya Nair"]],
  ["met Katharina Brenner Munich office at Acme", ["Dr. Katharina Brenner"]],
  ["met Qian Yaping Guangzhou office", ["钱亚萍"]],
  ["met Jorg Mueller at DT", ["Jörg Müller"]],
  ["Priya QBR prep", ["Priya Nair"]],
  ["Acme Priya", ["Priya Nair"]],
  ["Priya Acme QBR", ["Priya Nair"]],
  ["Priya Re: PO", ["Priya Nair"]],
  ["Jörg Friday", ["Jörg Müller"]],
  ["lunch Jörg Monday, DT Tuesday", ["Jörg Müller"]],
  ["met Jörg May 3", ["Jörg Müller"]],
  ["met Ana's contact Wang Li CTO", ["Wang Li"]],
  ["in Munich Priya said yes", ["Priya Nair"]],
  ["Priya's CTO wants a demo", ["Priya Nair"]],
  ["met Jürgen at Mueller", ["Jürgen Müller"]],
  ["met Jürgen Mueller", ["Jürgen Müller"]],
  ["met Mr Mueller at Mueller", ["Jürgen Müller"]],
  ["met Priya <@U2|Ben> at Acme", ["Priya Nair"]],
  ["华南移动张伟说要降价", ["张伟"]],
  ["华南移动张伟强调交期", ["张伟"]],
  ["和张伟吃饭，华南移动", ["张伟"]],
  ["张伟明天来华南移动开会", ["张伟"]],
  ["华南移动张伟和马丽来了", ["张伟", "马丽"]],
  ["华南移动张伟来了", ["张伟"]],
  ["华南移动张伟总抱怨断站", ["张伟"]],
  ["拜访华南移动卫东", ["李卫东"]],
  ["跟李卫东强调了交期，华南移动", ["李卫东"]],
  ["今天见华南移动王工", ["王晓"]],
  ["今天见华南移动老王", ["王晓"]],
];

test.each(lines)("%s", (line, people) => {
  expect(read(line)).toEqual(people);
});

const latin = lexicon.people.filter(({ name }) => /^\p{Lu}[\p{L}’]+ \p{Lu}[\p{L}’]+$/u.test(name));
const families = fc.oneof(
  fc.constantFrom(
    "Miller",
    "Schmidt",
    "Lihong",
    "Wei",
    "Ångström",
    "Nair",
    "Müller",
    "O'Neill",
    "Price",
    "May",
    "Chen",
    "Wang",
    "Li",
    "Smith-Jones",
    "Ahmed",
    "Žižek",
    "Κώστας",
    "Иванов",
    "Jörg",
    "Lena",
  ),
  fc
    .tuple(fc.constantFrom(..."BDFGKLMNPRSTVZ"), fc.stringMatching(/^[aeiou][bdgklmnprst][aeiou][a-z]{1,5}$/))
    .map((parts) => parts.join("")),
);
const given = fc.constantFrom("Peter", "Anna", "Ahmed", "Xin", "Jean-Luc", "P.", "María José");
const places = fc.constantFrom(...lexicon.accounts.map(({ name }) => name));
const verbs = fc.constantFrom("met", "Met", "lunch with", "called", "Saw", "跟", "dinner w/ Ben and");

test("whoever shares one name with a known person is never taken for that person", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...latin),
      families,
      given,
      verbs,
      places,
      fc.boolean(),
      (known, family, other, verb, place, first) => {
        const [a = "", b = ""] = known.name.split(" ");
        const name = first ? `${a} ${family}` : `${other} ${b}`;
        // "Wang Li" and "Li Wang" are one name; so is the first letter of it.
        const own = known.names.map(fold);
        fc.pre(!own.includes(fold(first ? family : other)) && !(other === "P." && fold(a).startsWith("p")));
        fc.pre(!lexicon.people.some((p) => fold(p.name) === fold(name) && p.id === known.id));
        const { people } = readLine(`${verb} ${name} at ${place}`, {
          today: "2026-03-09",
          now: "18:30",
          lexicon,
        });
        expect(people.some((found) => found.is === "person" && found.id === known.id)).toBe(false);
      },
    ),
    { numRuns: 3000 },
  );
});

test.each([..."强华明东军杰磊涛超勇辉鹏建文国平伟丽敏静芳才来和发有"])("张伟%s is never 张伟", (letter) => {
  for (const after of ["", "、马丽", "，聊了价格", "说要降价", "抱怨断站"]) {
    const line = `在华南移动见了张伟${letter}${after}`;
    const { people } = readLine(line, { today: "2026-03-09", now: "18:30", lexicon });
    expect(people.some((found) => found.is === "person" && found.id === 202)).toBe(false);
  }
});
