import { declarePresence } from "@/components/presence/use-presence";
import type { Work } from "@/components/presence/work-store";
import { TellMe } from "@/components/push/tell-me";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { StateIcon } from "@/components/ui/state";
import { toast } from "@/components/ui/toast";
import { formatDuration } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { ConsoleText } from "./console-texts";

type ConsoleIdleProps = { locale: Locale; t: ConsoleText; work: Work; now: number; loading: boolean };

const SHOWN = 5;

/** Nothing is open: what one could do meanwhile. */
export function ConsoleIdle({ locale, t, work: { inbox, queue, presence }, now, loading }: ConsoleIdleProps) {
  const offline = (presence?.state ?? "offline") === "offline";
  const nobody = inbox?.active.length === 0 && queue?.items.length === 0;
  const said = offline ? "console.emptyActive" : nobody ? "console.nobody" : "console.pick";
  const goOnline = () => declarePresence("online").catch((error: Error) => toast(error.message || t("room.problem")));
  const threads = inbox?.threads.slice(0, SHOWN) ?? [];
  return (
    <section className="col cm cnone" aria-busy={loading}>
      {!loading && (
        <div className="emp">
          <h2>{t(said)}</h2>
          <p className="mut2">{t(`${said}Text`)}</p>
          {offline && (
            <Button look="pri" className="mt-4" onClick={() => void goOnline()}>
              {t("console.goOnline")}
            </Button>
          )}
          {threads.length > 0 && (
            <>
              <h3 className="sh mt-6">{t("console.next")}</h3>
              <ul className="tlist">
                {threads.map(({ threadId, url, title, chatAt, meTooCount, owner }) => (
                  <li key={threadId} className="trow nextq">
                    <StateIcon state="unanswered" label={t("state.unanswered")} />
                    <div className="min-w-0">
                      <b>{title}</b>
                      <p className="meta">
                        {chatAt && Date.parse(chatAt) > now && (
                          <span>{t("console.chatIn", { time: formatDuration(locale, (Date.parse(chatAt) - now) / 1_000, "short") })}</span>
                        )}
                        {owner && <span>{owner.displayName}</span>}
                        <span>{meTooCount > 0 ? t("console.meToo", { count: meTooCount }) : t("console.nobodyElse")}</span>
                      </p>
                    </div>
                    <LinkButton size="d" href={`${href(locale, url)}#answer`}>
                      {t("console.answer")}
                    </LinkButton>
                  </li>
                ))}
              </ul>
            </>
          )}
          <div className="mt-6">
            <TellMe t={t} say={(state) => t(`console.push.${state}`)} />
          </div>
        </div>
      )}
    </section>
  );
}
