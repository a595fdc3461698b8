import { z } from "zod";
import { idInput, lineInput } from "@/lib/platform/text-input";

export const audiences = ["public", "members", "staff"] as const;

const names = { nameEn: lineInput(1, 60), nameDe: lineInput(1, 60) };
const texts = { descriptionEn: lineInput(0, 200), descriptionDe: lineInput(0, 200) };
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/).max(60);
const icon = z.string().regex(/^[a-z0-9-]+$/).max(40);

export const createCategoryInput = z.object({
  slug,
  parentId: idInput.nullable().default(null),
  ...names,
  descriptionEn: texts.descriptionEn.default(""),
  descriptionDe: texts.descriptionDe.default(""),
  icon: icon.default("message-circle"),
  position: z.number().int().min(0).max(100_000).default(0),
  audience: z.enum(audiences).default("public"),
  departmentId: idInput.nullable().default(null),
});

export const editCategoryInput = z.object({
  id: idInput,
  slug: slug.optional(),
  parentId: idInput.nullable().optional(),
  nameEn: names.nameEn.optional(),
  nameDe: names.nameDe.optional(),
  descriptionEn: texts.descriptionEn.optional(),
  descriptionDe: texts.descriptionDe.optional(),
  icon: icon.optional(),
  position: z.number().int().min(0).max(100_000).optional(),
  audience: z.enum(audiences).optional(),
  departmentId: idInput.nullable().optional(),
});
