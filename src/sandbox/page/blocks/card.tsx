import type { Json } from "../../control.ts";
import { Element, Picture } from "../elements/element.tsx";
import { obj, objs, str } from "../json.ts";
import { Text } from "../text/text.tsx";

export function Card({ block }: { block: Json }) {
  const hero = obj(block, "hero_image");
  const icon = obj(block, "icon");
  const actions = objs(block, "actions");
  return (
    <article class="card">
      {hero && (
        <div class="card-hero">
          <Picture element={hero} />
        </div>
      )}
      <div class="card-head">
        {icon && <Picture element={icon} />}
        <div>
          <div class="card-title">
            <Text of={obj(block, "title")} />
          </div>
          <div class="card-quiet">
            <Text of={obj(block, "subtitle")} />
          </div>
        </div>
      </div>
      <Text of={obj(block, "body")} />
      <div class="card-quiet">
        <Text of={obj(block, "subtext")} />
      </div>
      {actions.length > 0 && (
        <div class="actions">
          {actions.map((element, index) => (
            <Element key={str(element, "action_id") || index} element={element} />
          ))}
        </div>
      )}
    </article>
  );
}

export function Carousel({ block }: { block: Json }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="carousel" aria-label="Cards" tabIndex={0}>
      {objs(block, "elements").map((card, index) => (
        <Card key={index} block={card} />
      ))}
    </section>
  );
}
