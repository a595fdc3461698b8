import { ask, type Asked } from "./ask";

/** One form of a page, as a browser without script would see it. */
export type Form = { html: string; action: string; fields: Record<string, string> };

export function formsIn(html: string, pageUrl: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = "", inner = ""]) => {
    const action = attribute(attributes, "action");
    return { html: attributes + inner, action: action ? new URL(action, pageUrl).href : pageUrl, fields: fieldsIn(inner) };
  });
}

/** Opens the page, fills in the form that fits and sends it like a browser without script. */
export async function submitForm(pageUrl: string, cookie: string, values: Record<string, string>, which: RegExp): Promise<Asked> {
  const page = await ask(pageUrl, { headers: { cookie } });
  const form = formsIn(page.text, pageUrl).find(({ html }) => which.test(html));
  if (!form) throw new Error(`no such form on ${pageUrl} (${page.status})`);
  return sendForm(form, { cookie, origin: new URL(pageUrl).origin }, values);
}

export function sendForm(form: Form, headers: Record<string, string>, values: Record<string, string> = {}): Promise<Asked> {
  const boundary = "----a-form-of-the-tests";
  const parts = Object.entries({ ...form.fields, ...values }).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return ask(form.action, {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}`, ...headers },
    body: `${parts.join("")}--${boundary}--\r\n`,
  });
}

function fieldsIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, attributes = ""] of html.matchAll(/<input\b([^>]*?)\/?>/g)) {
    const name = attribute(attributes, "name");
    const isOff = /type="(checkbox|radio)"/.test(attributes) && !/\bchecked\b/.test(attributes);
    if (name && !isOff) fields[name] = attribute(attributes, "value") ?? "";
  }
  for (const [, attributes = "", text = ""] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(attributes, "name");
    if (name) fields[name] = unescape(text);
  }
  for (const [, attributes = "", inner = ""] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(attributes, "name");
    const chosen = /<option\b([^>]*\bselected\b[^>]*)>/.exec(inner) ?? /<option\b([^>]*)>/.exec(inner);
    if (name) fields[name] = attribute(chosen?.[1] ?? "", "value") ?? "";
  }
  return fields;
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : unescape(found);
}

function unescape(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
