import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a POST to a page is what our forms send: with script the state before and a form, without script the same
 * in hidden fields. Every action takes just these two; whatever else arrives would only break in the middle of Next.
 */
export async function isActionCall(headers: IncomingHttpHeaders, body: Buffer): Promise<boolean> {
  const type = headers["content-type"] ?? "";
  const scripted = headers["next-action"] !== undefined;
  if (!/^multipart\/form-data;/i.test(type)) return !scripted;
  const form = await formOf(type, body);
  if (!form) return false;
  return scripted ? isScriptedCall(form) : isPlainCall(form);
}

async function formOf(type: string, body: Buffer): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  } catch {
    return null;
  }
}

function isScriptedCall(form: FormData): boolean {
  const call = parsed(form.getAll("0"));
  return Array.isArray(call) && call.length === 2 && isPlain(call[0]) && typeof call[1] === "string" && /^\$K[0-9a-f]{1,4}$/.test(call[1]);
}

/** A form without hidden fields of an action is one that the page itself reads. */
function isPlainCall(form: FormData): boolean {
  const [named, ...more] = [...form.keys()].filter((name) => /^\$ACTION_(REF|ID)_/.test(name));
  if (named === undefined) return true;
  const number = /^\$ACTION_REF_(\d{1,4})$/.exec(named)?.[1];
  if (number === undefined || more.length > 0) return false;
  const action = parsed(form.getAll(`$ACTION_${number}:0`));
  const state = parsed(form.getAll(`$ACTION_${number}:1`));
  return typeof action === "object" && action !== null && "bound" in action && action.bound === "$@1" && Array.isArray(state) && state.length === 1 && isPlain(state[0]);
}

function parsed(values: FormDataEntryValue[]): unknown {
  const [text, ...more] = values;
  if (typeof text !== "string" || more.length > 0) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Values only: after "$" Next would read on in other parts of the request. */
function isPlain(value: unknown): boolean {
  if (typeof value === "string") return !value.startsWith("$") || value.startsWith("$$") || value === "$undefined";
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isPlain);
}
