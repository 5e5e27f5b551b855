import type { Json } from "../../control.ts";
import { num, str } from "../json.ts";

const R = 90;

interface Props {
  title: string;
  segments: Json[];
  colour: (index: number) => string;
}

/** A ring: the shares are read at its legend, where they stand as numbers. */
export function Pie({ title, segments, colour }: Props) {
  const values = segments.map((segment) => ({
    label: str(segment, "label"),
    value: Math.max(0, num(segment, "value") ?? 0),
  }));
  const total = values.reduce((sum, { value }) => sum + value, 0) || 1;
  const share = (value: number) => `${Math.round((value / total) * 100)}%`;
  const round = 2 * Math.PI * R;
  let before = 0;
  return (
    <div class="pie">
      <svg
        viewBox="-120 -120 240 240"
        role="img"
        aria-label={[title, ...values.map(({ label, value }) => `${label} ${value} (${share(value)})`)].join(
          ", ",
        )}
      >
        {values.map(({ label, value }, index) => {
          const start = before;
          before += value;
          const length = (value / total) * round;
          return (
            <circle
              key={label}
              r={R}
              class="pie-slice"
              stroke={colour(index)}
              stroke-dasharray={`${Math.max(0, length - 2)} ${round}`}
              transform={`rotate(${(start / total) * 360 - 90})`}
            >
              <title>{`${label}: ${value}`}</title>
            </circle>
          );
        })}
      </svg>
      <ul class="pie-legend" aria-hidden="true">
        {values.map(({ label, value }, index) => (
          <li key={label}>
            <i style={{ background: colour(index) }} />
            <span>{label}</span>
            <b>{value.toLocaleString("en")}</b>
            <small>{share(value)}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
