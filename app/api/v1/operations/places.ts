import { z } from "zod";
import { listCategories } from "@/lib/categories/list-categories";
import type { CategoryNode } from "@/lib/categories/category-view";
import { editTag } from "@/lib/tags/edit-tag";
import { editTagInput } from "@/lib/tags/input";
import { listTags } from "@/lib/tags/list-tags";
import { type AnyOperation, operation } from "../operation";
import { listOf, listReply, pageQuery } from "../schemas";

export const placeOperations: AnyOperation[] = [
  operation({
    method: "GET",
    path: "/categories",
    operationId: "listCategories",
    summary: "Categories, those above before those below",
    audience: "everyone",
    replies: { 200: listOf(z.looseObject({ id: z.int(), slug: z.string(), name: z.string(), parent: z.string().nullable(), threadCount: z.int() })) },
    handle: async ({ actor, locale }) => {
      const flat = (nodes: CategoryNode[], parent: string | null): Array<Record<string, unknown>> =>
        nodes.flatMap(({ children, ...category }) => [
          { ...category, name: category.name[locale], description: category.description[locale], parent },
          ...flat(children, category.slug),
        ]);
      return listReply({ items: flat(await listCategories(actor), null) });
    },
  }),
  operation({
    method: "GET",
    path: "/tags",
    operationId: "listTags",
    summary: "Tags, the most used first",
    audience: "everyone",
    query: pageQuery.extend({ startsWith: z.string().max(60).optional() }),
    replies: { 200: listOf(z.looseObject({ id: z.int(), slug: z.string(), name: z.string(), threadCount: z.int() })) },
    handle: async ({ actor, query }) => listReply(await listTags(actor, query)),
  }),
  operation({
    method: "PATCH",
    path: "/tags/{slug}",
    operationId: "editTag",
    summary: "Write what a tag is about; staff may also rename it",
    audience: "members",
    params: editTagInput.pick({ slug: true }),
    body: editTagInput.omit({ slug: true }),
    replies: { 200: z.object({ id: z.int() }) },
    handle: async ({ actor, params, body, tx }) => ({ status: 200, body: await editTag(actor, { ...params, ...body }, tx) }),
  }),
];
