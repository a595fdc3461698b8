"use client";

import { CallRows } from "@/components/bookings/call-rows";
import { OfferCard } from "@/components/queue/offer-card";
import { QueueRows, waitedSeconds, waitLevel } from "@/components/queue/queue-rows";
import { PresenceMenu } from "@/components/presence/presence-menu";
import { WrapUpBar } from "@/components/presence/wrap-up-bar";
import type { Work } from "@/components/presence/work-store";
import { formatNumber, formatStopwatch } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { ConsoleText } from "./console-texts";
import type { Inbox } from "./chat-api";
import { InboxRow } from "./inbox-row";

type ConsoleListProps = {
  locale: Locale;
  t: ConsoleText;
  work: Work;
  now: number;
  selected: number | null;
  onSelect: (conversationId: number) => void;
};

/** What is to be done: own chats, what nobody has, the waiting line; the offer docks at the end and covers nothing. */
export function ConsoleList({ locale, t, work, now, selected, onSelect }: ConsoleListProps) {
  const { inbox, queue, offers, presence } = work;
  const rows = (items: Inbox["active"] = []) =>
    items.map((row) => (
      <InboxRow
        key={row.conversationId}
        locale={locale}
        t={t}
        row={row}
        now={now}
        current={row.conversationId === selected}
        onSelect={() => onSelect(row.conversationId)}
      />
    ));
  const group = (title: string, items: Inbox["active"] = []) =>
    items.length > 0 && (
      <>
        <h3 className="sech">{title}</h3>
        {rows(items)}
      </>
    );
  // What stands under the calls needs no second row.
  const uncalled = (items: Inbox["active"] = []) =>
    items.filter(({ conversationId }) => !inbox?.calls.some((call) => call.conversationId === conversationId));
  const own = uncalled(inbox?.active);
  const [offer, ...later] = offers;
  const waiting = queue?.items ?? [];
  return (
    <section className="col cl" aria-label={t("console.list")}>
      <div className="ch">
        <h2>{t("console.title")}</h2>
        <PresenceMenu t={t} presence={presence} />
      </div>
      <div className="clist">
        <PresenceTrouble t={t} state={presence?.state} chats={own.filter(({ state }) => state === "active").length} />
        {presence?.state === "wrap_up" && <WrapUpBar t={t} presence={presence} now={now} />}
        <div className="sech">
          <h3>{t("console.active")}</h3>
          {inbox && (
            <Seats locale={locale} t={t} load={inbox.load} offered={offers.length} capacity={inbox.capacity} />
          )}
        </div>
        {inbox?.active.length === 0 && (
          <p className="clnone">
            {t("console.emptyActive")}. {(presence?.state ?? "offline") === "offline" && t("console.emptyActiveText")}
          </p>
        )}
        {own.length > 1 && <p className="clnone">{t("console.order")}</p>}
        {rows(own)}
        {inbox && inbox.consults.length > 0 && (
          <>
            <h3 className="sech">{t("console.consults")}</h3>
            {inbox.consults.map(({ conversationId, question, askedBy, title, dueAt }) => (
              <button
                key={`${conversationId}${dueAt}`}
                type="button"
                className="qe"
                aria-current={conversationId === selected || undefined}
                onClick={() => onSelect(conversationId)}
              >
                <span className="p" aria-hidden="true">
                  @
                </span>
                <span className="t">{title}</span>
                <ConsultTime t={t} left={(Date.parse(dueAt) - now) / 1000} />
                <small>{t("console.consultBy", { name: askedBy ?? t("room.support"), question })}</small>
              </button>
            ))}
          </>
        )}
        <CallRows locale={locale} t={t} calls={inbox?.calls ?? []} now={now} selected={selected} onSelect={onSelect} />
        {group(t("console.unassigned"), uncalled(inbox?.unassigned))}
        {group(t("console.consent"), inbox?.awaitingConsent)}
        <div className="sech">
          <h3>{t("console.waiting")}</h3>
          <Longest t={t} items={waiting} now={now} />
        </div>
        <QueueRows t={t} items={waiting} now={now} selected={selected} onSelect={onSelect} />
        {inbox && inbox.threads.length > 0 && (
          <>
            <h3 className="sech">{t("console.threads")}</h3>
            {inbox.threads.map((thread) => (
              <a key={thread.threadId} className="qe" href={href(locale, thread.url)}>
                <span className="p" aria-hidden="true">
                  ?
                </span>
                <span className="t">{thread.title}</span>
                <span />
                <small>
                  {[thread.owner?.displayName, thread.meTooCount > 0 && t("console.meToo", { count: thread.meTooCount })].filter(Boolean).join(" · ")}
                </small>
              </a>
            ))}
          </>
        )}
      </div>
      {offer && <OfferCard key={offer.id} t={t} offer={offer} later={later} onAccepted={onSelect} />}
    </section>
  );
}

/** How long is left for an answer to a colleague; over it, since when. */
function ConsultTime({ t, left }: { t: ConsoleText; left: number }) {
  const late = left < 0;
  return (
    <span className={late ? "w-late" : "mut"} title={t(late ? "console.consultLate" : "console.consultLeft")}>
      {late ? "+" : ""}
      {formatStopwatch(Math.abs(left))}
    </span>
  );
}

function PresenceTrouble({ t, state, chats }: { t: ConsoleText; state: string | undefined; chats: number }) {
  return (
    <div role="status">
      {state === "not_responding" && <p className="rline">{t("console.presence.missed")}</p>}
      {state === "offline" && chats > 0 && <p className="rline">{t("console.presence.leaving")}</p>}
      {state === "disconnected" && <p className="rline">{t("console.presence.lost")}</p>}
    </div>
  );
}

function Seats({
  locale,
  t,
  load,
  offered,
  capacity,
}: {
  locale: Locale;
  t: ConsoleText;
  load: number;
  /** They take a seat each until they are answered. */
  offered: number;
  capacity: number;
}) {
  const taken = Math.max(0, load - offered);
  const figures = { load: formatNumber(locale, taken), capacity: formatNumber(locale, capacity) };
  const look = (seat: number) => (taken >= seat + 1 ? undefined : taken > seat ? "half" : load > seat ? "offered" : "free");
  if (capacity === 0) return null;
  return (
    <span className="seats">
      <span className="vh">{t("console.seatsLong", figures) + t("console.seatsOffered", { count: offered })}</span>
      <span aria-hidden="true">{t("console.seats", figures)}</span>
      <span aria-hidden="true" className="ms-1 flex gap-[3px]">
        {Array.from({ length: Math.max(capacity, Math.ceil(load)) }, (_, seat) => (
          <i key={seat} className={look(seat)} />
        ))}
      </span>
    </span>
  );
}

function Longest({
  t,
  items,
  now,
}: {
  t: ConsoleText;
  items: NonNullable<Work["queue"]>["items"];
  now: number;
}) {
  const longest = Math.max(0, ...items.map((item) => waitedSeconds(item, now)));
  return (
    <span className={items.length > 0 ? waitLevel(longest) : undefined}>
      {t("console.waitingCount", { count: items.length, time: formatStopwatch(longest) })}
    </span>
  );
}
