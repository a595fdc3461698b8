import { readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { readRows } from "./read-rows";

export type Site = { /** "cardano.stackexchange.com": names the source of everything imported from it. */ host: string; /** For people. */ name: string };

/** Sites that are not below stackexchange.com, by the names their dumps go under. */
const own: Record<string, Site> = {
  stackoverflow: { host: "stackoverflow.com", name: "Stack Overflow" },
  superuser: { host: "superuser.com", name: "Super User" },
  serverfault: { host: "serverfault.com", name: "Server Fault" },
  askubuntu: { host: "askubuntu.com", name: "Ask Ubuntu" },
  mathoverflow: { host: "mathoverflow.net", name: "MathOverflow" },
  stackapps: { host: "stackapps.com", name: "Stack Apps" },
};

/** Which site a dump is of: as told, else by Sites.xml beside it, else by the name of the folder. */
export async function findSite(folder: string, told?: string): Promise<Site> {
  if (told) return siteNamed(told.replace(/^https?:\/\//, "").replace(/\/.*$/, "").toLowerCase());
  const guess = siteNamed(basename(folder).toLowerCase());
  return (await siteInList(folder, guess.host)) ?? guess;
}

function siteNamed(text: string): Site {
  const known = Object.values(own).find((site) => site.host === text);
  if (known) return known;
  if (text.includes(".")) return { host: text, name: spoken(text) };
  const word = text.replace(/^stackexchange[-_]|[-_]stackexchange$/g, "").replace(/[^a-z0-9-]+/g, "-").replace(/^-+|-+$/g, "");
  const host = `${word || "unknown"}.stackexchange.com`;
  return own[word] ?? { host, name: spoken(host) };
}

function spoken(host: string): string {
  const [, meta, word] = /^(meta\.)?([a-z0-9-]+)\.stackexchange\.com$/.exec(host) ?? [];
  if (!word) return host;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${meta ? "Meta " : ""}Stack Exchange`;
}

async function siteInList(folder: string, guess: string): Promise<Site | undefined> {
  const file = readdirSync(folder).find((name) => /^sites\.xml(\.gz)?$/i.test(name));
  if (!file) return undefined;
  const path = join(folder, file);
  const sites: Site[] = [];
  for await (const { Url, LongName, Name } of readRows(path, statSync(path).size)) {
    if (!Url || !URL.canParse(Url)) continue;
    const { host } = new URL(Url);
    sites.push({ host, name: LongName ?? Name ?? host });
  }
  return sites.find((site) => site.host === guess) ?? (sites.length === 1 ? sites[0] : undefined);
}
