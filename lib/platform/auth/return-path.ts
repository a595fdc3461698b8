/** A path of this site to go on to; "/" for everything that could lead elsewhere. */
export function returnPath(wanted: unknown, otherwise = "/"): string {
  if (typeof wanted !== "string" || wanted.length > 2000) return otherwise;
  // Browsers drop tabs and line breaks and read "\" as "/": "/\t/evil.example" is another host.
  if (!/^\/(?![/\\])/.test(wanted) || /[\u0000-\u0020\u007f\\]/.test(wanted)) return otherwise;
  const inside = URL.canParse(wanted, "https://site.invalid") ? new URL(wanted, "https://site.invalid") : null;
  if (inside?.origin !== "https://site.invalid") return otherwise;
  // What ends a session or answers data is no page to return to.
  return /^\/(api|sign-out|overlay|stream)(\/|\?|$)/.test(inside.pathname) ? otherwise : wanted;
}
