export const locales = ["en", "de"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "en";

export function isLocale(value: unknown): value is Locale {
  return value === "en" || value === "de";
}

/** The address of a page as a reader in this language sees it: "/t/1" or "/de/t/1". */
export function href(locale: Locale, path: string): string {
  if (locale === defaultLocale || !path.startsWith("/")) return path;
  return path === "/" ? "/de" : path.startsWith("/?") ? `/de${path.slice(1)}` : `/de${path}`;
}

/** Takes the language off an address: "/de/t/1" is "/t/1" in German. */
export function splitLocale(path: string): { locale: Locale; path: string } {
  const found = /^\/(en|de)(?=\/|\?|#|$)/.exec(path);
  const locale = found?.[1];
  if (!isLocale(locale)) return { locale: defaultLocale, path };
  const rest = path.slice(locale.length + 1);
  return { locale, path: rest.startsWith("/") ? rest : `/${rest}` };
}

export function otherLocale(locale: Locale): Locale {
  return locale === "en" ? "de" : "en";
}

/** The same page in the other language, for the switch in the header. */
export function otherLocaleHref(locale: Locale, path: string): string {
  const bare = splitLocale(path).path;
  // The bare start page follows the browser's language; this says that another one was chosen.
  if (bare === "/" && locale !== defaultLocale) return `/?lang=${defaultLocale}`;
  return href(otherLocale(locale), bare);
}
