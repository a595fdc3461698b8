import { Presence, type PresenceState } from "./presence";

export type AvatarProps = {
  id: number;
  name: string;
  /** Round are people, square is the company. */
  staff?: boolean;
  size?: "md" | "sm" | "xs";
  url?: string | null;
  presence?: PresenceState;
};

/** Beside the written name, so it is not read out. */
export function Avatar({ id, name, staff, size = "md", url, presence }: AvatarProps) {
  const classes = ["av", `av${(id % 4) + 1}`, staff && "staff", size !== "md" && size]
    .filter(Boolean)
    .join(" ");
  return (
    <span className={classes} aria-hidden="true">
      {url ? <img src={url} alt="" width={44} height={44} loading="lazy" /> : initials(name)}
      {presence && <Presence state={presence} on />}
    </span>
  );
}

/** "Miriam Kessler" is MK, "anna" is A. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [words[0], last].map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}
