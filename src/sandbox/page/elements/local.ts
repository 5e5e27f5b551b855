import { useMemo, useState } from "preact/hooks";
import type { Json, Place } from "../../control.ts";
import { useWorkspace } from "../workspace.tsx";
import type { Surface } from "./surface.tsx";

/** In a message and on Home the chosen values live in the reader's window only: the app hears of each as an action. */
export function useLocalSurface(place: Place): Surface {
  const { act } = useWorkspace();
  const [values, setValues] = useState<Record<string, Json>>({});
  const where = JSON.stringify(place);
  return useMemo(() => {
    const keep = (blockId: string, actionId: string, value: Json) =>
      setValues((before) => ({ ...before, [`${blockId}\n${actionId}`]: value }));
    return {
      place,
      value: (blockId, actionId) => values[`${blockId}\n${actionId}`],
      keep,
      put: keep,
      press: (press) => act("press", { in: place, ...press }),
    };
  }, [values, where, act]);
}
