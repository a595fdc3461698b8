import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { ShieldAlert } from "@/components/ui/icons";
import { Time } from "@/components/ui/time";
import type { CaseView } from "@/lib/moderation/case-view";
import { formatDate, formatNumber } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { CaseStatus } from "./case-list";
import { actionWord, caseTitle, flagReason } from "./case-words";
import { Decided, ReviewPanel } from "./review-panel";

type CasePanelProps = { locale: Locale; view: CaseView; backHref: string; children: ReactNode };

/** Everything about one case; the decision goes below, as children. */
export function CasePanel({ locale, view, backHref, children }: CasePanelProps) {
  const t = translator(locale);
  const { target, author, decision } = view;
  const where = target.kind === "thread" ? "review.question" : "review.in";
  return (
    <ReviewPanel locale={locale} title={caseTitle(t, view)} status={<CaseStatus locale={locale} row={view} pill />} backHref={backHref} form={children}>
      <p className="small mut2">
        {t(where)}{" "}
        <a className="lk" href={href(locale, target.path)}>
          {target.title}
        </a>{" "}
        <Time at={target.createdAt} locale={locale} format="shortTime" />
      </p>
      <div className="q whitespace-pre-wrap break-words">{target.body}</div>
      {decision && <Decided locale={locale} what={actionWord(t, decision.action)} by={decision.by} at={decision.createdAt} reason={decision.reason} />}
      <h3>{t("review.why")}</h3>
      <Reasons locale={locale} view={view} />
      <h3>
        {t("review.author")}{" "}
        <a className="lk" href={href(locale, `/u/${author.name}`)}>
          {author.displayName}
        </a>
      </h3>
      <dl className="mini">
        <div>
          <dt>{t("review.author.since")}</dt>
          <dd>{formatDate(locale, author.memberSince, "short")}</dd>
        </div>
        <div>
          <dt>{t("review.author.posts")}</dt>
          <dd>{formatNumber(locale, author.posts)}</dd>
        </div>
        <div>
          <dt>{t("review.author.removed")}</dt>
          <dd>{formatNumber(locale, author.upheldBefore)}</dd>
        </div>
        <div>
          <dt>{t("review.author.sanctions")}</dt>
          <dd>{author.sanctions > 0 ? formatNumber(locale, author.sanctions) : t("review.author.noSanctions")}</dd>
        </div>
      </dl>
      {view.before && (
        <>
          <h3>{t("review.before")}</h3>
          <p className="mut2">
            <b>{view.before.author}</b> {view.before.body}{" "}
            <small>
              <Time at={view.before.createdAt} locale={locale} format="short" />
            </small>
          </p>
        </>
      )}
      {view.can.decide && (
        <>
          <h3>{t("review.then")}</h3>
          <p className="mut2">{t(target.status === "held" ? "review.then.held" : "review.then.visible", { name: author.displayName })}</p>
        </>
      )}
    </ReviewPanel>
  );
}

function Reasons({ locale, view }: { locale: Locale; view: CaseView }) {
  const t = translator(locale);
  const weight = (value: number) => formatNumber(locale, value, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "always" });
  const rest = view.score - view.flags.reduce((sum, flag) => sum + flag.weight, 0);
  return (
    <ul className="fl">
      {view.cause === "held" && (
        <li>
          <ShieldAlert size={18} />
          <span>{t("review.why.held")}</span>
          <span className="mut">{weight(rest)}</span>
        </li>
      )}
      {view.flags.map((flag) => {
        const record = view.flaggers[flag.by.id];
        const staff = flag.by.role !== "member" && flag.by.role !== "expert";
        return (
          <li key={flag.by.id}>
            <Avatar id={flag.by.id} name={flag.by.displayName} staff={staff} size="xs" />
            <span>
              {flag.by.displayName}: {flagReason(t, flag.reason)}{" "}
              {record && <small>{t("review.why.record", { upheld: record.upheld, judged: record.judged })}</small>}
              {flag.note && <small className="block">{t("review.quote", { text: flag.note })}</small>}
            </span>
            <span className="mut">{weight(flag.weight)}</span>
          </li>
        );
      })}
    </ul>
  );
}
