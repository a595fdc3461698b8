import type { Attribution } from "@/db/schema";
import type { Author } from "./find-authors";
import { instantOf } from "./import-run";
import type { Row } from "./read-rows";

/** What the licence asks to be said of a post: site, address, author, licence. */
export function attributionOf(host: string, path: string, author: Author, row: Row): Attribution {
  return {
    site: host,
    url: `https://${host}/${path}`,
    author: author.name,
    authorUrl: author.externalId ? `https://${host}/users/${author.externalId}` : null,
    license: row.ContentLicense ?? licenseOf(instantOf(row.CreationDate)),
  };
}

/** Older dumps do not name it; it followed from the day of writing. */
function licenseOf(at: Date | null): string {
  if (at && at < new Date("2011-04-08T00:00:00Z")) return "CC BY-SA 2.5";
  if (at && at < new Date("2018-05-02T00:00:00Z")) return "CC BY-SA 3.0";
  return "CC BY-SA 4.0";
}
