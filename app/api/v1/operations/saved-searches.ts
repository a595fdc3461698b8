import { z } from "zod";
import { deleteSavedSearch } from "@/lib/search/delete-saved-search";
import { editSavedSearch } from "@/lib/search/edit-saved-search";
import { listSavedSearches } from "@/lib/search/list-saved-searches";
import { saveSearch } from "@/lib/search/save-search";
import { editSavedSearchInput, saveSearchInput } from "@/lib/search/saved-search-input";
import { type AnyOperation, operation } from "../operation";
import { idParams, instant, listOf, listReply, noContent } from "../schemas";

const saved = z.object({ id: z.int(), name: z.string(), query: z.string(), tellsNew: z.boolean() });

export const savedSearchOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/saved-searches",
    operationId: "listSavedSearches",
    summary: "Searches you saved, the newest first",
    audience: "members",
    replies: { 200: listOf(saved.extend({ locale: z.string(), createdAt: instant })) },
    handle: async ({ actor }) => listReply({ items: await listSavedSearches(actor) }),
  }),
  operation({
    method: "POST",
    path: "/saved-searches",
    operationId: "saveSearch",
    summary: "Save a search to come back to",
    audience: "members",
    body: saveSearchInput,
    replies: { 201: saved },
    handle: async ({ actor, body, tx }) => ({ status: 201, body: await saveSearch(actor, body, tx) }),
  }),
  operation({
    method: "PATCH",
    path: "/saved-searches/{id}",
    operationId: "editSavedSearch",
    summary: "Rename a saved search, or say whether to be told of new results once a day",
    audience: "members",
    params: idParams,
    body: editSavedSearchInput.omit({ id: true }),
    replies: { 200: z.object({ id: z.int() }) },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await editSavedSearch(actor, { ...body, id: params.id }, tx) }),
  }),
  operation({
    method: "DELETE",
    path: "/saved-searches/{id}",
    operationId: "deleteSavedSearch",
    summary: "Forget a saved search",
    audience: "members",
    params: idParams,
    replies: { 204: null },
    handle: async ({ actor, params, tx }) => noContent(deleteSavedSearch(actor, params, tx)),
  }),
];
