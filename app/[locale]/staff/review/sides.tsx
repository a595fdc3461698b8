import { AppealForm } from "@/components/moderation/appeal-form";
import { AppealPanel } from "@/components/moderation/appeal-panel";
import { CasePanel } from "@/components/moderation/case-panel";
import { type CaseFields, DecisionForm } from "@/components/moderation/decision-form";
import { SanctionForm } from "@/components/moderation/sanction-form";
import { UndoToast } from "@/components/moderation/undo-toast";
import { OneButtonForm } from "@/components/members/one-button-form";
import { type Member, isManager } from "@/lib/members/actor";
import type { AppealRow, CaseView } from "@/lib/moderation/case-view";
import { getCase } from "@/lib/moderation/get-case";
import { flagReasons } from "@/lib/moderation/input";
import type { Locale } from "@/lib/platform/i18n/locale";
import { isMessageKey, rich, translator } from "@/lib/platform/i18n/translator";
import { decideAppealAction, decideCaseAction, sanctionAction, takeBackAction } from "./actions";

type CaseSideProps = {
  locale: Locale;
  actor: Member;
  id: number;
  view: string;
  /** The list without a case. */
  address: string;
  previous: number | null;
  next: number | null;
  sanction: boolean;
};

/** The case beside the list: what is known, and what can be done. */
export async function CaseSide({ locale, actor, id, view, address, previous, next, sanction }: CaseSideProps) {
  const found = await getCase(actor, id);
  const t = translator(locale);
  if (!found) {
    return (
      <section className="dp col justify-center px-5" aria-labelledby="case">
        <h2 id="case">{t("review.noCase")}</h2>
        <p className="mt-2">
          <a className="lk" href={address}>
            {t("review.backToList")}
          </a>
        </p>
      </section>
    );
  }
  const about = { caseId: id, version: found.version, view, next: next ?? previous ?? "" };
  const step = (key: string, label: string, to: number | null) =>
    to ? (
      <a data-key={key} href={`${address}&case=${to}`} aria-label={label} tabIndex={-1}>
        <kbd>{key.toUpperCase()}</kbd>
      </a>
    ) : (
      <kbd>{key.toUpperCase()}</kbd>
    );
  return (
    <CasePanel locale={locale} view={found} backHref={address}>
      {found.can.sanction && sanction ? (
        <Sanction locale={locale} found={found} about={about} address={address} />
      ) : found.can.decide ? (
        <Decision locale={locale} found={found} about={about} address={address} />
      ) : found.can.takeBack ? (
        <OneButtonForm action={takeBackAction} locale={locale} fields={{ caseId: String(id) }} label={t("review.takeBack")} busy={t("common.saving")} look="sec" size="d" className="grid gap-2 justify-items-start">
          <p className="hint">{t("review.takenBackHint")}</p>
        </OneButtonForm>
      ) : found.state === "pending" ? (
        <p className="mut2">{t("review.ownPost")}</p>
      ) : null}
      <p className="hint mt-2">
        {rich(t("review.keys"), { j: () => step("j", t("layout.shortcutNextPrevious"), next), k: () => step("k", t("layout.shortcutNextPrevious"), previous) })}
      </p>
    </CasePanel>
  );
}

type FormProps = { locale: Locale; found: CaseView; about: CaseFields; address: string };

function Decision({ locale, found, about, address }: FormProps) {
  const t = translator(locale);
  const canned = flagReasons.filter((reason) => reason !== "other");
  const reported = found.flags[0]?.reason;
  return (
    <DecisionForm
      key={found.id}
      action={decideCaseAction}
      locale={locale}
      about={about}
      canned={[...canned.map((reason) => ({ value: reason as string, label: t(`review.canned.${reason}`) })), { value: "none", label: t("review.canned.none") }]}
      likely={canned.find((reason) => reason === reported) ?? (reported ? "none" : "spam")}
      sanctionHref={found.can.sanction ? `${address}&case=${found.id}&sanction=1` : null}
      texts={{
        reason: t("review.reason"),
        words: t("review.words"),
        keep: t("review.keep"),
        hide: t("review.hide"),
        delete: t("review.delete"),
        sanction: t("review.sanction"),
        busy: t("common.saving"),
      }}
    />
  );
}

const suspensions = [1, 3, 7, 30];
const rules = [1, 2, 3, 4, 5] as const;
const ruleOf: Record<string, number> = { spam: 4, rude: 1, private: 3, dangerous: 5, off_topic: 2 };

function Sanction({ locale, found, about, address }: FormProps) {
  const t = translator(locale);
  // Told in the author's language.
  const theirs = translator(found.author.locale);
  const ruleText = (n: (typeof rules)[number]) => `${n}. ${theirs(`about.rules.${n}.title`)}`;
  const likely = rules.find((n) => n === ruleOf[found.flags[0]?.reason ?? ""]) ?? 1;
  return (
    <SanctionForm
      action={sanctionAction}
      locale={locale}
      about={about}
      backHref={`${address}&case=${found.id}`}
      measures={[{ value: "warning", label: t("review.measure.warning") }, ...suspensions.map((days) => ({ value: String(days), label: t("review.measure.days", { count: days }) }))]}
      rules={rules.map((n) => ({ value: ruleText(n), label: ruleText(n) }))}
      likelyRule={ruleText(likely)}
      texts={{
        title: t("review.sanctionTitle", { name: found.author.displayName }),
        measure: t("review.measure"),
        rule: t("review.rule"),
        reason: t("review.sanctionReason"),
        reasonHint: t("review.sanctionReasonHint"),
        submit: t("review.sanctionSubmit"),
        cancel: t("common.cancel"),
        busy: t("common.saving"),
      }}
    />
  );
}

export function AppealSide({ locale, actor, row, address }: { locale: Locale; actor: Member; row: AppealRow; address: string }) {
  const t = translator(locale);
  return (
    <AppealPanel locale={locale} row={row} backHref={address}>
      {row.can.decide ? (
        <AppealForm
          key={row.id}
          action={decideAppealAction}
          locale={locale}
          appealId={row.id}
          texts={{
            answer: t("review.appealAnswer"),
            answerHint: t("review.appealAnswerHint"),
            grant: t("review.appealGrant"),
            refuse: t("review.appealRefuse"),
            busy: t("common.saving"),
          }}
        />
      ) : (
        <p className="mut2">{t(isManager(actor) ? "review.appealSame" : "review.appealManagers")}</p>
      )}
    </AppealPanel>
  );
}

/** What was decided on the page before, with a way back. */
export async function DoneToast({ locale, actor, caseId, view }: { locale: Locale; actor: Member; caseId: number | null; view: string }) {
  const done = caseId === null ? null : await getCase(actor, caseId);
  if (!done?.can.takeBack || !done.decision) return null;
  const t = translator(locale);
  const key = `review.toast.${done.decision.action}`;
  if (!isMessageKey(key)) return null;
  return <UndoToast action={takeBackAction} locale={locale} caseId={done.id} view={view} text={t(key, { title: done.target.title })} />;
}
