/** A line that is only a file of the conversation, as composers send it: a picture, or anything else with its size. */
const fileLine = /^(?:!\[([^\]]{0,200})\]\((\/files\/[a-z0-9]{16,64})\)|\[([^\]]{1,200})\]\((\/files\/[a-z0-9]{16,64}) "(\d{1,12}) bytes"\))$/;

/** Without a number of bytes it is a picture, which is shown itself. */
export type SentFile = { name: string; url: string; bytes: number | null };

export function filesOf(body: string): SentFile[] {
  return body.split("\n").flatMap((line): SentFile[] => {
    const [, alt = "", picture, name = "", file, bytes] = fileLine.exec(line.trim()) ?? [];
    if (picture) return [{ name: alt, url: picture, bytes: null }];
    return file ? [{ name, url: file, bytes: Number(bytes) }] : [];
  });
}

/** The words without the files: those stay among the people in the conversation. */
export function withoutFiles(body: string): string {
  return body
    .split("\n")
    .filter((line) => !fileLine.test(line.trim()))
    .join("\n")
    .trim();
}

export function lineOf({ name, url, bytes }: SentFile): string {
  const label = name.replace(/[[\]\\]/g, "");
  return bytes === null ? `![${label}](${url})` : `[${label}](${url} "${bytes} bytes")`;
}
