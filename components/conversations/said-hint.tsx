import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { History, X } from "@/components/ui/icons";
import { rich } from "@/lib/platform/i18n/rich";
import { alreadySaid } from "@/lib/platform/language/already-said";
import type { Conversation } from "./chat-api";
import type { ConsoleText } from "./console-texts";

type SaidHintProps = { t: ConsoleText; packet: Conversation["packet"]; text: string; onInsert: (words: string) => void };

/** What the customer has said already is shown before it is asked again. */
export function SaidHint({ t, packet: { facts = [], tried = [] }, text, onInsert }: SaidHintProps) {
  const [dismissed, setDismissed] = useState("");
  const said = alreadySaid(text, { facts, tried });
  if (!said || dismissed === said.value) return null;
  const { question, value } = said;
  return (
    <div className="rep" role="status">
      <History size={18} />
      <span>
        {rich(question === "tried" ? t("console.alreadyTried", said) : t("console.alreadySaid", { ...said, label: question }), {
          b: (words) => <b>{words}</b>,
        })}
      </span>
      <span className="row">
        <Button look="ghost" size="d" onClick={() => onInsert(question === "tried" ? value : `${question}: ${value}`)}>
          {t("console.insert")}
        </Button>
        <IconButton icon={X} size={18} label={t("console.dismiss")} onClick={() => setDismissed(value)} />
      </span>
    </div>
  );
}
