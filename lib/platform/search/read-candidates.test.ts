import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing";
import { searchDocument } from "@/db/testing/search-document";
import { parseQuery } from "./parse-query";
import { postgresEngine } from "./postgres-engine";
import { readCandidates } from "./read-candidates";
import { understandQuery } from "./understand-query";

testDatabase();

test("what is held of a document is of its present state", async () => {
  const places = async () => {
    const query = await understandQuery(parseQuery("pump filter"), { audiences: ["public"] }, 10);
    const [candidate] = await readCandidates(["thread:1"], query);
    return candidate?.places.map(({ term, weights }) => `${term} ${weights.join("")}`).sort();
  };
  await postgresEngine.put([searchDocument("thread:1", { title: "The pump", body: "It hums." })]);
  expect(await places()).toEqual(["pump A"]);
  expect(await places()).toEqual(["pump A"]);
  await postgresEngine.put([searchDocument("thread:1", { title: "The hose", body: "A filter, no pump." })]);
  expect(await places()).toEqual(["filter B", "pump B"]);
});
