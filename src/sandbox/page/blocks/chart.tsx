import type { Json } from "../../control.ts";
import { num, obj, objs, str, strs } from "../json.ts";
import { Pie } from "./pie.tsx";
import { scale } from "./scale.ts";

const W = 520;
const H = 240;
const EDGE = { top: 12, right: 12, bottom: 30, left: 44 };

interface Series {
  name: string;
  values: number[];
}

interface Axes {
  categories: string[];
  series: Series[];
  x: (index: number) => number;
  y: (value: number) => number;
  /** Width of one category. */
  step: number;
  ground: number;
}

const colour = (index: number) => `var(--series-${(index % 6) + 1})`;

/** The `data_visualization` block. The words of the chart are spoken too: every point by name. */
export function Chart({ block }: { block: Json }) {
  const chart = obj(block, "chart");
  const type = str(chart, "type");
  const title = str(block, "title");
  return (
    <figure class="chart">
      {title && <figcaption>{title}</figcaption>}
      {type === "pie" ? (
        <Pie title={title} segments={objs(chart, "segments")} colour={colour} />
      ) : (
        <Plot title={title} chart={chart} />
      )}
    </figure>
  );
}

function Plot({ title, chart }: { title: string; chart: Json | undefined }) {
  const type = str(chart, "type");
  const config = obj(chart, "axis_config");
  const raw = objs(chart, "series");
  const given = strs(config, "categories");
  const categories = given.length ? given : objs(raw[0], "data").map((point) => str(point, "label"));
  const series = raw.map((one): Series => {
    const byLabel = new Map(
      objs(one, "data").map((point) => [str(point, "label"), num(point, "value") ?? 0]),
    );
    return { name: str(one, "name"), values: categories.map((category) => byLabel.get(category) ?? 0) };
  });
  const all = series.flatMap(({ values }) => values);
  const { low, high, ticks } = scale(Math.min(0, ...all), Math.max(0, ...all));
  const step = (W - EDGE.left - EDGE.right) / Math.max(1, categories.length);
  const y = (value: number) => EDGE.top + ((high - value) / (high - low || 1)) * (H - EDGE.top - EDGE.bottom);
  const x = (index: number) => EDGE.left + step * (index + 0.5);
  const axes: Axes = { categories, series, x, y, step, ground: y(0) };
  const spoken = series.map(
    ({ name, values }) => `${name}: ${values.map((v, i) => `${categories[i]} ${v}`).join(", ")}`,
  );

  return (
    <>
      <svg viewBox={`0 0 ${W} ${H}`} role="img" aria-label={[title, ...spoken].join(". ")}>
        {ticks.map((tick) => (
          <g key={tick} class="chart-tick">
            <line x1={EDGE.left} x2={W - EDGE.right} y1={y(tick)} y2={y(tick)} data-zero={tick === 0} />
            <text x={EDGE.left - 8} y={y(tick) + 4} text-anchor="end">
              {tick.toLocaleString("en")}
            </text>
          </g>
        ))}
        <Categories axes={axes} />
        {type === "bar" ? <Bars axes={axes} /> : <Lines axes={axes} filled={type === "area"} />}
      </svg>
      <Legend names={series.map(({ name }) => name)} x={str(config, "x_label")} y={str(config, "y_label")} />
    </>
  );
}

function Categories({ axes: { categories, x, step } }: { axes: Axes }) {
  const longest = Math.max(...categories.map((category) => category.length), 1);
  const every = Math.max(1, Math.ceil((longest * 7) / step));
  return (
    <g class="chart-tick">
      {categories.map((category, index) =>
        index % every === 0 ? (
          <text key={category} x={x(index)} y={H - EDGE.bottom + 18} text-anchor="middle">
            {category}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Bars({ axes: { categories, series, x, y, step, ground } }: { axes: Axes }) {
  const width = Math.min(36, (step * 0.7) / series.length);
  return (
    <>
      {series.map(({ name, values }, which) =>
        values.map((value, index) => {
          const left = x(index) + (which - series.length / 2) * width;
          const top = Math.min(y(value), ground);
          return (
            <rect
              key={`${name}${index}`}
              x={left + 1}
              y={top}
              width={width - 2}
              height={Math.abs(y(value) - ground)}
              rx="3"
              fill={colour(which)}
            >
              <title>{`${name}, ${categories[index]}: ${value}`}</title>
            </rect>
          );
        }),
      )}
    </>
  );
}

function Lines({ axes: { categories, series, x, y, ground }, filled }: { axes: Axes; filled: boolean }) {
  return (
    <>
      {series.map(({ name, values }, which) => {
        const path = values.map((value, index) => `${index ? "L" : "M"}${x(index)} ${y(value)}`).join("");
        const area = `${path}L${x(values.length - 1)} ${ground}L${x(0)} ${ground}Z`;
        return (
          <g key={name} style={{ color: colour(which) }}>
            {filled && <path d={area} fill="currentColor" opacity="0.18" />}
            <path d={path} class="chart-line" />
            {values.map((value, index) => (
              <circle key={index} cx={x(index)} cy={y(value)} r="3.5" fill="currentColor">
                <title>{`${name}, ${categories[index]}: ${value}`}</title>
              </circle>
            ))}
          </g>
        );
      })}
    </>
  );
}

function Legend({ names, x, y }: { names: string[]; x: string; y: string }) {
  return (
    <div class="legend" aria-hidden="true">
      {names.map((name, index) => (
        <span key={name}>
          <i style={{ background: colour(index) }} />
          {name}
        </span>
      ))}
      <span class="legend-axes">
        {y && <span>↑ {y}</span>} {x && <span>→ {x}</span>}
      </span>
    </div>
  );
}
