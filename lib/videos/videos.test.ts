import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { files, videos } from "@/db/schema";
import { testDatabase } from "@/db/testing";
import { makeCategory, makeMember } from "@/db/testing/factories";
import { captionsOf, inPieces, makeVideo } from "@/db/testing/make-video";
import { pixel } from "@/db/testing/pixel";
import { shortVideo } from "@/db/testing/short-video";
import { auditOf, jobsNamed, searchChanges } from "@/db/testing/traces";
import { createArticle } from "@/lib/articles/create-article";
import { transitionArticle } from "@/lib/articles/transition-article";
import { deleteDropped } from "@/lib/files/drop-file";
import { getFile } from "@/lib/files/get-file";
import { type Member, visitor } from "@/lib/members/actor";
import { Forbidden, InvalidInput, NotFound } from "@/lib/platform/errors";
import { readStored } from "@/lib/platform/files/storage";
import { addVideo } from "./add-video";
import { deleteVideo } from "./delete-video";
import { editVideo } from "./edit-video";
import { getCaptions } from "./get-captions";
import { videoLimits } from "./input";
import { listVideos } from "./list-videos";
import { putVideoFile } from "./put-video-file";
import { putVideoPoster } from "./put-video-poster";

testDatabase();

const folder = mkdtempSync(join(tmpdir(), "kundig-videos-"));
let member: Member;
let agent: Member;
let guide: number;
let draft: number;
beforeAll(async () => {
  process.env.KUNDIG_DATA_DIR = folder;
  const { slug } = await makeCategory();
  member = await makeMember();
  agent = await makeMember({ role: "agent" });
  const write = async () => (await createArticle(agent, { title: "Clean the filter", body: "Turn it.", locale: "en", category: slug })).id;
  [guide, draft] = [await write(), await write()];
  await transitionArticle(agent, guide, { to: "published" });
});
afterAll(() => rmSync(folder, { recursive: true }));

const en = captionsOf(["Turn the filter to the left."]);
const de = captionsOf(["Drehen Sie das Sieb nach links."]);
const fileIdOf = (url: string) => url.slice("/files/".length);

describe("adding a video", () => {
  test("needs captions, or the word that nobody speaks", async () => {
    await expect(addVideo(agent, guide, { title: "No words" })).rejects.toMatchObject({ fields: { captions: { key: "error.video.captions" } } });
    await expect(addVideo(agent, guide, { title: "No words", captions: { de: null } })).rejects.toBeInstanceOf(InvalidInput);
    const { id } = await addVideo(agent, guide, { title: "Hands only", silent: true });
    expect(await listVideos(agent, guide, { unfinished: true })).toMatchObject([{ id, title: "Hands only", silent: true, file: null, captions: [] }]);
    await deleteVideo(agent, id);
  });

  test("tells which line of which language is wrong, and keeps nothing", async () => {
    const broken = { title: "Broken", captions: { en, de: de.replace(".000 -->", ",000 -->") } };
    await expect(addVideo(agent, guide, broken)).rejects.toMatchObject({ fields: { "captions.de": { key: "error.captions.time", values: { line: 3 } } } });
    expect(await listVideos(agent, guide, { unfinished: true })).toEqual([]);
  });

  test("is for staff, on articles that are there", async () => {
    await expect(addVideo(member, guide, { title: "Mine", captions: { en } })).rejects.toBeInstanceOf(Forbidden);
    await expect(addVideo(member, draft, { title: "Mine", captions: { en } })).rejects.toBeInstanceOf(NotFound);
    await expect(addVideo(agent, 999_999, { title: "Mine", captions: { en } })).rejects.toBeInstanceOf(NotFound);
  });
});

describe("a video's file", () => {
  let id: number;
  beforeAll(async () => {
    ({ id } = await addVideo(agent, guide, { title: "Turn it", captions: { en, de } }));
  });
  const put = (data: Buffer, bytes?: number) => putVideoFile(agent, id, { chunks: inPieces(data), bytes });

  test.each([
    ["a picture", () => pixel(), "error.video.type"],
    ["a web page", () => Buffer.from("<html>".repeat(50)), "error.video.type"],
    ["a film of a phone that only some browsers play", () => Buffer.concat([Buffer.from("00000014", "hex"), Buffer.from("ftypqt  "), Buffer.alloc(90)]), "error.video.type"],
    ["nothing", () => Buffer.alloc(0), "error.video.type"],
  ])("is not %s", async (_, data, key) => expect(put(data())).rejects.toMatchObject({ fields: { file: { key } } }));

  test("is refused when it is too large, as soon as that is known, and when it breaks off", async () => {
    await expect(put(shortVideo(), videoLimits.bytes + 1)).rejects.toMatchObject({ fields: { file: { key: "error.file.tooLarge", values: { megabytes: 200 } } } });
    await expect(put(shortVideo(), 300)).rejects.toMatchObject({ fields: { file: { key: "error.file.incomplete" } } });
    let sent = 0;
    async function* endless() {
      for (yield shortVideo(); ; sent += 1) yield Buffer.alloc(8 * 1024 * 1024);
    }
    await expect(putVideoFile(agent, id, { chunks: endless() })).rejects.toMatchObject({ fields: { file: { key: "error.file.tooLarge" } } });
    expect(sent).toBeLessThan(30);
    expect(await listVideos(visitor, guide)).toEqual([]);
  });

  test("shows the video to readers, and another one takes its place", async () => {
    const first = fileIdOf((await put(shortVideo(), 200)).url);
    expect(await listVideos(visitor, guide)).toMatchObject([{ id, file: { id: first, mime: "video/webm", size: 200 }, captions: [{ locale: "en" }, { locale: "de", cues: [{ start: 0, end: 10 }] }] }]);
    expect(await readStored(first)).toEqual(shortVideo());
    const second = fileIdOf((await put(shortVideo(300))).url);
    expect(await getFile(visitor, first)).toBeNull();
    expect(await getFile(visitor, second)).toMatchObject({ size: 300 });
    for (const job of await jobsNamed("file.dropped")) await deleteDropped(job as { id: string });
    expect(await readStored(first)).toBeNull();
    expect(await readStored(second)).toEqual(shortVideo(300));
    expect(await auditOf("article", guide)).toContain("video.file_put");
  });

  test("is changed by staff only", async () => {
    for (const act of [() => putVideoFile(member, id, { chunks: inPieces(shortVideo()) }), () => putVideoPoster(member, id, pixel()), () => editVideo(member, id, { title: "Mine" }), () => deleteVideo(member, id)]) {
      await expect(act()).rejects.toBeInstanceOf(Forbidden);
    }
    expect(await listVideos(visitor, guide)).toMatchObject([{ title: "Turn it" }]);
  });

  test("goes with its captions, its picture and its passages", async () => {
    const poster = fileIdOf((await putVideoPoster(agent, id, pixel())).url);
    expect(await listVideos(visitor, guide)).toMatchObject([{ posterId: poster }]);
    await deleteVideo(agent, id);
    expect(await listVideos(agent, guide, { unfinished: true })).toEqual([]);
    expect(await getCaptions(agent, id, "en")).toBeNull();
    expect(await db.$count(files, eq(files.articleId, guide))).toBe(0);
    expect((await searchChanges("video")).length).toBeGreaterThan(0);
    expect(await auditOf("article", guide)).toContain("video.deleted");
  });
});

describe("rights", () => {
  test("what may not be read may not be watched", async () => {
    const { id, url } = await makeVideo(agent, draft, { said: "Secret for now." });
    const seen = async (actor: Member | typeof visitor) => [(await listVideos(actor, draft)).length, await getCaptions(actor, id, "en"), (await getFile(actor, fileIdOf(url)))?.mime];
    for (const actor of [visitor, member]) expect(await seen(actor)).toEqual([0, null, undefined]);
    expect(await seen(agent)).toEqual([1, captionsOf(["Secret for now."]), "video/webm"]);
    await transitionArticle(agent, draft, { to: "published" });
    for (const actor of [visitor, member]) expect(await seen(actor)).toEqual([1, expect.any(String), "video/webm"]);
    expect(await getFile(visitor, fileIdOf(url))).toMatchObject({ shared: false, ofArticle: true });
  });
});

describe("editing", () => {
  test("changes the title and one language, never takes the last word away", async () => {
    const { id } = await makeVideo(agent, guide, { said: "Turn it." });
    await editVideo(agent, id, { title: "Turn it round", captions: { de } });
    expect((await listVideos(visitor, guide)).at(-1)).toMatchObject({ title: "Turn it round", captions: [{ locale: "en" }, { locale: "de" }] });
    await editVideo(agent, id, { captions: { en: null } });
    expect([await getCaptions(visitor, id, "en"), await getCaptions(visitor, id, "de")]).toEqual([null, de]);
    await expect(editVideo(agent, id, { captions: { de: null } })).rejects.toBeInstanceOf(InvalidInput);
    await editVideo(agent, id, { captions: { de: null }, silent: true });
    expect(await db.select({ silent: videos.silent }).from(videos).where(eq(videos.id, id))).toEqual([{ silent: true }]);
    await expect(editVideo(agent, id, { silent: false })).rejects.toBeInstanceOf(InvalidInput);
  });
});
