import { z } from "zod";
import { approveMacro, refuseMacro } from "@/lib/macros/decide-macro";
import { deleteMacro } from "@/lib/macros/delete-macro";
import { macroInput, refuseMacroInput } from "@/lib/macros/input";
import { listMacros } from "@/lib/macros/list-macros";
import { proposeMacro } from "@/lib/macros/propose-macro";
import { saveMacro } from "@/lib/macros/save-macro";
import { type AnyOperation, operation } from "../operation";
import { idParams, listOf, listReply, noContent, pageQuery } from "../schemas";

const texts = macroInput.omit({ id: true });
const macroReply = z.looseObject({
  id: z.int(),
  nameDe: z.string(),
  nameEn: z.string(),
  bodyDe: z.string(),
  bodyEn: z.string(),
  departments: z.array(z.string()),
  state: z.enum(["own", "proposed", "approved", "refused"]),
  mine: z.boolean(),
});

export const macroOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/macros",
    operationId: "listMacros",
    summary: "Saved replies: one's own, and those approved for one's departments",
    audience: "staff",
    query: pageQuery,
    replies: { 200: listOf(macroReply) },
    handle: async ({ actor }) => listReply({ items: await listMacros(actor) }),
  }),
  operation({
    method: "POST",
    path: "/macros",
    operationId: "createMacro",
    summary: "Save a reply of one's own",
    audience: "staff",
    body: texts,
    replies: { 201: z.object({ id: z.int() }) },
    handle: async ({ actor, body, tx }) => ({ status: 201, body: await saveMacro(actor, body, tx) }),
  }),
  operation({
    method: "PUT",
    path: "/macros/{id}",
    operationId: "changeMacro",
    summary: "Change a saved reply",
    audience: "staff",
    params: idParams,
    body: texts,
    replies: { 200: z.object({ id: z.int() }) },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await saveMacro(actor, { ...body, id: params.id }, tx) }),
  }),
  operation({
    method: "DELETE",
    path: "/macros/{id}",
    operationId: "deleteMacro",
    summary: "Delete a saved reply",
    audience: "staff",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params, tx }) => noContent(deleteMacro(actor, params.id, tx)),
  }),
  operation({
    method: "POST",
    path: "/macros/{id}/proposal",
    operationId: "proposeMacro",
    summary: "Propose a reply of one's own for its departments",
    audience: "staff",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params, tx }) => noContent(proposeMacro(actor, params.id, tx)),
  }),
  operation({
    method: "PUT",
    path: "/macros/{id}/approval",
    operationId: "approveMacro",
    summary: "Approve a proposed reply for all who work in its departments",
    audience: "managers",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params, tx }) => noContent(approveMacro(actor, params.id, tx)),
  }),
  operation({
    method: "POST",
    path: "/macros/{id}/refusal",
    operationId: "refuseMacro",
    summary: "Refuse a proposed reply, with the reason",
    audience: "managers",
    params: idParams,
    body: refuseMacroInput.omit({ id: true }),
    replies: { 204: null },
    handle: async ({ actor, params, body, tx }) => noContent(refuseMacro(actor, { ...body, id: params.id }, tx)),
  }),
];
