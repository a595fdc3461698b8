"use client";

import { useParams } from "next/navigation";
import { href, isLocale } from "@/lib/platform/i18n/locale";
import { crash as de } from "@/lib/platform/i18n/messages/de/crash";
import { crash as en } from "@/lib/platform/i18n/messages/en/crash";

/** What happened, that nothing is lost, and one way on. Knows its few words itself. */
export function DeadEnd({ reference, onRetry }: { reference?: string; onRetry: () => void }) {
  const params = useParams<{ locale?: string }>();
  const locale = isLocale(params?.locale) ? params.locale : "en";
  const words = locale === "de" ? de : en;
  return (
    <main id="main" className="wrap">
      <div className="empty py-20">
        <h1>{words["crash.title"]}</h1>
        <p className="mut2">{words["crash.text"]}</p>
        {reference && (
          <p className="small mut">
            {words["crash.reference"]} <code>{reference}</code>
          </p>
        )}
        <div className="row mt-4">
          <button type="button" className="btn pri" onClick={onRetry}>
            {words["crash.retry"]}
          </button>
          <a className="btn sec" href={href(locale, "/")}>
            {words["crash.home"]}
          </a>
        </div>
      </div>
    </main>
  );
}
