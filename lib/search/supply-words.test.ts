import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { searchDocument } from "@/db/testing/search-document";
import { postgresEngine } from "@/lib/platform/search/postgres-engine";
import { find } from "./quality-run";
import { supplyWords } from "./supply-words";

testDatabase();

const keys = async (text: string) => (await find(postgresEngine, text, "de")).found.map(({ key }) => key);

beforeAll(() =>
  postgresEngine.put([
    searchDocument("article:1", { locale: "de", title: "Zorbelklappe schließt nicht", body: "Sie klemmt." }),
    searchDocument("article:2", { locale: "de", title: "Mufferraum reinigen", body: "Mit einem Tuch." }),
  ]),
);

test("a word that is written for the first time shows what compounds of it were all along", async () => {
  expect(await keys("Klappe")).toEqual([]);
  await postgresEngine.put([searchDocument("article:3", { locale: "de", title: "Was ist das?", body: "Hier sitzt ein Zorbel und dreht sich." })]);
  expect((await keys("Zorbel")).sort()).toEqual(["article:1", "article:3"]);
  expect(await keys("Klappe")).toEqual(["article:1"]);
});

test("so does a word of a supplied list, once", async () => {
  expect(await keys("Raum")).toEqual([]);
  expect(await supplyWords(["Muffer|2", "(noun)|Kellermuffer|mit Leerzeichen|x1", ""])).toMatchObject({ added: 2, documents: 1 });
  expect(await keys("Raum")).toEqual(["article:2"]);
  expect(await supplyWords(["Muffer"])).toEqual({ read: 1, added: 0, documents: 0 });
});
