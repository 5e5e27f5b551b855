import { foldedNames, formsOfName } from "../platform/names.ts";

/** @returns what colleagues call a member in a line: the whole name, the given name, the family name; folded. */
export const namesOfMember = (name: string): string[] => foldedNames(formsOfName(name).forms);
