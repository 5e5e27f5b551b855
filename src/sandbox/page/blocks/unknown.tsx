import type { Json } from "../../control.ts";
import { str } from "../json.ts";

/** What the page cannot draw is shown as such: silence would make an app look finished when it is not. */
export function Unknown({ what, json }: { what: "block" | "element"; json: Json }) {
  return (
    <details class="unknown">
      <summary>
        {what === "block" ? "A block" : "An element"} of type <code>{str(json, "type") || "?"}</code>, which
        this workspace does not draw
      </summary>
      <pre>{JSON.stringify(json, null, 2)}</pre>
    </details>
  );
}
