import { ApiError, apiFetch } from "@/components/ui/api";
import { pictureOf } from "./picture-of";

type Words = { title: string; silent: boolean; captions: Record<string, string> };
type Saving = {
  articleId: number;
  id: number | undefined;
  words: Words;
  file: File | undefined;
  /** Called once the words are safe: whoever tries again goes on with this video. */
  kept: (id: number) => void;
  /** In percent. */
  sent: (percent: number) => void;
};

/** The words first, then the file, then a picture of it. */
export async function saveVideo({ articleId, id, words, file, kept, sent }: Saving): Promise<void> {
  const path = id ? `/videos/${id}` : `/articles/${articleId}/videos`;
  const video = await apiFetch<{ id: number }>(path, { method: id ? "PATCH" : "POST", body: words });
  kept(video.id);
  if (!file) return;
  const picture = pictureOf(file);
  await send(`/videos/${video.id}/file`, file, sent);
  const poster = await picture;
  // A video without a picture is one all the same.
  if (poster) await send(`/videos/${video.id}/poster`, poster, () => undefined).catch(() => undefined);
}

/** As `fetch` would, which does not tell how far it is. */
function send(path: string, body: Blob, sent: (percent: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `/api/v1${path}`);
    request.setRequestHeader("accept-language", document.documentElement.lang);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ loaded, total }) => sent(Math.floor((loaded / total) * 100));
    request.onerror = () => reject(new Error("broke off"));
    request.onload = () => (request.status < 300 ? resolve() : reject(refusalOf(request)));
    request.send(body);
  });
}

function refusalOf({ status, responseText }: XMLHttpRequest): Error {
  try {
    const problem = JSON.parse(responseText) as { title?: string; detail?: string; fields?: Record<string, string> };
    return new ApiError(status, problem.title ?? "", problem.detail ?? "", problem.fields ?? {}, {});
  } catch {
    return new Error(`HTTP ${status}`);
  }
}
