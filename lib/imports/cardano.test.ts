import { existsSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/testing";
import { system } from "@/lib/members/actor";
import { referenceRoot } from "@/lib/platform/testing/reference-data";
import { importStackExchange } from "./import-stack-exchange";

testDatabase();
const folder = path.join(referenceRoot, "stackexchange-cardano");
const isThere = existsSync(folder);
if (!isThere) console.warn(`skipped: the dump of cardano.stackexchange.com is not installed at ${folder}`);

test.skipIf(!isThere)("takes a whole site over, and the second time finds all of it there", { timeout: 300_000 }, async () => {
  const { source, tally, mismatches } = await importStackExchange(system("import"), { folder });
  expect(mismatches).toEqual([]);
  expect(source).toBe("cardano.stackexchange.com");
  const read = Object.fromEntries([...tally.counts].map(([kind, count]) => [kind, count.read]));
  expect(read).toMatchObject({
    users: 3_988, tags: 224, questions: 1_042, answers: 1_496, comments: 1_829, votes: 9_147, badges: 4_467,
    "tag wikis": 86, "other posts": 6, "accepted marks": 459, "post links": 104,
  });
  for (const kind of ["users", "tags", "questions", "answers", "accepted marks"]) expect(tally.of(kind).imported, kind).toBe(tally.of(kind).read);

  const { rows } = await db.execute(sql`select
    (select count(*)::int from threads where answer_count > 0) as answered, (select count(*)::int from threads where state = 'solved') as solved,
    (select count(*)::int from threads where closed_at is not null) as closed,
    (select count(*)::int from threads where attribution ->> 'license' is null or attribution ->> 'url' is null) as bare,
    (select count(*)::int from threads t where t.answer_count <> (select count(*) from answers a where a.thread_id = t.id)) as miscounted,
    (select count(*)::int from search_documents where kind = 'thread') as found,
    (select count(*)::int from answers where body like '%](/t/%') as linking,
    (select count(*)::int from threads where body_html = '' or body = '') as empty`);
  expect(rows[0]).toMatchObject({ answered: 942, solved: 459, closed: 37, bare: 0, miscounted: 0, found: 1_042, empty: 0 });
  expect(Number(rows[0]?.linking)).toBeGreaterThan(20);

  const again = await importStackExchange(system("import"), { folder });
  expect(again.mismatches).toEqual([]);
  for (const [kind, count] of again.tally.counts) expect(count.imported, kind).toBe(0);
  expect(again.tally.of("questions").known).toBe(1_042);
});
