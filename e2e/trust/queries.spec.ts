import { expect, test } from "@playwright/test";
import pg from "pg";
import { ask } from "./ask";
import { type Site, startSite } from "./site";

const FEW = 1_000;
const MANY = 100_000;
const MOST_QUERIES = 8;

test.describe.configure({ mode: "serial", timeout: 240_000 });

let site: Site;
test.beforeAll(async () => {
  site = await startSite({ sample: true, env: { KUNDIG_COUNT_QUERIES: "1" } });
});
test.afterAll(() => site.stop());

test("a page rendered fresh takes at most 8 queries, as many at 100,000 threads as at 1,000", async () => {
  await fillUpTo(FEW);
  const few = await countAll();
  await fillUpTo(MANY);
  const many = await countAll();
  expect(many).toEqual(few);
  expect(Object.entries(few).filter(([, queries]) => queries > MOST_QUERIES)).toEqual([]);
  expect(Object.keys(few).length).toBeGreaterThan(8);
});

/** Queries of each kind of page, rendered for staff so that no cache helps. */
async function countAll(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const path of await pages()) {
    // What a process knows by heart it may have to read first, or again when its ear to the database was deaf for a moment.
    for (let turn = 0; turn < 2; turn++) {
      const { status, headers } = await ask(site.webs[0]?.url + path, { headers: { cookie: "kundig_staff=1" } });
      expect(`${path} ${status}`).toBe(`${path} 200`);
      counts[path] = Math.min(counts[path] ?? Infinity, Number(headers["x-kundig-queries"]));
    }
    expect(counts[path], path).toBeGreaterThan(0);
  }
  return counts;
}

async function pages(): Promise<string[]> {
  return onDatabase(async (client) => {
    const one = async (query: string) => String((await client.query<{ path: string }>(query)).rows[0]?.path);
    return [
      "/de",
      "/de/c",
      "/de/c/washing-machines",
      "/de/news",
      "/de/tags",
      "/de/tags/e18",
      "/de/kb",
      "/de/search?q=pumpe",
      "/de/u/jonas-wirth",
      await one("select '/de/t/' || id || '/' || slug as path from threads where status = 'published' and answer_count > 3 and locale = 'de' order by id limit 1"),
      await one("select '/de/kb/' || id || '/' || slug as path from articles where state = 'published' and locale = 'de' order by id limit 1"),
    ];
  });
}

async function fillUpTo(count: number): Promise<void> {
  await onDatabase(async (client) => {
    await client.query(
      `insert into threads (category_id, author_id, locale, title, slug, body, body_html, state, created_at, last_activity_at)
       select (select id from categories where slug = 'washing-machines'), (select id from members where name = 'owen-hartley'),
         'de', 'Frage Nummer ' || n, 'frage-nummer-' || n, 'Text', '<p>Text</p>', 'unanswered',
         now() - interval '400 days' - n * interval '1 minute', now() - interval '400 days' - n * interval '1 minute'
       from generate_series((select count(*) from threads) + 1, $1::int) n`,
      [count],
    );
    await client.query("analyze threads");
  });
}

async function onDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: site.databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
