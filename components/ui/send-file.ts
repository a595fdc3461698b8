import { commonHeaders, parsed, toApiError } from "./api";

type Sending = { signal?: AbortSignal; /** From 0 to 1. */ onProgress?: (share: number) => void };

/** Sends one file up. The old way of asking is the only one that tells how far it is. */
export function sendFile<Stored>(path: string, file: File, { signal, onProgress }: Sending = {}): Promise<Stored> {
  const body = new FormData();
  body.append("file", file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1${path}`);
    const headers = { ...commonHeaders(), "idempotency-key": crypto.randomUUID() };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded / total);
    request.onload = () => {
      const reply = parsed(request.responseText);
      if (request.status === 201) resolve(reply as Stored);
      else reject(toApiError(request.status, reply));
    };
    request.onerror = () => reject(new TypeError("The connection was lost"));
    signal?.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}
