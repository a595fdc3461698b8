import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Page } from "@/components/layout/page";
import { isLocale } from "@/lib/platform/i18n/locale";
import { isMessageKey, translateKey } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";

type AboutProps = { params: Promise<{ locale: string; page: string }> };

export async function generateMetadata({ params }: AboutProps): Promise<Metadata> {
  const { locale, page } = await params;
  const title = `about.${page}.title`;
  return isLocale(locale) && isMessageKey(title) ? { title: translateKey(locale, title) } : {};
}

/** Rules, privacy, imprint, accessibility: a title, a sentence and short paragraphs, all from the messages. */
export default async function About({ params }: AboutProps) {
  const { locale, page } = await params;
  if (!isLocale(locale) || !isMessageKey(`about.${page}.title`)) notFound();
  const say = (part: string) => translateKey(locale, `about.${page}.${part}`, { ...site });
  return (
    <Page locale={locale} path={`/about/${page}`}>
      <div className="prose py-8">
        <h1>{say("title")}</h1>
        <p className="mut2">{say("lede")}</p>
        {paragraphs(page).map((number) => (
          <section key={number}>
            <h2>{say(`${number}.title`)}</h2>
            <p className="mt-2">{say(`${number}.text`)}</p>
          </section>
        ))}
      </div>
    </Page>
  );
}

function paragraphs(page: string): number[] {
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
  return numbers.filter((number) => isMessageKey(`about.${page}.${number}.title`));
}
