export type FieldErrors = Record<string, string>;

/** What the server said instead of doing it, in the reader's language. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly fields: FieldErrors,
    readonly problem: Record<string, unknown>,
  ) {
    super(detail || title);
  }
}

export type ApiRequest = {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal;
  /** Give the same one again when the same act is tried again. */
  idempotencyKey?: string;
};

/** Speaks to /api/v1 with the member's session. Throws ApiError for every answer that is not 2xx. */
export async function apiFetch<Result = unknown>(path: string, request: ApiRequest = {}): Promise<Result> {
  const { method = "GET", body, signal, idempotencyKey } = request;
  const headers = commonHeaders();
  if (body !== undefined) headers["content-type"] = "application/json";
  if (method === "POST") headers["idempotency-key"] = idempotencyKey ?? crypto.randomUUID();
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers,
    signal,
    credentials: "same-origin",
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  // What breaks off, or is broken off, half-way is thrown: it must never pass for an answer.
  const text = await response.text();
  if (!response.ok) throw toApiError(response.status, parsed(text));
  return (text === "" ? undefined : JSON.parse(text)) as Result;
}

/** The sentence to show for anything that was thrown; without a network that is `offline`. */
export function errorText(error: unknown, offline: string): string {
  return error instanceof ApiError ? error.message : offline;
}

export function commonHeaders(): Record<string, string> {
  return { accept: "application/json", "accept-language": document.documentElement.lang };
}

/** A refusal may come from a proxy, and not as JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function toApiError(status: number, result: unknown): ApiError {
  const problem = isRecord(result) ? result : {};
  return new ApiError(
    status,
    asText(problem.title) || `HTTP ${status}`,
    asText(problem.detail),
    toFields(problem.fields ?? problem.errors),
    problem,
  );
}

function toFields(fields: unknown): FieldErrors {
  if (!isRecord(fields)) return {};
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, asText(text)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : Array.isArray(value) ? asText(value[0]) : "";
}
