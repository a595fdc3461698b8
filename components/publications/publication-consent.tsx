"use client";

import { useState } from "react";
import { type Conversation, decidePublication, setAcceptance } from "@/components/conversations/chat-api";
import type { RoomText } from "@/components/conversations/room-texts";
import { errorText } from "@/components/ui/api";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Markdown } from "@/components/ui/markdown";
import { toast } from "@/components/ui/toast";
import { useAct } from "@/components/ui/use-act";
import { href, type Locale } from "@/lib/platform/i18n/locale";

type ConsentProps = { locale: Locale; t: RoomText; view: Conversation; name: string; onChanged: () => void };

/** The redacted text, word for word, and the asker's yes or no. */
export function PublicationConsent({ locale, t, view, name, onChanged }: ConsentProps) {
  const [busy, act] = useAct(t("room.problem"));
  const { publication, thread } = view;
  if (!publication) return null;
  const decide = (consent: boolean) => act(() => decidePublication(publication.id, { consent, body: publication.body })).then(onChanged);
  if (publication.state === "declined") {
    return (
      <section className="rbox" role="status">
        <h2>{t("room.consent.declined")}</h2>
        <p className="mut2">{t("room.consent.declinedText")}</p>
      </section>
    );
  }
  const published = publication.state === "published";
  return (
    <section className="rbox" aria-labelledby="consent-title">
      <h2 id="consent-title">{t(published ? "room.consent.published" : "room.consent.title")}</h2>
      <p className="mut2">{published ? t("room.consent.publishedText") : t("room.consent.text", { name })}</p>
      {!published && (
        <blockquote className="rquote" lang={thread.locale}>
          <Markdown html={publication.bodyHtml} />
        </blockquote>
      )}
      <div className="row flex-wrap">
        {published ? (
          <>
            {publication.answerId !== null && <Accept t={t} answerId={publication.answerId} />}
            <LinkButton
              href={`${href(locale, `/t/${thread.id}/${thread.slug}`)}#answer-${publication.answerId}`}
            >
              {t("room.consent.toAnswer")}
            </LinkButton>
          </>
        ) : (
          view.can.consent && (
            <>
              <Button look="pri" disabled={busy} onClick={() => void decide(true)}>
                {t("room.consent.yes")}
              </Button>
              <Button disabled={busy} onClick={() => void decide(false)}>
                {t("room.consent.no")}
              </Button>
            </>
          )
        )}
      </div>
    </section>
  );
}

function Accept({ t, answerId }: { t: RoomText; answerId: number }) {
  const [state, setState] = useState<"open" | "busy" | "done">("open");
  const accept = async () => {
    setState("busy");
    try {
      await setAcceptance(answerId, true);
      setState("done");
    } catch (error) {
      toast(errorText(error, t("room.problem")));
      setState("open");
    }
  };
  if (state === "done") return <p role="status">{t("room.consent.accepted")}</p>;
  return (
    <Button look="green" icon={Check} disabled={state === "busy"} onClick={() => void accept()}>
      {t("room.consent.accept")}
    </Button>
  );
}
