"use client";

import { useEffect, useState } from "react";
import { History, MessageCircle, Star } from "@/components/ui/icons";
import type { PacketPart } from "@/lib/conversations/packet";
import { formatDate, formatNumber } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { type Conversation, type Customer, getCustomer } from "./chat-api";
import type { ConsoleText } from "./console-texts";
import { HoldButton } from "./hold-button";
import { ReadArticle } from "./read-article";

type CustomerPanelProps = { locale: Locale; t: ConsoleText; view: Conversation; onHeld: () => void };

/** Who asks, beyond this question. Asked for when somebody looks. */
export function CustomerPanel({ locale, t, view, onHeld }: CustomerPanelProps) {
  const conversationId = view.id;
  const [customer, setCustomer] = useState<Customer | null>(null);
  useEffect(() => {
    getCustomer(conversationId).then(setCustomer, () => undefined);
  }, [conversationId]);
  if (!customer) return <div className="pkt" aria-busy="true" />;
  const { threads, chats, articles, rating, answers, since } = customer;
  const { hidden = [] } = view.packet;
  const noneOf = (part: PacketPart) => t(hidden.includes(part) ? "customer.keptBack" : "customer.none");
  const day = (at: string) => formatDate(locale, new Date(at), "short");
  return (
    <div className="pkt">
      <section>
        <p>{t("customer.since", { date: formatDate(locale, new Date(since), "month") })}</p>
        {answers > 0 && <p className="mut2">{t("customer.answers", { count: answers })}</p>}
        {rating !== null && (
          <p className="ck mt-1">
            <Star size={16} />
            <span>{t("customer.rating", { rating: formatNumber(locale, rating, { maximumFractionDigits: 1 }) })}</span>
          </p>
        )}
      </section>
      <List title={t("customer.threads")} none={t("customer.none")}>
        {threads.map(({ id, url, title, state, at }) => (
          <li key={id} className="ck">
            <MessageCircle size={16} className={state === "solved" ? "g" : undefined} />
            <a className="lk" href={href(locale, url)} target="_blank" rel="noopener">
              {title}
            </a>
            <small>{day(at)}</small>
          </li>
        ))}
      </List>
      <List title={t("customer.chats")} none={noneOf("earlier")}>
        {chats.map(({ id, title, at, rating: given }) => (
          <li key={id} className="ck">
            <History size={16} />
            <a className="lk" href={href(locale, `/staff/inbox?c=${id}`)}>
              {title}
            </a>
            <small>{given === null ? day(at) : t("customer.rated", { date: day(at), rating: formatNumber(locale, given) })}</small>
          </li>
        ))}
      </List>
      <List title={t("customer.articles")} none={noneOf("articles")}>
        {articles.map((article) => (
          <ReadArticle key={article.id} locale={locale} t={t} article={article} />
        ))}
      </List>
      {view.can.hold && view.holds.length === 0 && (
        <section>
          <HoldButton t={t} view={view} onHeld={onHeld} />
        </section>
      )}
    </div>
  );
}

function List({ title, none, children }: { title: string; none: string; children: React.ReactNode[] }) {
  return (
    <section>
      <h3>{title}</h3>
      {children.length > 0 ? <ul>{children}</ul> : <p className="small mut2">{none}</p>}
    </section>
  );
}
