import type { JSX } from "preact";

const PATHS = {
  plus: "M10 4v12M4 10h12",
  send: "M3.5 16.5 17 10 3.5 3.5l1.8 5.3L11 10l-5.7 1.2z",
  close: "m5 5 10 10M15 5 5 15",
  more: "M10 5h.01M10 10h.01M10 15h.01",
  menu: "M3 5h14M3 10h14M3 15h14",
  down: "m5 7.5 5 5 5-5",
  sort: "m6 8 4-4 4 4M6 12l4 4 4-4",
  reply: "M4 4h12v9H9l-4 3v-3H4z",
  moon: "M16 12.5A7 7 0 0 1 7.5 4a6.5 6.5 0 1 0 8.5 8.5z",
  sun: "M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1 1M14.7 14.7l1 1M15.7 4.3l-1 1M5.3 14.7l-1 1",
  clock: "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6v4.2l2.8 1.8",
  eye: "M2 10s3-5.5 8-5.5 8 5.5 8 5.5-3 5.5-8 5.5S2 10 2 10zM10 7.7a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6z",
  exchange: "M4 7h11m-3-3 3 3-3 3M16 13H5m3-3-3 3 3 3",
  hash: "M8 3 6.5 17M13.5 3 12 17M3.5 7.5h13.5M3 12.5h13.5",
  lock: "M5.5 9h9v7h-9zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9",
  check: "m4.5 10.5 3.5 3.5 7.5-8",
  restart: "M4.5 10a5.5 5.5 0 1 0 1.8-4.1M4.2 3.5v3.2h3.2",
  back: "M12.5 4.5 7 10l5.5 5.5",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
