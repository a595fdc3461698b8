import type { CanaryWorld } from "@/db/testing/canaries";
import { pixel } from "@/db/testing/pixel";
import { shortVideo } from "@/db/testing/short-video";
import type { RestRequest } from "../dispatch";
import { brokenBodies, type Dice, type Known, type Schema, strangeTexts, validValue } from "./values";

export type Described = {
  operationId: string;
  parameters: { name: string; in: "path" | "query" | "header"; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
};
export type Step = { what: string; request: Omit<RestRequest, "headers" | "address"> & { headers?: Record<string, string> } };

type Place = { world: CanaryWorld; method: string; path: string; described: Described; dice: Dice };

/** Requests as they should be, once for each thing the operation could be asked about, own or not. */
export function validSteps(place: Place): Step[] {
  return idsFor(place).map((id) => {
    const known = knownValues(place, id);
    const value = validValue(bodySchema(place.described) ?? {}, "body", known, place.dice);
    return { what: `as it should be, id ${id}`, request: build(place, id, queryOf(place, known), value) };
  });
}

/** Requests with one thing wrong; the rest is as it should be. */
export function brokenSteps(place: Place): Step[] {
  const schema = bodySchema(place.described);
  const [id = 1] = idsFor(place);
  const known = knownValues(place, id);
  const value = validValue(schema ?? {}, "body", known, place.dice);
  const query = queryOf(place, known);
  const plain = build(place, id, query, value);
  const steps: Step[] = [];
  const add = (what: string, request: Partial<Step["request"]>) => steps.push({ what, request: { ...plain, ...request } });
  if (schema) {
    for (const { what, body } of brokenBodies(value, schema)) add(what, { body: json(body) });
    for (const text of ["", "{", "nul", '{"a":1}{"b":2}', "\u0000", '{"body":"\\u0000"}', '{"body":"\\ud800"}', `${"[".repeat(50_000)}${"]".repeat(50_000)}`, `{"body":${`{"a":`.repeat(20_000)}1${"}".repeat(20_001)}`]) {
      add(`a body that reads ${text.slice(0, 20)}`, { body: Buffer.from(text) });
    }
    add("bytes that are no text", { body: Buffer.from([0xff, 0xfe, 0x00, 0xd8]) });
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]) add(`sent as ${type}`, { headers: { "content-type": type } });
  }
  if (place.described.requestBody?.content["multipart/form-data"]) {
    for (const [what, type, body] of brokenForms()) add(what, { body, headers: { "content-type": type } });
  }
  for (const { name } of place.described.parameters.filter((one) => one.in === "query")) {
    for (const text of strangeTexts) add(`?${name}=${text.slice(0, 30)}`, { query: new URLSearchParams([...query.entries(), [name, text]].filter(([key, given]) => key !== name || given === text) as [string, string][]) });
    add(`?${name} twice`, { query: new URLSearchParams([[name, "1"], [name, "x"]]) });
  }
  if (place.path.includes("{")) {
    for (const text of ["0", "-1", "1.5", "9007199254740993", "1e3", " 1", "abc", "null", "%", "%zz", "%00", "%ff", "1%00", "1;2", "9".repeat(400)]) add(`id ${text.slice(0, 20)}`, { path: place.path.replaceAll(/\{\w+\}/g, text) });
  }
  if (place.method === "POST") for (const key of ["", "k".repeat(201), "🔑", "'--"]) add(`key ${key.slice(0, 5)}`, { headers: { ...plain.headers, "idempotency-key": key } });
  for (const authorization of ["Basic eDp5", "Bearer", "Bearer ", "Bearer kdg_x_y_z", `Bearer ${"x".repeat(5000)}`, "\u0000"]) add(`signed "${authorization.slice(0, 12)}"`, { headers: { ...plain.headers, authorization } });
  for (const language of ["xx", "de-CH,de;q=0.9", "*", ""]) add(`in ${language}`, { headers: { ...plain.headers, "accept-language": language } });
  return steps;
}

function build({ method, path, described, dice }: Place, id: number | string, query: URLSearchParams, value: unknown): Step["request"] {
  const whole = path.replaceAll(/\{\w+\}/g, encodeURIComponent(String(id)));
  if (described.requestBody?.content["multipart/form-data"]) {
    const [type, body] = form("file", `${dice.pick(["a", "b"])}.png`, pixel());
    return { method, path: whole, query, body, headers: { "content-type": type } };
  }
  if (described.requestBody?.content["application/octet-stream"]) {
    return { method, path: whole, query, body: path.endsWith("/poster") ? pixel() : shortVideo(), headers: { "content-type": "application/octet-stream" } };
  }
  const hasBody = bodySchema(described) !== undefined;
  return { method, path: whole, query, body: hasBody ? json(value) : Buffer.alloc(0), headers: hasBody ? { "content-type": "application/json" } : {} };
}

function queryOf({ described, dice }: Place, known: Known): URLSearchParams {
  const given = described.parameters.filter((one) => one.in === "query" && one.name !== "cursor" && (one.required || dice.chance(0.3)));
  return new URLSearchParams(given.map(({ name, schema }) => [name, String(validValue(schema, name, known, dice))]));
}

/** Things of the operation's kind, open and hidden, then one of another kind and one that never was. */
function idsFor({ path, world: { ids, hidden, articles } }: Place): (number | string)[] {
  if (!path.includes("{")) return [0, 0, 0, 0];
  const all = (kind: "threadId" | "answerId" | "commentId") => Object.values(hidden).map((posts) => posts[kind]);
  const byNoun: Record<string, (number | string)[]> = {
    threads: [ids.welcome, ids.subject, ids.edited, ids.forMembers, ids.forStaff, ids.withdrawn, ...all("threadId")],
    answers: [ids.answer, ids.rude, ...all("answerId")],
    comments: [ids.comment, ...all("commentId")],
    articles: [ids.live, ids.staffGuide, ...Object.values(articles)],
    conversations: [ids.conversation],
    tags: ["humming"],
    review: [ids.case, ids.case + 1],
  };
  const noun = path.split("/")[1] ?? "";
  return [...(byNoun[noun] ?? [1, 2, 3]), 1, 999_999];
}

function knownValues({ world, path }: Place, id: number | string): Known {
  const { ids, people, departments, categories } = world;
  const targets: Record<string, number[]> = { thread: [ids.edited, ids.forStaff], answer: [ids.answer], comment: [ids.comment], article: [ids.live], member: [people.other.id] };
  const kind = path.startsWith("/flags") ? "thread" : "answer";
  return {
    category: (dice) => dice.pick([categories.open, categories.open, categories.inside, categories.back]),
    tags: () => ["humming"],
    member: () => people.other.name,
    prefix: () => people.other.name.slice(0, 4),
    department: () => departments.home,
    targetKind: () => kind,
    targetId: (dice) => dice.pick(targets[kind] ?? [1]),
    duplicateOf: (dice) => dice.pick([ids.edited, ids.forStaff, null]),
    threadId: (dice) => dice.pick([ids.welcome, ids.forStaff]),
    answerIds: (dice) => dice.pick([[ids.answer], [ids.answer, ids.rude]]),
    answerId: () => ids.answer,
    articleId: () => ids.live,
    conversationId: () => ids.conversation,
    conversation: () => ids.conversation,
    agentId: () => people.agent.id,
    departmentId: () => departments.home,
    to: (dice) => dice.pick(["in_review", "published", "archived", "draft"]),
    seqs: () => [1],
    translationOf: () => ids.live,
    version: () => (Number(id) > 0 ? 1 : 2),
  };
}

function bodySchema({ requestBody }: Described): Schema | undefined {
  return requestBody?.content["application/json"]?.schema;
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value) ?? "");
}

function form(field: string, name: string, data: Buffer): [type: string, body: Buffer] {
  const head = `--walk\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`;
  return ["multipart/form-data; boundary=walk", Buffer.concat([Buffer.from(head), data, Buffer.from("\r\n--walk--\r\n")])];
}

function brokenForms(): [what: string, type: string, body: Buffer][] {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const cut = pixel().subarray(0, 40);
  return [
    ["a drawing with a script", ...form("file", "a.svg", svg)],
    ["a page that calls itself a picture", ...form("file", "a.png", Buffer.from("<!doctype html><script>1</script>"))],
    ["half a picture", ...form("file", "a.png", cut)],
    ["nothing in it", ...form("file", "a.png", Buffer.alloc(0))],
    ["another field", ...form("picture", "a.png", pixel())],
    ["a name from elsewhere", ...form("file", "../../..\\evil\u202egnp.html", pixel())],
    ["no boundary", "multipart/form-data", pixel()],
    ["no form at all", "application/json", Buffer.from("{}")],
    ["bytes for a form", "multipart/form-data; boundary=walk", Buffer.from("\u0000\u0001")],
  ];
}
