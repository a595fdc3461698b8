/** A line that is only a picture of the conversation, as composers send it. */
export const pictureLine = /^!\[([^\]]{0,200})\]\((\/files\/[a-z0-9]{16,64})\)$/;

export type SentPicture = { alt: string; url: string };

export function picturesOf(body: string): SentPicture[] {
  return body.split("\n").flatMap((line) => {
    const [, alt = "", url] = pictureLine.exec(line.trim()) ?? [];
    return url ? [{ alt, url }] : [];
  });
}

/** The words without the pictures: they stay among those in the conversation. */
export function withoutPictures(body: string): string {
  return body
    .split("\n")
    .filter((line) => !pictureLine.test(line.trim()))
    .join("\n")
    .trim();
}
