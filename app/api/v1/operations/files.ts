import { z } from "zod";
import { uploadFile } from "@/lib/files/upload-file";
import { InvalidInput } from "@/lib/platform/errors";
import { consume } from "@/lib/platform/rate-limit";
import { type AnyOperation, operation } from "../operation";
import { Problem } from "../problem";

export const fileOperations: AnyOperation[] = [
  operation({
    method: "POST",
    path: "/files",
    operationId: "uploadFile",
    summary: "Add a picture, drawn anew without hidden data; to a conversation also PDF, text, ZIP and video",
    audience: "members",
    takes: "multipart",
    query: z.object({ conversation: z.coerce.number().int().min(1).optional(), square: z.enum(["true", "false"]).optional() }),
    replies: { 201: z.looseObject({ id: z.string(), url: z.string(), markdown: z.string() }) },
    handle: async ({ actor, query, request, tx }) => {
      await consume("upload", `member:${actor.id}`);
      const file = await fileOf(request.headers["content-type"] ?? "", request.body);
      await consume("uploadKilobytes", `member:${actor.id}`, Math.ceil(file.data.length / 1024));
      return { status: 201, body: await uploadFile(actor, { ...file, conversationId: query.conversation, square: query.square === "true" }, tx) };
    },
  }),
];

/** The part named "file" of a form. */
async function fileOf(type: string, body: Buffer): Promise<{ name: string; data: Buffer }> {
  if (!/^multipart\/form-data;/i.test(type)) throw new Problem(415, "multipart_expected");
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  } catch {
    throw new Problem(400, "malformed_form");
  }
  const file = form.get("file");
  if (!(file instanceof File)) throw new InvalidInput({ file: { key: "error.required" } });
  if (file.size === 0) throw new InvalidInput({ file: { key: "error.file.empty" } });
  return { name: file.name, data: Buffer.from(await file.arrayBuffer()) };
}
