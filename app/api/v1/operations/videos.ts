import { z } from "zod";
import { imageLimits } from "@/lib/platform/files/process-image";
import { readUpload } from "@/lib/platform/files/read-upload";
import { consume } from "@/lib/platform/rate-limit";
import { addVideo } from "@/lib/videos/add-video";
import { deleteVideo } from "@/lib/videos/delete-video";
import { editVideo } from "@/lib/videos/edit-video";
import { addVideoInput, editVideoInput } from "@/lib/videos/input";
import { listVideos } from "@/lib/videos/list-videos";
import { putVideoFile } from "@/lib/videos/put-video-file";
import { putVideoPoster } from "@/lib/videos/put-video-poster";
import type { RestRequest } from "../dispatch";
import { type AnyOperation, operation } from "../operation";
import { changedReply, createdReply, idParams, instant, listOf, listReply, localeSchema, noContent } from "../schemas";

const cue = z.object({ start: z.number(), end: z.number(), text: z.string() });
const video = z.looseObject({
  id: z.int(),
  title: z.string(),
  silent: z.boolean(),
  url: z.string(),
  captions: z.array(z.object({ locale: localeSchema, url: z.string(), cues: z.array(cue) })),
  createdAt: instant,
});

export const videoOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/articles/{id}/videos",
    operationId: "listVideos",
    summary: "The videos of a guide with all that is said in them",
    audience: "everyone",
    params: idParams,
    replies: { 200: listOf(video) },
    handle: async ({ actor, params }) => {
      const items = await listVideos(actor, params.id);
      return listReply({
        items: items.map(({ file, posterId, captions, ...rest }) => ({
          ...rest,
          url: `/files/${file?.id}`,
          posterUrl: posterId && `/files/${posterId}`,
          captions: captions.map((one) => ({ ...one, url: `/captions/${rest.id}/${one.locale}.vtt` })),
        })),
      });
    },
  }),
  operation({
    method: "POST",
    path: "/articles/{id}/videos",
    operationId: "addVideo",
    summary: "Give a guide a video: its captions (WebVTT) or the word that nobody speaks in it; the file follows",
    audience: "staff",
    params: idParams,
    body: addVideoInput,
    replies: { 201: createdReply },
    handle: async ({ actor, params, body, tx }) => {
      const { id } = await addVideo(actor, params.id, body, tx);
      return { status: 201, body: { id, url: `/api/v1/videos/${id}` } };
    },
  }),
  operation({
    method: "PATCH",
    path: "/videos/{id}",
    operationId: "editVideo",
    summary: "Change a video's title or captions; null takes a language away",
    audience: "staff",
    params: idParams,
    body: editVideoInput,
    replies: { 200: changedReply },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await editVideo(actor, params.id, body, tx) }),
  }),
  operation({
    method: "PUT",
    path: "/videos/{id}/file",
    operationId: "putVideoFile",
    summary: "The video itself (MP4 or WebM), or another one in its place; readers see it from then on",
    audience: "staff",
    takes: "bytes",
    params: idParams,
    replies: { 200: createdReply },
    handle: async ({ actor, params, request }) => {
      await consume("upload", `member:${actor.id}`);
      return { status: 200, body: await putVideoFile(actor, params.id, { chunks: chunksOf(request), bytes: announced(request) }) };
    },
  }),
  operation({
    method: "PUT",
    path: "/videos/{id}/poster",
    operationId: "putVideoPoster",
    summary: "The picture that stands for a video until it is played",
    audience: "staff",
    takes: "bytes",
    params: idParams,
    replies: { 200: createdReply },
    handle: async ({ actor, params, request }) => {
      await consume("upload", `member:${actor.id}`);
      const data = await readUpload(chunksOf(request), { maxBytes: imageLimits.bytes, expectedBytes: announced(request) });
      return { status: 200, body: await putVideoPoster(actor, params.id, data) };
    },
  }),
  operation({
    method: "DELETE",
    path: "/videos/{id}",
    operationId: "deleteVideo",
    summary: "Take a video away for good",
    audience: "staff",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params, tx }) => noContent(deleteVideo(actor, params.id, tx)),
  }),
];

async function* chunksOf({ stream, body }: RestRequest): AsyncGenerator<Uint8Array> {
  if (stream) yield* stream;
  else yield body;
}

function announced({ headers }: RestRequest): number | undefined {
  return headers["content-length"] === undefined ? undefined : Number(headers["content-length"]);
}
