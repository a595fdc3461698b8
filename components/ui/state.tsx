import type { IconType } from "./icon";
import {
  BadgeCheck,
  BookOpen,
  Check,
  CircleCheck,
  CircleDashed,
  CirclePlay,
  EyeOff,
  Hourglass,
  LifeBuoy,
  Lock,
  Megaphone,
  MessageCircle,
  MessagesSquare,
  Radio,
  ShieldAlert,
} from "./icons";

type Tone = "green" | "greenfill" | "petrol" | "lamp" | "plum" | "none";

const looks = {
  solved: [CircleCheck, "green"],
  answered: [MessageCircle, "petrol"],
  unanswered: [CircleDashed, "none"],
  withSupport: [LifeBuoy, "lamp"],
  live: [Radio, "lamp"],
  waiting: [Hourglass, "lamp"],
  official: [BadgeCheck, "petrol"],
  accepted: [Check, "greenfill"],
  guide: [BookOpen, "petrol"],
  video: [CirclePlay, "petrol"],
  locked: [Lock, "none"],
  held: [ShieldAlert, "plum"],
  hidden: [EyeOff, "plum"],
  discussion: [MessagesSquare, "none"],
  announcement: [Megaphone, "petrol"],
} satisfies Record<string, [IconType, Tone]>;

export type StateName = keyof typeof looks;

/** A state is always shape and word; the word ("state.…" in the messages) comes translated. */
export function StateBadge({ state, label, pill }: { state: StateName; label: string; pill?: boolean }) {
  const [Icon, tone] = looks[state];
  return (
    <span className={`badge t-${tone}${pill ? " pill" : ""}`}>
      <Icon size={15} />
      <span>{label}</span>
    </span>
  );
}

/** The shape alone, at the start of a row; its word is read out. */
export function StateIcon({ state, label, size = 20 }: { state: StateName; label: string; size?: number }) {
  const [Icon, tone] = looks[state];
  return (
    <span className={`st st-${tone}`} role="img" aria-label={label}>
      <Icon size={size} />
    </span>
  );
}
