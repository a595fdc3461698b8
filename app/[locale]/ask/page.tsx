import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { signInHref } from "@/components/layout/header";
import { Page } from "@/components/layout/page";
import { AskForm } from "@/components/threads/ask-form";
import { askWords } from "@/components/threads/ask-words";
import { Note } from "@/components/ui/note";
import { loadCategories } from "@/lib/categories/load-categories";
import type { CategoryView } from "@/lib/categories/category-view";
import { isStaff } from "@/lib/members/actor";
import { currentActor } from "@/lib/platform/auth/current-actor";
import { isLocale, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { keepPrivate } from "@/lib/platform/pages/page-tags";
import { site } from "@/lib/platform/site";
import { getProducts } from "@/lib/settings/get-products";
import { listCommonSteps } from "@/lib/threads/list-common-steps";
import { askAction } from "./actions";

type Asked = Record<string, string | string[] | undefined>;
type AskProps = { params: Promise<{ locale: string }>; searchParams: Promise<Asked> };

const follows = { chat: "ask.thenChat", callback: "ask.thenCallback", message: "ask.thenMessage" } as const;

export async function generateMetadata({ params }: AskProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale)("ask.title"), robots: { index: false } } : {};
}

export default async function AskPage({ params, searchParams }: AskProps) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  keepPrivate();
  const asked = await searchParams;
  const actor = await currentActor();
  const [categories, products, steps] = await Promise.all([loadCategories(actor), getProducts(), listCommonSteps(locale)]);
  const t = translator(locale);
  const member = actor.kind === "member" ? actor : null;
  const then = textOf(asked.then, 10);
  const follow = isFollow(then) ? then : null;
  const given = {
    ...named("title", textOf(asked.title ?? asked.q, 160)),
    ...named("product", textOf(asked.product)),
    ...named("code", textOf(asked.code)),
    ...named("firmware", textOf(asked.fw)),
    ...named("category", textOf(asked.category)),
    ...named("tags", textOf(asked.tag)),
  };
  const kinds = isStaff(actor) ? (["question", "discussion", "announcement"] as const) : (["question", "discussion"] as const);
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  return (
    <Page locale={locale} path="/ask" ask={false}>
      <AskForm
        action={askAction}
        locale={locale}
        words={askWords(t)}
        company={site.company}
        given={given}
        then={follow ?? ""}
        categories={optionsOf(categories, locale)}
        kinds={kinds.map((kind) => ({ value: kind, label: t(`ask.kind.${kind}`) }))}
        products={products}
        steps={steps}
        signIn={member ? null : signInHref(locale, `/ask${query.size > 0 ? `?${query}` : ""}`)}
        footnote={member ? t("ask.public", { name: member.displayName }) : t("ask.publicOut")}
      >
        <h1>{t("ask.title")}</h1>
        {follow && <Note>{t(follows[follow], { company: site.company })}</Note>}
      </AskForm>
    </Page>
  );
}

function isFollow(then: string): then is keyof typeof follows {
  return Object.hasOwn(follows, then);
}

function textOf(value: string | string[] | undefined, longest = 120): string {
  return typeof value === "string" ? value.trim().slice(0, longest) : "";
}

function named(name: string, value: string): Record<string, string> {
  return value ? { [name]: value } : {};
}

/** Topics below the ones they belong to. */
function optionsOf(categories: CategoryView[], locale: Locale) {
  const names = new Map(categories.map(({ id, name }) => [id, name[locale]]));
  const tops = categories.filter(({ parentId }) => parentId === null);
  return tops.flatMap((top) => {
    const below = categories.filter(({ parentId }) => parentId === top.id);
    const group = below.length > 0 ? top.name[locale] : undefined;
    return [top, ...below].map(({ id, slug }) => ({ value: slug, label: names.get(id) ?? slug, group }));
  });
}
