/** Round numbers for an axis: steps of 1, 2, 2.5 or 5 times a power of ten, about five of them, both ends included. */
export function scale(from: number, to: number): { low: number; high: number; ticks: number[] } {
  const rough = (to - from || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5].find((size) => size * power >= rough) ?? 10) * power;
  const low = Math.floor(from / step) * step;
  const count = Math.max(1, Math.ceil((to - low) / step));
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((low + index * step).toPrecision(12)));
  return { low, high: ticks.at(-1) ?? to, ticks };
}
