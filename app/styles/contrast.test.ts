import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const source = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [lightSource = "", darkSource = ""] = source.split("@variant dark");
const light = colours(lightSource);
const themes = { light, dark: { ...light, ...colours(darkSource.split("@theme")[0] ?? "") } };

const grounds = ["ground", "surface", "sunken", "hover"];
const texts: [text: string, on: string[]][] = [
  ["ink", [...grounds, "mark", "petrol-tint", "green-tint", "lamp-tint", "plum-tint", "red-tint"]],
  [
    "ink-2",
    [...grounds, "petrol-tint", "green-tint", "lamp-tint", "plum-tint", "av-1", "av-2", "av-3", "av-4"],
  ],
  ["ink-3", [...grounds, "petrol-tint", "green-tint"]],
  ["petrol", [...grounds, "petrol-tint", "red-tint"]],
  ["green", [...grounds, "green-tint"]],
  ["lamp", ["ground", "surface", "sunken", "lamp-tint"]],
  ["plum", [...grounds, "plum-tint"]],
  ["red", [...grounds, "red-tint"]],
  ["on-petrol", ["petrol", "petrol-hover"]],
  ["on-green", ["green"]],
  ["on-red", ["red"]],
  ["on-lamp", ["lamp-fill"]],
  ["on-bubble", ["bubble"]],
  ["ground", ["ink", "ink-2"]],
];
const shapes: [shape: string, on: string[]][] = [
  ["line-strong", ["ground", "surface", "sunken"]],
  ["lamp-edge", ["ground", "surface", "lamp-tint"]],
  ["chart-1", ["surface"]],
  ["chart-2", ["surface"]],
  ["chart-3", ["surface"]],
  ["chart-4", ["surface"]],
];

describe.each(Object.entries(themes))("in the %s theme", (_, theme) => {
  it.each(pairs(texts))("%s can be read on %s", (text, on) => {
    expect(contrast(theme[text], theme[on])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(shapes))("%s can be told from %s", (shape, on) => {
    expect(contrast(theme[shape], theme[on])).toBeGreaterThanOrEqual(3);
  });
});

function colours(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

function pairs(table: [string, string[]][]): [string, string][] {
  return table.flatMap(([text, on]) => on.map((ground): [string, string] => [text, ground]));
}

/** WCAG 2: (lighter + 0.05) / (darker + 0.05). */
function contrast(one: string | undefined, other: string | undefined): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error("a token is missing");
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
