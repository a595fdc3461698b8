const oldest: [number, number] = [1, 50];

/** Whether we know how to talk to a Meilisearch of this version. */
export function isSupportedVersion(version: string): boolean {
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) === oldest[0] && Number(minor) >= oldest[1];
}

/** In one line: what is wrong, and what to do. */
export function wrongVersion(version: string): string {
  return (
    `Meilisearch at MEILI_URL is version ${version}, Kundig needs ${oldest.join(".")} or newer (below ${oldest[0] + 1}): ` +
    "install it and start it with an empty --db-path, the index is made anew by itself; PostgreSQL answers meanwhile"
  );
}

export class WrongVersion extends Error {
  constructor(version: string) {
    super(wrongVersion(version));
  }
}
