import { join } from "node:path";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { importMarkdown } from "@/lib/imports/import-markdown";
import { system } from "@/lib/members/actor";
import { htmlText } from "@/lib/platform/search/html-text";
import { referenceRoot } from "@/lib/platform/testing/reference-data";
import { fragmentsIn, makeGoldPairs } from "@/lib/search/german-pairs";
import { askerOf, askSite, ofEach, rounded } from "./ask";
import { bulkLoad, indexAll } from "./bulk-load";
import { importGnomeHelp, lines } from "./collections";
import { onEngine } from "./engines";
import type { QualityBench } from "./quality-sets";

const first = 5;

/** Part and compound, hyphen, umlaut, ß and plural: pairs of German words made from real articles. */
export async function measureCompounds({ engines, show }: QualityBench, databaseUrl: string): Promise<void> {
  await importGnomeHelp("de");
  await importMarkdown(system("bench"), { folder: join(referenceRoot, "alchemy-insights-de/articles.tar.gz"), locale: "de", source: "alchemy-insights", license: "CC BY 4.0" });
  const faq = lines<{ question: string; answer_html: string }>("debian-faq/faq-de.jsonl.gz");
  await bulkLoad("article", "de", faq.map(({ question, answer_html }) => ({ title: question, body: htmlText(answer_html), answers: [] })));
  await indexAll();
  const { rows } = await db.execute<{ key: string; title: string; body: string }>(
    sql`select kind || ':' || doc_id as key, title, body from search_documents where locale = 'de' and not meili_deleted order by kind, doc_id`,
  );
  const pairs = makeGoldPairs(rows);
  for (const engine of engines) {
    await onEngine(engine, databaseUrl, async (site) => {
      const asker = askerOf(engine.name, (text: string) => askSite(site, text, { locale: "de", limit: String(first) }));
      const found = await ofEach(pairs, async ({ kind, asked, keys }) => {
        const answered = await asker.ask(asked);
        const marked = answered.hits.map(({ titleHtml, excerptHtml }) => `${titleHtml} ${excerptHtml}`).join(" ");
        return { kind, isRight: answered.keys.some((key) => keys.has(key)), fragments: fragmentsIn(marked).length };
      });
      const recall = (some: typeof found) => rounded(some.filter(({ isRight }) => isRight).length / some.length);
      const fragments = found.reduce((sum, one) => sum + one.fragments, 0);
      const value = recall(found);
      show({ what: `German word pairs · ${engine.name}`, value, unit: "recall@5", beside: `${pairs.length} pairs, ${rows.length} articles, ${asker.stoodIn()} answered by another`, reach: "≥ 0.9 of ≥ 300", ok: value >= 0.9 && pairs.length >= 300 });
      for (const kind of new Set(pairs.map((pair) => pair.kind))) {
        const some = found.filter((one) => one.kind === kind);
        show({ what: `German word pairs, ${kind} · ${engine.name}`, value: recall(some), unit: "recall@5", beside: `${some.length} pairs` });
      }
      show({ what: `fragments of words marked · ${engine.name}`, value: fragments, unit: "", reach: "0", ok: fragments === 0 });
    });
  }
}
