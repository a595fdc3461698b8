import { z } from "zod";
import type { AnyOperation } from "./operation";

type Json = Record<string, unknown>;

/** Refusals that every operation can give. */
const common: Record<number, string> = {
  400: "The request cannot be read",
  404: "Not there, or not for the caller",
  422: "A part of the request is wrong",
  429: "Too many requests; see Retry-After",
  503: "Too busy or restarting; see Retry-After",
};
const problem = { $ref: "#/components/schemas/Problem" };

/** The OpenAPI 3.1 file, made of the same schemas that the routes parse with. */
export function openApi(operations: AnyOperation[], server: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] = describe(operation);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Kundig", version: "1", description: "Everything the pages can do. Lists answer {items, nextCursor?}." },
    servers: [{ url: `${server}/api/v1` }],
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "A personal access token" } },
      schemas: { Problem: jsonSchema(problemSchema) },
    },
    paths,
  };
}

const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  /** What is wrong with each part of the request, in the caller's language. */
  fields: z.record(z.string(), z.string()).optional(),
});

function describe(operation: AnyOperation): Json {
  const responses: Record<string, Json> = {};
  for (const [status, schema] of Object.entries(operation.replies)) {
    responses[status] = {
      description: operation.summary,
      ...(schema ? { content: { "application/json": { schema: jsonSchema(schema, "output") } } } : {}),
    };
  }
  for (const [status, description] of Object.entries(refusalsOf(operation))) {
    responses[status] = { description, content: { "application/problem+json": { schema: problem } } };
  }
  return {
    operationId: operation.operationId,
    summary: operation.summary,
    "x-audience": operation.audience,
    ...(operation.audience === "everyone" ? { security: [{}, { token: [] }] } : { security: [{ token: [] }] }),
    parameters: [
      ...parameters("path", operation.params),
      ...parameters("query", operation.query),
      ...(operation.method === "POST" ? [{ name: "Idempotency-Key", in: "header", required: false, schema: { type: "string", maxLength: 200 } }] : []),
    ],
    ...(operation.body || (operation.takes ?? "json") !== "json" ? { requestBody: requestBody(operation) } : {}),
    responses,
  };
}

/** Every status an operation may refuse with, by its kind. */
export function refusalsOf(operation: AnyOperation): Record<number, string> {
  const refusals = { ...common };
  refusals[401] = "No session or token, or one that is no longer good";
  if (operation.audience !== "everyone" || operation.method !== "GET") refusals[403] = "Not allowed";
  if (operation.method !== "GET") {
    refusals[409] = "The thing is in another state";
    refusals[413] = "Larger than this address takes";
    refusals[415] = "Not JSON";
  }
  for (const status of operation.refusals ?? []) refusals[status] ??= "Refused";
  return refusals;
}

function requestBody(operation: AnyOperation): Json {
  if (operation.takes === "bytes") return { required: true, content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } } };
  if (operation.takes === "multipart") {
    return { required: true, content: { "multipart/form-data": { schema: { type: "object", required: ["file"], properties: { file: { type: "string", format: "binary" } } } } } };
  }
  return { required: true, content: { "application/json": { schema: operation.body ? jsonSchema(operation.body) : {} } } };
}

function parameters(place: "path" | "query", schema: z.ZodObject | undefined): Json[] {
  if (!schema) return [];
  const whole = jsonSchema(schema) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(whole.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || (whole.required ?? []).includes(name),
    schema: property,
  }));
}

function jsonSchema(schema: z.ZodType, io: "input" | "output" = "input"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return rest;
}
