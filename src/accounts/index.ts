export { findAccount, hasAccounts } from "./account.store.ts";
export { type Choices, rememberChoices } from "./choices.ts";
export {
  type AccountRecord,
  type DepartmentRecord,
  listAccountRecords,
  listDepartmentRecords,
  saveAccounts,
  saveDepartments,
} from "./import.store.ts";
export { namesOfAccount } from "./names.ts";
