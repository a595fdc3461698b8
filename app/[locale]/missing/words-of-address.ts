const places = new Set(["t", "c", "kb", "u", "tags", "de", "en", "html", "php", "index"]);

/** What somebody who followed this address was probably looking for: "/t/12/lenta-w7" is "lenta w7". */
export function wordsOfAddress(path: string): string {
  const bare = path.split(/[?#]/)[0] ?? "";
  return readable(bare)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(
      (word) => word.length > 1 && word.length < 40 && !/^\d+$/.test(word) && !places.has(word.toLowerCase()),
    )
    .slice(0, 8)
    .join(" ");
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
