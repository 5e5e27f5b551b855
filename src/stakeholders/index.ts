export {
  adoptOwnerless,
  listPeopleOf,
  listStakeholderRecords,
  type StakeholderRecord,
  saveStakeholders,
} from "./import.store.ts";
export { namesOfStakeholder } from "./names.ts";
export {
  addStakeholders,
  listStakeholders,
  type Newcomer,
  type Stakeholder,
} from "./stakeholder.store.ts";
export { stakeholderText } from "./stakeholder.text.ts";
export { chosenOption } from "./stakeholder.view.ts";
