import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import sharp from "sharp";
import { db } from "@/db/client";
import { makeAnswer, makeCategory, makeMember, makeThread } from "@/db/testing/factories";
import { pixel } from "@/db/testing/pixel";
import type { Member } from "@/lib/members/actor";
import { createAccessToken } from "@/lib/members/create-access-token";
import { largestFile } from "@/lib/platform/files/file-limits";
import { ask, askRest } from "./ask";
import { formsIn, sendForm } from "./forms";
import { openSession } from "./people";
import { type Site, startSite, type WebProcess } from "./site";

const evil = "https://evil.example";
let site: Site;
let web: WebProcess;
let url: string;
let member: Member;
let cookie: string;
let token: string;
let ids: { thread: number; answer: number; own: number };
let category: string;

test.beforeAll(async () => {
  site = await startSite();
  [web] = site.webs as [WebProcess];
  url = web.url;
  category = (await makeCategory({ slug: "washing" })).slug;
  member = await makeMember();
  const other = await makeMember();
  const thread = (await makeThread(other, { category })).id;
  ids = { thread, answer: await makeAnswer(other, thread), own: (await makeThread(member, { category })).id };
  cookie = await openSession(member);
  token = (await createAccessToken(member, { name: "guards" })).token;
});
test.afterAll(() => site?.stop());

/** Everything that a write through a browser could change. */
async function state(): Promise<string> {
  const { rows } = await db.execute<{ hash: string }>(sql`
    select md5(string_agg(part, '|' order by part)) as hash from (
      select 't' || md5(threads::text) as part from threads union all select 'a' || md5(answers::text) from answers
      union all select 'c' || md5(comments::text) from comments union all select 'v' || md5(votes::text) from votes
      union all select 's' || token_hash from sessions union all select 'm' || md5(row(id, display_name, bio, locale, mail_notifications, password_hash)::text) from members
      union all select 'l' || id from audit_log union all select 'k' || id from access_tokens union all select 'n' || id || coalesce(read_at::text, '') from notifications
      union all select 'y' || member_id || thread_id from subscriptions union all select 'f' || id from files) as parts`);
  return rows[0]?.hash ?? "";
}

test("a write with a valid cookie from anywhere but our own pages is refused and changes nothing", async () => {
  const json = { "content-type": "application/json" };
  const restWrites: [method: string, path: string, body: string][] = [
    ["POST", "/api/v1/threads", JSON.stringify({ title: "Written elsewhere", body: "Not here", category })],
    ["POST", `/api/v1/threads/${ids.thread}/answers`, '{"body":"Written elsewhere"}'],
    ["PATCH", `/api/v1/threads/${ids.own}`, '{"title":"Changed elsewhere"}'],
    ["DELETE", `/api/v1/threads/${ids.own}`, "{}"],
    ["PUT", `/api/v1/answers/${ids.answer}/vote`, '{"value":1}'],
    ["PUT", `/api/v1/threads/${ids.thread}/me-too`, "{}"],
    ["POST", "/sign-out", ""],
    ["POST", "/de/sign-out", ""],
    ["POST", "/overlay", ""],
    ["POST", "/", ""],
  ];
  const settings = `${url}/me/settings`;
  const form = formsIn((await ask(settings, { headers: { cookie } })).text, settings).find(({ html }) => html.includes("displayName"));
  const signIn = formsIn((await ask(`${url}/sign-in`)).text, `${url}/sign-in`).find(({ html }) => html.includes("password"));
  expect(form && signIn).toBeTruthy();
  const host = new URL(url).host;
  const origins: [what: string, headers: Record<string, string>][] = [
    ["no origin", {}],
    ["null", { origin: "null" }],
    ["foreign", { origin: evil }],
    ["foreign, forwarded host", { origin: evil, "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" }],
    ["foreign, host", { origin: evil, host: "evil.example" }],
    ["foreign, forwarded", { origin: evil, forwarded: "host=evil.example;proto=https" }],
    ["sibling", { origin: `http://www.${host}` }],
    ["other port", { origin: "http://127.0.0.1:1" }],
    ["other scheme", { origin: url.replace("http:", "https:") }],
    ["longer", { origin: `${url}.evil.example` }],
    ["two", { origin: `${url}, ${evil}` }],
    ["own origin, called cross-site", { origin: url, "sec-fetch-site": "cross-site" }],
    ["own origin, called same-site", { origin: url, "sec-fetch-site": "same-site" }],
    ["only the browser says cross-site", { "sec-fetch-site": "cross-site" }],
    ["a referer alone", { referer: `${url}/` }],
    ["a token that is none, on a page", { authorization: "Bearer kdg_x", origin: evil }],
  ];
  const types = ["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"];
  const before = await state();
  const wrong: string[] = [];
  for (const [what, headers] of origins) {
    const isTokenCase = what.startsWith("a token");
    for (const [method, path, body] of restWrites) {
      if (isTokenCase && path.startsWith("/api/v1")) continue;
      for (const type of path.startsWith("/api") ? types : types.slice(0, 1)) {
        const { status } = await ask(url + path, { method, headers: { cookie, ...headers, "content-type": type }, body });
        if (status !== 403) wrong.push(`${what} ${method} ${path} as ${type}: ${status}`);
      }
    }
    for (const [name, sent] of [["settings", form], ["sign-in", signIn]] as const) {
      if (!sent) continue;
      const { status } = await sendForm(sent, { cookie, ...headers }, { displayName: "Elsewhere", email: "x@example.test", password: "x" });
      if (status !== 403) wrong.push(`${what} form of ${name}: ${status}`);
    }
  }
  for (const override of ["x-http-method-override", "x-method-override"]) {
    await ask(`${url}/api/v1/threads/${ids.own}?_method=DELETE`, { headers: { cookie, origin: evil, [override]: "DELETE" } });
  }
  expect(wrong).toEqual([]);
  expect(await state()).toBe(before);

  // The same requests from our own pages do what they say: the refusals above were not for another reason.
  const voted = await ask(`${url}/api/v1/answers/${ids.answer}/vote`, { method: "PUT", headers: { cookie, origin: url, ...json }, body: '{"value":1}' });
  expect(voted.status).toBe(200);
  if (form) expect((await sendForm(form, { cookie, origin: url }, { displayName: "From here" })).status).toBeLessThan(400);
  expect(await state()).not.toBe(before);
});

test("a body over the limit is refused whole, however it is sent; one at the limit arrives whole", async () => {
  const auth = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const big = Buffer.alloc(300 * 1024, "a");
  const targets: [path: string, size: number, headers: Record<string, string>][] = [
    ["/api/v1/threads", 257 * 1024, auth],
    ["/api/v1/files", largestFile + 1024 * 1024 + 1, { ...auth, "content-type": "multipart/form-data; boundary=x" }],
    ["/me/settings", 1024 * 1024 + 1, { cookie, origin: url, "content-type": "application/x-www-form-urlencoded" }],
  ];
  for (const [path, size, headers] of targets) {
    const whole = Buffer.alloc(size, "a");
    const chunks = Array.from({ length: Math.ceil(size / big.length) }, (_, index) => whole.subarray(index * big.length, (index + 1) * big.length));
    expect((await ask(url + path, { method: "POST", headers, body: whole })).status, `${path} with a length`).toBe(413);
    expect((await ask(url + path, { method: "POST", headers, body: chunks })).status, `${path} in chunks`).toBe(413);
  }
  const text = `${"a ".repeat(29_000)}the very end`;
  for (const body of [JSON.stringify({ body: text }), Array.from({ length: 40 }, (_, index) => Buffer.from(JSON.stringify({ body: text }).slice(index * 1_500, (index + 1) * 1_500)))]) {
    const shown = await ask(`${url}/api/v1/preview`, { method: "POST", headers: auth, body });
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("the very end");
  }
  const lying = await ask(`${url}/api/v1/preview`, { method: "POST", headers: { ...auth, "content-length": "5" }, body: Buffer.from('{"body":"cut"}').subarray(0, 5) });
  expect(lying.status).toBe(400);
});

test("headers that steer from inside decide nothing and come back nowhere", async () => {
  const forged: Record<string, string> = {
    "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware",
    "x-middleware-rewrite": "/staff",
    "x-middleware-next": "1",
    "x-middleware-set-cookie": "kundig_staff=1",
    "x-nextjs-data": "1",
    "x-nextjs-rewrite": "/staff",
    "x-invoke-path": "/staff",
    "x-invoke-status": "500",
    "x-matched-path": "/staff",
    rsc: "1",
    "next-router-prefetch": "1",
    "next-router-state-tree": "%5B%22%22%5D",
    "next-url": "/staff",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "127.0.0.1",
    "x-original-url": "/staff",
    "x-rewrite-url": "/staff",
    "content-security-policy": "script-src 'nonce-evilnonce'",
    "x-nonce": "evilnonce",
    "x-kundig-client": "6.6.6.6",
    "x-prerender-revalidate": "evil",
    "x-now-route-matches": "1=staff",
    prefer: "x",
    purpose: "prefetch",
  };
  const paths = ["/", "/de", `/t/${ids.thread}`, "/me", "/staff", "/staff/mail", "/kb", "/sign-in", "/no/such/page", "/feed.xml", "/api/v1/threads", "/overlay", "/search?q=drum", "/?_rsc=abc"];
  const stable = (text: string) => text.replace(/"ms":\d+/g, "").replace(/[\w-]{20,}/g, "");
  for (const path of paths) {
    for (const who of ["", cookie]) {
      const headers: Record<string, string> = who ? { cookie: who } : {};
      const plain = await ask(url + path, { headers });
      const told = await ask(url + path, { headers: { ...headers, ...forged } });
      expect([told.status, told.headers.location, told.headers["content-type"]], path).toEqual([plain.status, plain.headers.location, plain.headers["content-type"]]);
      expect(stable(told.text), path).toBe(stable(plain.text));
      expect(JSON.stringify(told.headers) + told.text, path).not.toMatch(/evil/);
      expect(told.headers["content-security-policy"], path).toBe(plain.headers["content-security-policy"]);
    }
  }
});

test("a picture loses what it knows about its maker, a drawing or a page is no picture", async () => {
  const exif = { IFD0: { Make: "Zqcameramaker", Artist: "Zqartist" }, IFD3: { GPSLatitude: "51/1 30/1 0/1", GPSLatitudeRef: "N" } };
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#a33" } }).withExif(exif).jpeg().toBuffer();
  expect(photo.includes("Zqcameramaker")).toBe(true);
  const upload = (name: string, type: string, data: Buffer) => {
    const head = `--up\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
    return ask(`${url}/api/v1/files`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "multipart/form-data; boundary=up" }, body: Buffer.concat([Buffer.from(head), data, Buffer.from("\r\n--up--\r\n")]) });
  };
  const kept = await upload("holiday.jpg", "image/jpeg", photo);
  expect(kept.status).toBe(201);
  const shown = await ask(url + (JSON.parse(kept.text) as { url: string }).url);
  expect(shown.status).toBe(200);
  expect(shown.headers["x-content-type-options"]).toBe("nosniff");
  expect(shown.headers["content-security-policy"]).toContain("sandbox");
  expect(shown.body.includes("Zqcameramaker") || shown.body.includes("Zqartist")).toBe(false);
  expect((await sharp(shown.body).metadata()).exif).toBeUndefined();
  const html = Buffer.from("<!doctype html><script>alert(1)</script>");
  for (const [name, type, data] of [
    ["a.svg", "image/svg+xml", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ["a.html", "text/html", html],
    ["a.png", "image/png", html],
    ["a.png", "image/png", Buffer.concat([pixel().subarray(0, 30), html])],
    ["a.pdf", "application/pdf", Buffer.from("%PDF-1.7")],
  ] as const) {
    expect((await upload(name, type, data)).status, `${name} as ${type}`).toBe(422);
  }
  const polyglot = await upload("b.png", "image/png", Buffer.concat([pixel(), html]));
  if (polyglot.status === 201) expect((await ask(url + (JSON.parse(polyglot.text) as { url: string }).url)).text).not.toContain("<script>");
});

test("a connection that says nothing, or never finishes, is closed", async () => {
  const { hostname, port } = new URL(url);
  const half = ["", "GET / HTTP/1.1\r\nhost: x\r\n", "POST /sign-in HTTP/1.1\r\nhost: x\r\nx-slow: "].map(
    (text) =>
      new Promise<number>((resolve) => {
        const started = Date.now();
        const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text));
        socket.resume();
        socket.on("error", () => {});
        socket.on("close", () => resolve(Date.now() - started));
      }),
  );
  for (const open of await Promise.all(half)) expect(open).toBeLessThan(15_000);
});

test("a revoked session or token is nobody's at the next request, and its stream ends", async () => {
  const someone = await makeMember();
  const session = await openSession(someone);
  const access = (await createAccessToken(someone, { name: "short" })).token;
  const streams = [openStream({ cookie: session }), openStream({ authorization: `Bearer ${access}` })];
  for (const stream of streams) expect(await stream.first).toContain("hello");
  expect((await ask(`${url}/api/v1/me`, { headers: { cookie: session } })).status).toBe(200);

  const signedOut = await ask(`${url}/sign-out`, { method: "POST", headers: { cookie: session, origin: url } });
  expect(signedOut.status).toBe(303);
  const revokedAt = Date.now();
  expect((await ask(`${url}/api/v1/me`, { headers: { cookie: session } })).status).toBe(401);
  expect((await ask(`${url}/overlay`, { headers: { cookie: session } })).text).toBe('{"me":null}');
  await streams[0]?.closed;
  // A second says the issue; a stream that only its own life would end stays for minutes.
  expect(Date.now() - revokedAt).toBeLessThan(4_000);

  expect((await askRest(url, "/me", { token: access })).status).toBe(200);
  const page = `${url}/me/tokens`;
  const again = await openSession(someone);
  const revoke = formsIn((await ask(page, { headers: { cookie: again } })).text, page).find(({ html }) => /name="id"/.test(html));
  if (!revoke) throw new Error("no form to revoke a token");
  expect((await sendForm(revoke, { cookie: again, origin: url })).status).toBeLessThan(400);
  expect((await askRest(url, "/me", { token: access })).status).toBe(401);
  await streams[1]?.closed;
});

test("a flood of sign-ins waits in line instead of filling the memory", async () => {
  test.skip(process.platform !== "linux", "reads /proc");
  const page = `${url}/sign-in`;
  const form = formsIn((await ask(page)).text, page).find(({ html }) => html.includes('name="password"'));
  if (!form) throw new Error("no sign-in form");
  await db.execute(sql`delete from rate_limits`);
  const statuses = await Promise.all(
    Array.from({ length: 120 }, (_, index) => sendForm(form, { origin: url, "x-forwarded-for": `10.0.${index}.1` }, { email: `flood-${index}@example.test`, password: "a wrong password" }).then(({ status }) => status)),
  );
  for (const status of statuses) expect([200, 429, 503]).toContain(status);
  const { readFile } = await import("node:fs/promises");
  const peak = Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${web.pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  // Two hashes at once take 128 MiB; a hundred and twenty would take 7.5 GB.
  expect(peak).toBeLessThan(1_500);
  expect((await ask(`${url}/healthz`)).status).toBe(200);
});

test("when too much is asked the rest is sent away at once, the process stays alive and recovers", async () => {
  const started: Promise<{ status: number; retry: string | undefined }>[] = [];
  let healthy = 0;
  await db.transaction(async (tx) => {
    // Every search now waits for us: the line fills up for certain, however fast the machine is.
    await tx.execute(sql`lock table search_documents, search_terms, search_totals, search_queries in access exclusive mode`);
    for (let index = 0; index < 200; index++) {
      started.push(ask(`${url}/api/v1/search?q=word${index}`, { headers: { authorization: `Bearer ${token}` } }).then(({ status, headers }) => ({ status, retry: headers["retry-after"] })));
    }
    for (let round = 0; round < 20; round++) {
      if ((await ask(`${url}/healthz`)).status === 200) healthy += 1;
      await sleep(25);
    }
  });
  const answers = await Promise.all(started);
  const refused = answers.filter(({ status }) => status === 503);
  expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([200, 503]);
  expect(healthy).toBe(20);
  expect(refused.length).toBeGreaterThan(100);
  for (const { retry } of refused) expect(Number(retry)).toBeGreaterThan(0);
  expect(answers.filter(({ status }) => status === 200).length).toBe(answers.length - refused.length);
  expect((await ask(`${url}/api/v1/search?q=after`)).status).toBe(200);
});

test("SIGTERM ends the process within five seconds, with 200 streams open and a request on its way", async () => {
  const streams = Array.from({ length: 200 }, () => openStream({}));
  await Promise.all(streams.map(({ first }) => first));
  const onItsWay = askRest(url, `/threads/${ids.thread}/answers`, { method: "POST", token, body: { body: "Said while leaving" } });
  await sleep(5);
  const told = Date.now();
  web.signal("SIGTERM");
  const code = await web.gone;
  expect(Date.now() - told).toBeLessThan(5_000);
  expect(code).toBe(0);
  await Promise.all(streams.map(({ closed }) => closed));
  const { status } = await onItsWay.catch(() => ({ status: 0 }));
  const { rows } = await db.execute(sql`select 1 from answers where body = 'Said while leaving'`);
  if (status === 201) expect(rows).toHaveLength(1);
});

function openStream(headers: Record<string, string>) {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  let text = "";
  let heard = (_: string) => {};
  const first = new Promise<string>((resolve) => (heard = resolve));
  const closed = new Promise<void>((resolve) => socket.on("close", () => resolve()));
  const lines = Object.entries({ host: `${hostname}:${port}`, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on("error", () => heard(text));
  socket.on("data", (bytes) => {
    text += bytes.toString();
    if (Object.keys(headers).length === 0 ? text.includes("retry:") : text.includes("hello")) heard(text);
  });
  // Ends when the server ends the answer, which is what a browser would notice.
  socket.on("data", (bytes) => bytes.toString().endsWith("0\r\n\r\n") && socket.end());
  socket.write(`GET /stream HTTP/1.1\r\n${lines.join("")}\r\n`);
  return { first, closed };
}
