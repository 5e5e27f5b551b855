export { type Asker, admit, findColleagues, findSlackIds, type House } from "./admission.actions.ts";
export { listMemberRecords, type MemberRecord, saveMembers } from "./import.store.ts";
export {
  appointAdministrator,
  findManagersAbove,
  findMember,
  hasWorkspaces,
  listMembers,
  openWorkspace,
} from "./member.store.ts";
export { refusalText } from "./member.text.ts";
export type { Locale } from "./member.ts";

export { may } from "./permissions.ts";
export { type Spelled, spelledFor } from "./spelling.ts";
