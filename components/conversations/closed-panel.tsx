"use client";

import { PublicationConsent } from "@/components/publications/publication-consent";
import { Button } from "@/components/ui/button";
import { RotateCcw, Send } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { useAct } from "@/components/ui/use-act";
import { formatDate } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { MailTranscript } from "./mail-transcript";
import { type Conversation, reopenConversation } from "./chat-api";
import { RatingForm } from "./rating-form";
import type { RoomText } from "./room-texts";

type ClosedPanelProps = {
  locale: Locale;
  t: RoomText;
  view: Conversation;
  name: string;
  /** What was being written when it ended. */
  unsent: string;
  onSendUnsent: () => void;
  onChanged: () => void;
};

/** What became of it: consent, rating, the way back in. */
export function ClosedPanel({ locale, t, view, name, unsent, onSendUnsent, onChanged }: ClosedPanelProps) {
  const { state, thread, linked } = view;
  const isOwn = linked?.threadId === thread.id;
  const left = view.choice === "chat" ? "left" : "withdrawn";
  return (
    <div className="rclosed">
      {state === "left" && <Ending title={t(`room.closed.${left}`)} text={t(`room.closed.${left}Text`)} />}
      {state === "answered" && (
        <Ending title={t("room.closed.answered")} text={t(isOwn ? "room.closed.answeredText" : "room.closed.helpedText")} />
      )}
      {state === "closed" && view.closedAt && (
        <p className="sys">{t("room.closed.at", { time: formatDate(locale, new Date(view.closedAt)) })}</p>
      )}
      {view.can.reopen && unsent.trim() && <Unsent t={t} view={view} text={unsent} onReopened={onSendUnsent} />}
      {linked && (
        <p className="rbox">
          {t("room.closed.helped")}{" "}
          <a className="lk" href={href(locale, linked.url)}>
            {linked.title}
          </a>
        </p>
      )}
      <PublicationConsent locale={locale} t={t} view={view} name={name} onChanged={onChanged} />
      {view.can.rate && <RatingForm t={t} conversationId={view.id} given={view.ratings} />}
      <div className="row flex-wrap">
        <LinkButton href={href(locale, `/t/${thread.id}/${thread.slug}`)}>
          {t("room.closed.toQuestion")}
        </LinkButton>
        {view.can.reopen && <Reopen t={t} view={view} onChanged={onChanged} />}
        {view.side === "asker" && state === "closed" && <MailTranscript t={t} conversationId={view.id} />}
      </div>
      {view.can.reopen && view.reopenUntil && (
        <p className="small mut2">
          {t("room.closed.reopenHint", { date: formatDate(locale, new Date(view.reopenUntil), "date") })}
        </p>
      )}
    </div>
  );
}

function Ending({ title, text }: { title: string; text: string }) {
  return (
    <section role="status">
      <h2>{title}</h2>
      <p className="mut2">{text}</p>
    </section>
  );
}

function Reopen({ t, view, onChanged }: Pick<ClosedPanelProps, "t" | "view" | "onChanged">) {
  const [busy, act] = useAct(t("room.problem"));
  const reopen = () => act(() => reopenConversation(view.id)).then(onChanged);
  return (
    <Button look="ghost" icon={RotateCcw} disabled={busy} onClick={() => void reopen()}>
      {t("room.closed.reopen")}
    </Button>
  );
}

/** An end before one's eyes takes the field away; what stood in it does not go with it. */
function Unsent({ t, view, text, onReopened }: Pick<ClosedPanelProps, "t" | "view"> & { text: string; onReopened: () => void }) {
  const [busy, act] = useAct(t("room.problem"));
  const send = () =>
    act(async () => {
      await reopenConversation(view.id);
      onReopened();
    });
  return (
    <section className="rbox" aria-label={t("room.closed.unsent")}>
      <h2>{t("room.closed.unsent")}</h2>
      <blockquote className="rquote whitespace-pre-wrap break-words">{text}</blockquote>
      <Button look="pri" icon={Send} disabled={busy} onClick={() => void send()}>
        {t("room.closed.sendUnsent")}
      </Button>
    </section>
  );
}
