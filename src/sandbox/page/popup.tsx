import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  anchor: RefObject<HTMLElement>;
  onClose: () => void;
  /** As wide as its anchor, at least. */
  fit?: boolean;
  side?: "start" | "end";
  class?: string;
  /** Called once, when the layer can take the focus. */
  onShown?: (layer: HTMLElement) => void;
  children: ComponentChildren;
}

const GAP = 4;
const MARGIN = 8;

/** A layer over everything, dialogs included, held beside its anchor; a press elsewhere closes it. */
export function Popup({ anchor, onClose, fit, side = "start", class: name = "", onShown, children }: Props) {
  const layer = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = layer.current;
    if (!element || !anchor.current) return;
    element.showPopover();
    const hold = () => anchor.current && place(element, anchor.current, side, fit ?? false);
    hold();
    onShown?.(element);
    const watcher = new ResizeObserver(hold);
    watcher.observe(element);
    addEventListener("scroll", hold, true);
    addEventListener("resize", hold);
    return () => {
      watcher.disconnect();
      removeEventListener("scroll", hold, true);
      removeEventListener("resize", hold);
    };
  }, [anchor, side, fit]);

  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!layer.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    addEventListener("pointerdown", pressed, true);
    return () => removeEventListener("pointerdown", pressed, true);
  }, [anchor, onClose]);

  return (
    <div ref={layer} popover="manual" class={`popup ${name}`}>
      {children}
    </div>
  );
}

function place(layer: HTMLElement, anchor: HTMLElement, side: "start" | "end", fit: boolean) {
  const beside = anchor.getBoundingClientRect();
  if (fit) layer.style.minWidth = `${beside.width}px`;
  const below = innerHeight - beside.bottom - GAP - MARGIN;
  const above = beside.top - GAP - MARGIN;
  const upwards = layer.scrollHeight > below && above > below;
  layer.style.maxHeight = `${Math.min(upwards ? above : below, 380)}px`;
  const { width, height } = layer.getBoundingClientRect();
  const left = side === "end" ? beside.right - width : beside.left;
  layer.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - width - MARGIN))}px`;
  layer.style.top = `${upwards ? beside.top - GAP - height : beside.bottom + GAP}px`;
}
