import type { ModalView } from "@slack/types";
import type { Asker } from "../team/index.ts";
import type { Draft } from "./draft.ts";
import { type FormMetadata, formMetadata, hasDetails } from "./form.ts";
import { visitForm } from "./visit.view.ts";

/** A form that has not been saved yet, with what it opened with. */
export const newForm = (draft: Draft | null, nonce: string): FormMetadata => ({
  nonce,
  more: draft ? hasDetails(draft) : false,
  ...(draft?.account ? { account: Number(draft.account.value) } : {}),
});

/** The form for what a person sees and what it carries. */
export const formOf = (
  draft: Draft,
  carried: FormMetadata,
  { locale }: Pick<Asker, "locale">,
  notes: string[] = [],
): ModalView =>
  visitForm({
    draft,
    locale,
    notes,
    metadata: formMetadata.encode(carried),
    more: carried.more,
    editing: carried.visit !== undefined,
  });
