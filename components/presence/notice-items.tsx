import { useEffect, useState } from "react";
import { chime, mutedSounds, muteSounds, type Sound, sounds } from "@/components/conversations/chime";
import type { ConsoleText } from "@/components/conversations/console-texts";
import { pushState, startPush, stopPush } from "@/components/push/push-browser";
import { Bell, BellOff, Check } from "@/components/ui/icons";
import { MenuItem } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";

type ItemProps = { label: string; on: boolean; cut?: boolean; onClick: () => void };

/** How one is called in this browser. What is switched on is heard at once. */
export function NoticeItems({ t }: { t: ConsoleText }) {
  const [muted, setMuted] = useState<Sound[]>([]);
  const [push, setPush] = useState<Awaited<ReturnType<typeof pushState>>>("unable");
  useEffect(() => {
    setMuted(mutedSounds());
    pushState().then(setPush, () => undefined);
  }, []);
  const mute = (next: Sound[]) => {
    muteSounds(next);
    setMuted(next);
  };
  const turn = (sound: Sound) => {
    if (!muted.includes(sound)) return mute([...muted, sound]);
    mute(muted.filter((one) => one !== sound));
    void chime(sound);
  };
  const turnPush = () => {
    const turned = push === "on" ? stopPush().then(() => "off" as const) : startPush();
    turned.then(setPush, () => toast(t("console.push.failed")));
  };
  return (
    <>
      {sounds.map((sound, index) => (
        <Item key={sound} label={t(`console.sound.${sound}`)} on={!muted.includes(sound)} cut={index === 0} onClick={() => turn(sound)} />
      ))}
      {(push === "on" || push === "off") && <Item label={t("console.push.device")} on={push === "on"} onClick={turnPush} />}
    </>
  );
}

function Item({ label, on, cut, onClick }: ItemProps) {
  return (
    <MenuItem icon={on ? Bell : BellOff} cut={cut} aria-pressed={on} onClick={onClick}>
      {label}
      {on && <Check size={16} className="ms-auto" />}
    </MenuItem>
  );
}
