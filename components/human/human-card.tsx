import { Lamp } from "@/components/ui/lamp";
import { LinkButton } from "@/components/ui/link-button";
import { Mail, MessagesSquare, Phone } from "@/components/ui/icons";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";
import { site } from "@/lib/platform/site";
import { DeclineButton, OwnConversation } from "./availability";

type HumanCardProps = {
  locale: Locale;
  /** What it is about; without a thread it is described first. */
  threadId?: number;
  /** What a question from here is likely about. */
  category?: string;
  title?: boolean;
};

/**
 * A human beside the page, in every state there is; which of them is true is not known to a page that is
 * the same for all. They share one place, as high as the highest, so that nothing jumps.
 */
export function HumanCard({ locale, threadId, category, title = true }: HumanCardProps) {
  const t = translator(locale);
  const to = humanHref(locale, threadId, category);
  const head = title && <h2 className="h-t">{t("human.title")}</h2>;
  const talk = t(threadId ? "human.talk" : "human.describe");
  return (
    <div className="hstack">
      <section className="human h-closed v-wait" aria-label={t("human.title")}>
        {head}
        <State lamp="closed" line={t("human.looking")} sub={t("human.lookingSub")} />
        <div className="stack8">
          <LinkButton wide icon={Mail} href={to("message")}>
            {t("human.message")}
          </LinkButton>
        </div>
      </section>
      <section className="human h-open v-open" aria-label={t("human.title")}>
        {head}
        <State lamp="open" line={t("human.open")} sub={t("human.openSub")} />
        <div className="stack8">
          <LinkButton look="lamp" wide icon={MessagesSquare} href={to("chat")}>
            {talk}
          </LinkButton>
        </div>
        {title && <p className="h-note">{t("human.noteOpen")}</p>}
      </section>
      <section className="human h-busy v-busy" aria-label={t("human.title")}>
        {head}
        <State lamp="busy" line={t("human.busy")} name="busy" sub={" "} />
        <div className="stack8">
          <LinkButton look="lamp" wide icon={MessagesSquare} href={to("chat")}>
            {t("human.queue")}
          </LinkButton>
          {title && (
            <LinkButton wide icon={Phone} href={to("callback")}>
              {t("human.callback")}
            </LinkButton>
          )}
        </div>
        {title && <p className="h-note">{t("human.noteBusy")}</p>}
      </section>
      <section className="human h-busy v-full" aria-label={t("human.title")}>
        {head}
        <State lamp="busy" line={t("human.full")} sub={t("human.fullSub")} />
        <div className="stack8">
          <LinkButton wide icon={Phone} href={to("callback")}>
            {t("human.callback")}
          </LinkButton>
          {title && (
            <LinkButton look="ghost" wide icon={Mail} href={to("message")}>
              {t("human.message")}
            </LinkButton>
          )}
        </div>
      </section>
      <section className="human h-closed v-closed" aria-label={t("human.title")}>
        {head}
        <State lamp="closed" line={t("human.closed")} name="closed" sub={" "} />
        <div className="stack8">
          <LinkButton wide icon={Mail} href={to("message")}>
            {t("human.message")}
          </LinkButton>
          {title && (
            <LinkButton look="ghost" wide icon={Phone} className="callb" href={to("callback")}>
              {t("human.callback")}
            </LinkButton>
          )}
        </div>
        {title && <p className="h-note">{t("human.noteClosed")}</p>}
      </section>
      <section className="human h-open v-mine" aria-label={t("human.mine", { company: site.company })}>
        <State lamp="open" line={t("human.mine", { company: site.company })} sub={t("human.mineSub")} />
        <OwnConversation base={href(locale, "/chat/")} label={t("human.mineGo")} />
      </section>
      {threadId && (
        <section className="human h-open v-offer" aria-label={t("human.offer")}>
          <h2 className="h-t">{t("human.offer")}</h2>
          <State lamp="open" line={t("human.open")} sub={t("human.offerSub", { company: site.company })} />
          <div className="stack8">
            <LinkButton look="lamp" wide icon={MessagesSquare} href={to("chat")}>
              {t("human.talk")}
            </LinkButton>
            <DeclineButton threadId={threadId} label={t("human.decline")} done={t("human.declined")} offline={t("threads.offline")} />
          </div>
        </section>
      )}
    </div>
  );
}

/** The same in one line at the bottom of a phone. */
export function HumanBar({ locale, threadId }: { locale: Locale; threadId: number }) {
  const t = translator(locale);
  const to = humanHref(locale, threadId);
  return (
    <div className="stick">
      <Line className="v-open" lamp="open" line={t("human.open")} sub={t("human.openShort")} />
      <Line className="v-busy" lamp="busy" line={t("human.busy")} name="busy-short" sub={" "} />
      <Line className="v-full" lamp="busy" line={t("human.full")} sub={t("human.fullShort")} />
      <Line className="v-closed" lamp="closed" line={t("human.closed")} name="closed-short" sub={" "} />
      <Line className="v-wait" lamp="closed" line={t("human.looking")} sub={t("human.lookingSub")} />
      <Line className="v-mine" lamp="open" line={t("human.mine", { company: site.company })} sub="" />
      <Line className="v-offer" lamp="open" line={t("human.open")} sub={t("human.offerSub", { company: site.company })} />
      <a className="btn lampb v-open" href={to("chat")}>
        {t("human.startShort")}
      </a>
      <a className="btn lampb v-offer" href={to("chat")}>
        {t("human.startShort")}
      </a>
      <a className="btn lampb v-busy" href={to("chat")}>
        {t("human.queueShort")}
      </a>
      <a className="btn sec v-full" href={to("message")}>
        {t("human.messageShort")}
      </a>
      <a className="btn sec v-closed" href={to("message")}>
        {t("human.messageShort")}
      </a>
      <a className="btn sec v-wait" href={to("message")}>
        {t("human.messageShort")}
      </a>
      <span className="v-mine ms-auto">
        <OwnConversation base={href(locale, "/chat/")} label={t("human.mineGo")} />
      </span>
    </div>
  );
}

type StateProps = { lamp: "open" | "busy" | "closed"; line: string; sub: string; name?: string };

function State({ lamp, line, sub, name }: StateProps) {
  return (
    <p className="h-state">
      <Lamp state={lamp} />
      <span>
        <b>{line}</b>
        <br />
        <span className="h-sub" data-human={name} suppressHydrationWarning>
          {sub}
        </span>
      </span>
    </p>
  );
}

function Line({ className, lamp, line, sub, name }: StateProps & { className: string }) {
  return (
    <div className={className}>
      <div className="row">
        <Lamp state={lamp} />
        <span>
          <b>{line}</b>
          <br />
          <span className="mut2" data-human={name} suppressHydrationWarning>
            {sub}
          </span>
        </span>
      </div>
    </div>
  );
}

function humanHref(locale: Locale, threadId: number | undefined, category?: string) {
  const asking = category ? `&category=${category}` : "";
  return (choice: "chat" | "callback" | "message") =>
    href(locale, threadId ? `/chat/new?thread=${threadId}&choice=${choice}` : `/ask?then=${choice}${asking}`);
}
