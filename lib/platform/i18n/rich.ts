import { Fragment, createElement, type ReactNode } from "react";

/** Puts elements where a translated text has tags: rich("See <a>the rules</a>", { a: (text) => … }). */
export function rich(text: string, tags: Record<string, (children: ReactNode) => ReactNode>): ReactNode {
  const parts: ReactNode[] = [];
  const pattern = /<(\w+)>([\s\S]*?)<\/\1>/g;
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    const [whole, name = "", inner = ""] = found;
    const draw = tags[name];
    if (!draw) continue;
    if (found.index > end) parts.push(text.slice(end, found.index));
    parts.push(draw(rich(inner, tags)));
    end = found.index + whole.length;
  }
  if (end === 0) return text;
  if (end < text.length) parts.push(text.slice(end));
  return createElement(Fragment, null, ...parts);
}
