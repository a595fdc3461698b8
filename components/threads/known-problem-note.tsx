import { TriangleAlert } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import type { KnownProblem } from "@/lib/threads/get-known-problem";
import { threadHref } from "./question";

/** What everybody should know before asking. */
export function KnownProblemNote({ locale, problem }: { locale: Locale; problem: KnownProblem }) {
  const t = translator(locale);
  const time = formatDate(locale, problem.createdAt, "dateTime");
  const last = problem.lastActivityAt > problem.createdAt && t("home.problemUpdate", { time: formatDate(locale, problem.lastActivityAt, "dateTime") });
  return (
    <section className="now" aria-label={t("home.knownProblem")}>
      <TriangleAlert size={20} />
      <b>{problem.title}</b>
      <LinkButton look="ghost" size="d" href={threadHref(locale, problem)}>
        {t("home.problemMore")}
      </LinkButton>
      <span className="sp0" />
      <p>
        {t("home.problemText", { time, followers: problem.followerCount })} {last}
      </p>
    </section>
  );
}
