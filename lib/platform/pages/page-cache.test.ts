import { expect, test } from "vitest";
import { PageCache } from "./page-cache";
import { keepPrivate, tagPage } from "./page-tags";

type Page = { text: string };

function setUp(maxBytes = 100_000) {
  const cache = new PageCache<Page>(maxBytes);
  const weigh = (page: Page) => page.text.length;
  const page = (text: string, ...tags: string[]) => async () => {
    tagPage(...tags);
    return { text };
  };
  return { cache, weigh, page };
}

/** A render that stops until it is let go on. */
function slow(text: string, ...tags: string[]) {
  let go = () => {};
  const gate = new Promise<void>((resolve) => (go = resolve));
  const render = async () => {
    tagPage(...tags);
    await gate;
    return { text };
  };
  return { render, go };
}

test("renders once and serves what was rendered", async () => {
  const { cache, weigh, page } = setUp();
  await cache.getOrRender("/t/1", page("one", "thread:1"), weigh);
  expect(await cache.getOrRender("/t/1", page("two", "thread:1"), weigh)).toEqual({ text: "one" });
  expect(cache.renders).toBe(1);
});

test("200 at once render once", async () => {
  const { cache, weigh } = setUp();
  const { render, go } = slow("one", "thread:1");
  const all = Promise.all(Array.from({ length: 200 }, () => cache.getOrRender("/t/1", render, weigh)));
  go();
  expect(new Set((await all).map((page) => page.text))).toEqual(new Set(["one"]));
  expect(cache.renders).toBe(1);
});

test("a drop takes the pages with that tag and no others", async () => {
  const { cache, weigh, page } = setUp();
  await cache.getOrRender("/t/1", page("one", "thread:1", "category:1"), weigh);
  await cache.getOrRender("/t/2", page("two", "thread:2", "category:1"), weigh);
  cache.drop(["thread:1"]);
  expect(cache.get("/t/1")).toBeUndefined();
  expect(cache.get("/t/2")).toEqual({ text: "two" });
  cache.drop(["category:1"]);
  expect(cache.size).toMatchObject({ pages: 0, tags: 0 });
});

test("a page being rendered while its tag is dropped is not kept, and later visitors do not join it", async () => {
  const { cache, weigh, page } = setUp();
  const old = slow("old", "thread:1");
  const before = cache.getOrRender("/t/1", old.render, weigh);
  cache.drop(["thread:1"]);
  const later = cache.getOrRender("/t/1", page("new", "thread:1"), weigh);
  old.go();
  expect(await before).toEqual({ text: "old" });
  expect(await later).toEqual({ text: "new" });
  expect(cache.get("/t/1")).toEqual({ text: "new" });
});

test("a slow old render does not replace the newer page that was rendered meanwhile", async () => {
  const { cache, weigh, page } = setUp();
  const old = slow("old", "thread:1");
  const before = cache.getOrRender("/t/1", old.render, weigh);
  cache.drop(["thread:1"]);
  await cache.getOrRender("/t/1", page("new", "thread:1"), weigh);
  old.go();
  await before;
  expect(cache.get("/t/1")).toEqual({ text: "new" });
});

test("private pages and those that must not be kept never enter", async () => {
  const { cache, weigh } = setUp();
  await cache.getOrRender("/a", async () => (keepPrivate(), { text: "secret" }), weigh);
  await cache.getOrRender("/b", async () => ({ text: "404" }), () => null);
  expect(cache.size.pages).toBe(0);
});

test("a failed render is not kept and the next one tries again", async () => {
  const { cache, weigh, page } = setUp();
  await expect(cache.getOrRender("/t/1", () => Promise.reject(new Error("no")), weigh)).rejects.toThrow("no");
  expect(await cache.getOrRender("/t/1", page("one"), weigh)).toEqual({ text: "one" });
});

test("nothing is kept while the process does not hear the others", async () => {
  const { cache, weigh, page } = setUp();
  await cache.getOrRender("/t/1", page("one", "thread:1"), weigh);
  cache.setListening(false);
  expect(cache.get("/t/1")).toBeUndefined();
  await cache.getOrRender("/t/1", page("two", "thread:1"), weigh);
  expect(cache.get("/t/1")).toBeUndefined();
  cache.setListening(true);
  await cache.getOrRender("/t/1", page("three", "thread:1"), weigh);
  expect(cache.get("/t/1")).toEqual({ text: "three" });
});

test("memory stays bounded, and forgotten pages leave no tags behind", async () => {
  const { cache, weigh, page } = setUp(50_000);
  for (let index = 0; index < 2_000; index++) await cache.getOrRender(`/t/${index}`, page("x".repeat(400), `thread:${index}`), weigh);
  const { bytes, pages, tags } = cache.size;
  expect(bytes).toBeLessThanOrEqual(50_000);
  expect(tags).toBe(pages);
});

test("drops of other pages let those who come later join a running render", async () => {
  const { cache, weigh } = setUp();
  const { render, go } = slow("one", "thread:1");
  const first = cache.getOrRender("/t/1", render, weigh);
  cache.drop(["thread:2", "member-session:7"]);
  const second = cache.getOrRender("/t/1", render, weigh);
  go();
  expect(await Promise.all([first, second])).toEqual([{ text: "one" }, { text: "one" }]);
  expect(cache.renders).toBe(1);
});

test("a render that turns out to show what was dropped is not for those who came after", async () => {
  const { cache, weigh, page } = setUp();
  let go = () => {};
  const gate = new Promise<void>((resolve) => (go = resolve));
  const late = async () => {
    await gate;
    tagPage("thread:1");
    return { text: "old" };
  };
  const before = cache.getOrRender("/t/1", late, weigh);
  cache.drop(["thread:1"]);
  const after = cache.getOrRender("/t/1", page("new", "thread:1"), weigh);
  go();
  expect(await before).toEqual({ text: "old" });
  expect(await after).toEqual({ text: "new" });
  expect(await cache.getOrRender("/t/1", page("never", "thread:1"), weigh)).toEqual({ text: "new" });
});

test("a missing page is asked for again by those who came after any write", async () => {
  const { cache, page } = setUp();
  let go = () => {};
  const gate = new Promise<void>((resolve) => (go = resolve));
  const missing = cache.getOrRender("/t/1", async () => (await gate, { text: "404" }), () => null);
  cache.drop(["thread:1"]);
  const after = cache.getOrRender("/t/1", page("here", "thread:1"), () => null);
  go();
  expect(await missing).toEqual({ text: "404" });
  expect(await after).toEqual({ text: "here" });
});
