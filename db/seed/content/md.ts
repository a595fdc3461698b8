/** Markdown written at the code's indentation: takes the common indentation and the outer blank lines off. */
export function md(strings: TemplateStringsArray, ...values: (string | number)[]): string {
  const lines = String.raw({ raw: strings }, ...values).split("\n");
  const depth = Math.min(
    ...lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length),
  );
  return lines
    .map((line) => line.slice(depth))
    .join("\n")
    .trim();
}
