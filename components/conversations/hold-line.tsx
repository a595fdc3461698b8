import { Lock } from "@/components/ui/icons";
import { formatDate } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locale";
import { type Conversation, liftHold } from "./chat-api";
import type { ConsoleText } from "./console-texts";

type HoldLineProps = { locale: Locale; t: ConsoleText; view: Conversation; act: (work: () => Promise<unknown>) => void };

/** Why nothing here is deleted, with the way to let it go. The customer hears nothing of it. */
export function HoldLine({ locale, t, view, act }: HoldLineProps) {
  return view.holds.map(({ id, reason, by, at, conversation }) => (
    <p key={id} className="rline" role="status">
      <Lock size={16} />
      <span>
        {t(conversation ? "hold.line" : "hold.lineCustomer", {
          reason,
          customer: view.asker.displayName,
          name: by ?? t("room.support"),
          date: formatDate(locale, new Date(at), "short"),
        })}{" "}
        {view.can.hold && (
          <button type="button" className="lk" onClick={() => act(() => liftHold(id))}>
            {t("hold.lift")}
          </button>
        )}
      </span>
    </p>
  ));
}
