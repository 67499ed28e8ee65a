import { betterIsMore, type Unit, written } from "./figure.ts";
import { FIGURES, NAMES } from "./figures.ts";
import type { Kept } from "./kept.ts";

const PANEL = { width: 300, height: 130, columns: 3, left: 16, right: 60, top: 40, bottom: 26 };
const INK = { line: "#2f6f4f", text: "#23211e", pale: "#6b6660", hair: "#e4e0da", paper: "#ffffff" };

/** One measurement of one figure, as it would be on the machine of the newest. */
export interface Point {
  readonly commit: string;
  readonly value: number;
}

/** A rate grows with the machine's speed and a time shrinks with it; bytes and dollars stay. */
export function asOn(value: number, unit: Unit, speedup: number): number {
  if (unit === "1/s") return value * speedup;
  return unit === "s" || unit === "ms" ? value / speedup : value;
}

/** What was kept of one figure, oldest first. */
export function pointsOf(key: string, all: readonly Kept[]): Point[] {
  const newest = all.at(-1)?.calibration ?? 1;
  return all.flatMap(({ commit, calibration, figures }) => {
    const figure = figures[key];
    return figure ? [{ commit, value: asOn(figure.value, figure.unit, newest / calibration) }] : [];
  });
}

/** A picture with a panel for each figure: from zero up, the newest at the right. */
export function trend(all: readonly Kept[]): string {
  const panels = NAMES.map((name) => ({ name, points: pointsOf(name, all) })).filter(
    ({ points }) => points.length > 0,
  );
  const width = PANEL.width * PANEL.columns;
  const height = PANEL.height * Math.ceil(panels.length / PANEL.columns);
  const drawn = panels.map(({ name, points }, n) => {
    const [x, y] = [(n % PANEL.columns) * PANEL.width, Math.floor(n / PANEL.columns) * PANEL.height];
    return `<g transform="translate(${x} ${y})">\n${panel(name, FIGURES[name].unit, points)}\n</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" role="img">`,
    `<title>How the figures of npm run bench went, commit by commit</title>`,
    `<rect width="${width}" height="${height}" fill="${INK.paper}"/>`,
    ...drawn,
    "</svg>\n",
  ].join("\n");
}

function panel(name: string, unit: Unit, points: readonly Point[]): string {
  const { left, right, top, bottom } = PANEL;
  const [wide, high] = [PANEL.width - left - right, PANEL.height - top - bottom];
  const most = Math.max(...points.map(({ value }) => value)) || 1;
  const at = points.map(({ value }, n) => {
    const x = left + (points.length > 1 ? (n / (points.length - 1)) * wide : wide);
    return [x, top + high - (value / most) * high].map((one) => one.toFixed(1)) as [string, string];
  });
  const [x = "0", y = "0"] = at.at(-1) ?? [];
  const [first, last] = [points.at(0), points.at(-1)];
  const base = top + high;
  return [
    `<text x="${left}" y="20" fill="${INK.text}" font-weight="600">${name}</text>`,
    `<text x="${PANEL.width - right}" y="20" fill="${INK.pale}" text-anchor="end">${unit}, ${betterIsMore(unit) ? "more" : "less"} is better</text>`,
    `<path d="M${left} ${base}H${left + wide}" stroke="${INK.hair}"/>`,
    `<polyline points="${at.map((point) => point.join(",")).join(" ")}" fill="none" stroke="${INK.line}" stroke-width="2"/>`,
    ...at.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="2.5" fill="${INK.line}"/>`),
    `<text x="${Number(x) + 8}" y="${Number(y) + 4}" fill="${INK.text}">${written(last?.value ?? 0, unit)}</text>`,
    ...(points.length > 1
      ? [`<text x="${left}" y="${base + 16}" fill="${INK.pale}">${first?.commit}</text>`]
      : []),
    `<text x="${left + wide}" y="${base + 16}" fill="${INK.pale}" text-anchor="end">${last?.commit}</text>`,
  ].join("\n");
}
