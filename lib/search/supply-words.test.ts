import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { postgresEngine } from "@/lib/platform/search/postgres-engine";
import { find } from "./quality-run";
import { documentOf } from "./quality-sets";
import { supplyWords } from "./supply-words";

testDatabase();

const keys = async (text: string) => (await find(postgresEngine, text, "de")).found.map(({ key }) => key);

beforeAll(() =>
  postgresEngine.put([
    documentOf("article:1", "de", "Zorbelklappe schließt nicht", { body: "Sie klemmt." }),
    documentOf("article:2", "de", "Mufferraum reinigen", { body: "Mit einem Tuch." }),
  ]),
);

test("a word that is written for the first time shows what compounds of it were all along", async () => {
  expect(await keys("Klappe")).toEqual([]);
  await postgresEngine.put([documentOf("article:3", "de", "Was ist das?", { body: "Hier sitzt ein Zorbel und dreht sich." })]);
  expect((await keys("Zorbel")).sort()).toEqual(["article:1", "article:3"]);
  expect(await keys("Klappe")).toEqual(["article:1"]);
});

test("so does a word of a supplied list, once", async () => {
  expect(await keys("Raum")).toEqual([]);
  expect(await supplyWords(["Muffer|2", "(noun)|Kellermuffer|mit Leerzeichen|x1", ""])).toMatchObject({ added: 2, documents: 1 });
  expect(await keys("Raum")).toEqual(["article:2"]);
  expect(await supplyWords(["Muffer"])).toEqual({ read: 1, added: 0, documents: 0 });
});
