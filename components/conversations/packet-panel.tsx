import {
  Check,
  CircleCheck,
  CircleSlash,
  History,
  MessageCircle,
  Search,
} from "@/components/ui/icons";
import type { MissingFact, Packet } from "@/lib/conversations/packet";
import { formatDate, formatList, formatPercent } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { ConsoleText } from "./console-texts";
import { ReadArticle } from "./read-article";

type PacketPanelProps = {
  locale: Locale;
  t: ConsoleText;
  packet: Packet;
  /** Puts the question about what is missing into the reply. */
  onAsk: (fact: MissingFact) => void;
};

/** Everything known before the first word. Frozen but for what the community answers: what is said later stands in the conversation. */
export function PacketPanel({ locale, t, packet, onAsk }: PacketPanelProps) {
  // Conversations from before there were packets have only parts of one.
  const {
    facts = [],
    tried = [],
    answers = [],
    searches = [],
    articles = [],
    similarSolved = [],
    earlier = [],
  } = packet;
  const { missing = [], hidden = [], device, asker, thread, summary, meToo } = packet;
  return (
    <div className="pkt">
      {summary && (
        <section>
          <h3>{t("packet.summary")}</h3>
          <p className="sumy">{summary}</p>
          {thread && (
            <p className="small mt-1">
              <a className="lk" href={href(locale, thread.url)} target="_blank" rel="noopener">
                {t("packet.openQuestion")}
              </a>
            </p>
          )}
        </section>
      )}
      <section>
        <h3>{t("packet.facts")}</h3>
        <dl>
          {facts.map(({ label, value }) => (
            <Row key={label} label={label}>
              {value}
            </Row>
          ))}
          {missing.map((fact) => (
            <Row key={fact} label={t(`packet.missing.${fact}`)}>
              <span className="miss">
                <button type="button" onClick={() => onAsk(fact)}>
                  {t("packet.ask")}
                </button>
              </span>
            </Row>
          ))}
          {device && (
            <Row label={t("packet.device")}>
              {device.browser}, {device.system}
            </Row>
          )}
          {asker && (
            <Row label={t("packet.customer")}>
              {t(asker.verified ? "packet.verified" : "packet.unverified", {
                date: formatDate(locale, new Date(asker.memberSince), "month"),
              })}
            </Row>
          )}
        </dl>
        {hidden.length > 0 && (
          <p className="small mut mt-2">
            {t("packet.keptBack", {
              parts: formatList(
                locale,
                hidden.map((part) => t(`packet.part.${part}`)),
              ),
            })}
          </p>
        )}
      </section>
      {tried.length > 0 && (
        <section>
          <h3>{t("packet.tried")}</h3>
          <ul>
            {tried.map((step) => (
              <li key={step} className="ck">
                <Check size={16} className="g" />
                <span>{step}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {answers.length > 0 && (
        <section>
          <h3>{t("packet.answers")}</h3>
          <ul>
            {answers.map(({ id, url, author, text, reaction, score }) => (
              <li key={id} className="ck">
                {reaction === "rejected" ? (
                  <CircleSlash size={16} />
                ) : (
                  <MessageCircle size={16} className={reaction === "accepted" ? "g" : undefined} />
                )}
                <span>
                  <a className="lk" href={href(locale, url)} target="_blank" rel="noopener">
                    {author}
                  </a>
                  : {text.length > 120 ? `${text.slice(0, 118)} …` : text}
                  {reaction && (
                    <>
                      <br />
                      <small>{t(`packet.${reaction}`)}</small>
                    </>
                  )}
                </span>
                <small>{score > 0 ? `+${score}` : ""}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {searches.length + articles.length > 0 && (
        <section>
          <h3>
            {t("packet.searched")}{" "}
            <span>{searches.length > 0 && t("packet.searches", { count: searches.length })}</span>
          </h3>
          <ul>
            {searches.map(({ query, hits, at }) => (
              <li key={`${query}${at}`} className="ck">
                <Search size={16} />
                <span>{query}</span>
                <small className={hits === 0 ? "w-late" : undefined}>
                  {t("packet.hits", { count: hits })}
                </small>
              </li>
            ))}
            {articles.map((article) => (
              <ReadArticle key={article.id} locale={locale} t={t} article={article} />
            ))}
          </ul>
        </section>
      )}
      {similarSolved.length > 0 && (
        <section>
          <h3>{t("packet.solved")}</h3>
          <ul>
            {similarSolved.map(({ threadId, url, title, score }) => (
              <li key={threadId} className="ck">
                <CircleCheck size={16} className="g" />
                <a className="lk" href={href(locale, url)} target="_blank" rel="noopener">
                  {title}
                </a>
                <small>{score > 0 && score <= 1 ? formatPercent(locale, score) : ""}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {earlier.length > 0 && (
        <section>
          <h3>{t("packet.earlier")}</h3>
          <ul>
            {earlier.map(({ conversationId, title, closedAt }) => (
              <li key={conversationId} className="ck">
                <History size={16} />
                <a className="lk" href={href(locale, `/staff/inbox?c=${conversationId}`)}>
                  {title}
                </a>
                <small>{formatDate(locale, new Date(closedAt), "short")}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {meToo > 0 && (
        <section>
          <h3>{t("packet.meToo", { count: meToo })}</h3>
          <p className="small mut2">{t("packet.meTooText")}</p>
        </section>
      )}
    </div>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
