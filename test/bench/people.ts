/** Fifty people at fifty screens. */
export const TEAM = "T0BENCH";
export const CHANNEL = "C0BENCH";

export const people = Array.from({ length: 50 }, (_, at) => ({
  ...{ id: `U0BENCH${at}`, name: `person${at}`, realName: `Person ${at}`, title: "", email: null },
  ...{ locale: "en-GB", timeZone: "Europe/Berlin", colour: "#5b6b7a" },
  ...{ isRestricted: false, isUltraRestricted: false, isStranger: false, deleted: false },
}));

export const userIds = people.map(({ id }) => id);
