import type { ComponentType } from "preact";
import { useId } from "preact/hooks";
import type { Json } from "../../control.ts";
import { Element, Picture } from "../elements/element.tsx";
import { type Field, FieldContext, outside } from "../elements/surface.tsx";
import { flag, obj, objs, str } from "../json.ts";
import { markdown } from "../text/markdown.ts";
import { rich } from "../text/rich.ts";
import { Parts, Text, words } from "../text/text.tsx";
import { Card, Carousel } from "./card.tsx";
import { Chart } from "./chart.tsx";
import { DataTable, Table } from "./table.tsx";
import { Unknown } from "./unknown.tsx";

interface BlockProps {
  block: Json;
  /** What the last submission said is wrong with this block's input. */
  error?: string | undefined;
}

const BLOCKS: Record<string, ComponentType<BlockProps>> = {
  section: Section,
  header: ({ block }) => <h2 class="block-header">{words(obj(block, "text"))}</h2>,
  divider: () => <hr class="block-divider" />,
  context: Context,
  actions: Actions,
  image: Image,
  input: Input,
  rich_text: ({ block }) => <Parts parts={rich(block)} />,
  markdown: ({ block }) => <Parts parts={markdown(str(block, "text"))} />,
  table: Table,
  data_table: DataTable,
  data_visualization: Chart,
  alert: Alert,
  card: Card,
  carousel: Carousel,
};

export function Blocks({ blocks, errors = {} }: { blocks: Json[]; errors?: Record<string, string> }) {
  return (
    <div class="blocks">
      {blocks.map((block, index) => {
        const blockId = str(block, "block_id");
        const Known = BLOCKS[str(block, "type")];
        return (
          <FieldContext.Provider key={blockId || index} value={outside(blockId)}>
            {Known ? <Known block={block} error={errors[blockId]} /> : <Unknown what="block" json={block} />}
          </FieldContext.Provider>
        );
      })}
    </div>
  );
}

function Section({ block }: BlockProps) {
  const accessory = obj(block, "accessory");
  const fields = objs(block, "fields");
  return (
    <div class={`section section-${str(accessory, "type") || "plain"}`}>
      <div class="section-body">
        <Text of={obj(block, "text")} />
        {fields.length > 0 && (
          <div class="fields">
            {fields.map((field, index) => (
              <div key={index}>
                <Text of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class="accessory">
          <Element element={accessory} />
        </div>
      )}
    </div>
  );
}

function Context({ block }: BlockProps) {
  return (
    <div class="context">
      {objs(block, "elements").map((element, index) => (
        <div key={index}>
          {str(element, "type") === "image" ? <Picture element={element} /> : <Text of={element} />}
        </div>
      ))}
    </div>
  );
}

function Actions({ block }: BlockProps) {
  return (
    <div class="actions">
      {objs(block, "elements").map((element, index) => (
        <Element key={str(element, "action_id") || index} element={element} />
      ))}
    </div>
  );
}

function Image({ block }: BlockProps) {
  return (
    <figure class="image">
      {obj(block, "title") && <figcaption>{words(obj(block, "title"))}</figcaption>}
      <Picture element={block} />
    </figure>
  );
}

function Alert({ block }: BlockProps) {
  const level = str(block, "level") || "default";
  return (
    <div class={`alert alert-${level}`} role="note">
      <Text of={obj(block, "text")} />
    </div>
  );
}

function Input({ block, error }: BlockProps) {
  const id = useId();
  const element = obj(block, "element");
  const hint = words(obj(block, "hint"));
  const label = words(obj(block, "label"));
  const optional = flag(block, "optional");
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  const field: Field = {
    blockId: str(block, "block_id"),
    id: `${id}-input`,
    isInput: true,
    optional,
    label,
    describedBy: described || undefined,
    invalid: Boolean(error),
  };
  return (
    <div class="input-block">
      <label class="input-label" for={`${id}-input`}>
        {label}
        {optional && <span class="optional"> (optional)</span>}
      </label>
      <FieldContext.Provider value={field}>
        {element ? <Element element={element} /> : <Unknown what="block" json={block} />}
      </FieldContext.Provider>
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
