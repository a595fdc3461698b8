import { SettingsForm, type SettingsField } from "@/components/settings/settings-form";
import { LinkButton } from "@/components/ui/link-button";
import { Table } from "@/components/ui/table";
import type { CategoryNode, CategoryView } from "@/lib/categories/category-view";
import { audiences } from "@/lib/categories/input";
import { listCategories } from "@/lib/categories/list-categories";
import { canShapeCategories } from "@/lib/categories/permissions";
import { type Department, loadDepartments } from "@/lib/departments/load-departments";
import { getLadder } from "@/lib/escalations/get-ladder";
import { defaultLadder } from "@/lib/escalations/ladder";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { createCategoryAction, saveCategoryAction, saveLadderAction } from "../actions";
import type { PartProps } from "./page";

type Indented = CategoryView & { depth: number };

export async function CategoriesPart({ locale, actor, asked }: PartProps) {
  const t = translator(locale);
  const [tree, departments] = await Promise.all([listCategories(actor), loadDepartments()]);
  const all = flat(tree);
  const chosen = all.find(({ id }) => String(id) === asked("id"));
  const base = href(locale, "/staff/settings/categories");
  const mayShape = canShapeCategories(actor);
  if (mayShape && !chosen && asked("new")) {
    return (
      <section className="setpart" aria-labelledby="category">
        <h2 id="category">{t("settings.category.new")}</h2>
        <SettingsForm action={createCategoryAction} locale={locale} submit={t("settings.category.create")} busy={t("common.saving")} fields={categoryFields(locale, all, departments, null)} />
      </section>
    );
  }
  if (chosen) {
    const ladder = await getLadder(actor, chosen.id);
    return (
      <>
        <section className="setpart" aria-labelledby="category">
          <h2 id="category">{chosen.name[locale]}</h2>
          {mayShape ? (
            <SettingsForm
              key={`c${chosen.id}`}
              action={saveCategoryAction}
              locale={locale}
              hidden={{ id: String(chosen.id) }}
              submit={t("common.save")}
              busy={t("common.saving")}
              fields={categoryFields(locale, all, departments, chosen)}
            />
          ) : (
            <p className="mut2">{t("settings.category.admins")}</p>
          )}
        </section>
        <section className="setpart" aria-labelledby="ladder">
          <h2 id="ladder">{t("settings.ladder")}</h2>
          <p className="mut2">{t("settings.ladderText")}</p>
          <SettingsForm
            key={`l${chosen.id}`}
            second={mayShape}
            action={saveLadderAction}
            locale={locale}
            hidden={{ id: String(chosen.id) }}
            submit={t("common.save")}
            busy={t("common.saving")}
            fields={defaultLadder
              .filter(({ action }) => action !== "similar")
              .map(({ action, afterMinutes }) => {
                const own = ladder.find((step) => step.action === action);
                return {
                  kind: "text",
                  name: action,
                  label: t(`settings.step.${action}`),
                  hint: t("settings.stepHint", { minutes: afterMinutes }),
                  value: own ? (own.afterMinutes === null ? t("settings.stepOff") : String(own.afterMinutes)) : "",
                };
              })}
          />
        </section>
      </>
    );
  }
  return (
    <section className="setpart" aria-labelledby="categories">
      <h2 id="categories">{t("settings.part.categories")}</h2>
      <div className="overflow-x-auto">
        <Table
          caption={t("settings.part.categories")}
          rows={all}
          rowKey={({ id }) => id}
          columns={[
            {
              head: t("settings.category.name"),
              cell: ({ id, name, depth }) => (
                <a className="hover:underline" style={{ marginInlineStart: depth * 24 }} href={`${base}?id=${id}`}>
                  {name[locale]}
                </a>
              ),
            },
            { head: t("settings.category.audience"), cell: ({ audience }) => t(`settings.audience.${audience}`) },
            {
              head: t("settings.category.department"),
              cell: ({ departmentId }) => departments.find(({ id }) => id === departmentId)?.name[locale] ?? t("settings.category.inherited"),
            },
            { head: t("settings.category.threads"), number: true, told: true, cell: ({ threadCount }) => threadCount },
          ]}
        />
      </div>
      {mayShape && (
        <div>
          <LinkButton href={`${base}?new=1`}>{t("settings.category.new")}</LinkButton>
        </div>
      )}
    </section>
  );
}

function flat(nodes: CategoryNode[], depth = 0): Indented[] {
  return nodes.flatMap((node) => [{ ...node, depth }, ...flat(node.children, depth + 1)]);
}

function categoryFields(locale: Locale, all: Indented[], departments: Department[], category: CategoryView | null): SettingsField[] {
  const t = translator(locale);
  return [
    {
      kind: "group",
      name: "names",
      label: t("settings.category.name"),
      fields: [
        { kind: "text", name: "nameDe", label: "Deutsch", value: category?.name.de ?? "", maxLength: 60 },
        { kind: "text", name: "nameEn", label: "English", value: category?.name.en ?? "", maxLength: 60 },
      ],
    },
    {
      kind: "group",
      name: "descriptions",
      label: t("settings.category.description"),
      fields: [
        { kind: "text", name: "descriptionDe", label: t("settings.category.descriptionDe"), value: category?.description.de ?? "", maxLength: 200 },
        { kind: "text", name: "descriptionEn", label: t("settings.category.descriptionEn"), value: category?.description.en ?? "", maxLength: 200 },
      ],
    },
    { kind: "text", name: "slug", label: t("settings.slug"), hint: t("settings.slugHint"), value: category?.slug ?? "", maxLength: 60 },
    {
      kind: "select",
      name: "parentId",
      label: t("settings.category.parent"),
      value: String(category?.parentId ?? ""),
      empty: t("settings.category.top"),
      options: all.filter(({ id, depth }) => id !== category?.id && depth < 2).map((each) => ({ value: String(each.id), label: `${"\u2003".repeat(each.depth)}${each.name[locale]}` })),
    },
    {
      kind: "select",
      name: "audience",
      label: t("settings.category.audience"),
      value: category?.audience ?? "public",
      options: audiences.map((audience) => ({ value: audience, label: t(`settings.audience.${audience}`) })),
    },
    {
      kind: "select",
      name: "departmentId",
      label: t("settings.category.department"),
      value: String(category?.departmentId ?? ""),
      empty: t("settings.category.inherited"),
      options: departments.map(({ id, name }) => ({ value: String(id), label: name[locale] })),
    },
    { kind: "text", name: "icon", label: t("settings.category.icon"), hint: t("settings.category.iconHint"), value: category?.icon ?? "message-circle", maxLength: 40 },
    { kind: "text", name: "position", inputMode: "numeric", label: t("settings.category.position"), value: String(category?.position ?? 0) },
  ];
}
