"use client";

import { useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Paperclip, X } from "@/components/ui/icons";
import { keptExtensions, largestFile } from "@/lib/platform/files/file-limits";
import type { RoomText } from "./room-texts";
import type { Attached, Files } from "./use-files";

/** Not named as accepted, a HEIC photo is made a JPEG by the phone it is on, and everybody sees it. */
const named = keptExtensions.filter((one) => one !== "heic").map((one) => `.${one}`);
const accepted = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif", ...named];

/** What will go along with the message, each with a way to take it out. */
export function FileTray({ t, files }: { t: RoomText; files: Files }) {
  const { attached, due, remove } = files;
  return (
    <>
      {attached.length > 0 && (
        <ul className="ptray" aria-label={t("room.file.attached")}>
          {attached.map((one) => (
            <li key={one.key} className={one.state === "there" && one.file.bytes === null ? undefined : "pfile"}>
              <Shown t={t} one={one} />
              <IconButton icon={X} size={16} label={t("room.file.remove", { name: one.name })} onClick={() => remove(one.key)} />
            </li>
          ))}
        </ul>
      )}
      {due && (
        <p className="drf" role="status">
          {t("room.file.due")}
        </p>
      )}
    </>
  );
}

function Shown({ t, one }: { t: RoomText; one: Attached }) {
  if (one.state === "there" && one.file.bytes === null) return <img src={one.file.url} alt={one.name} width={56} height={56} />;
  return (
    <span role={one.state === "there" ? undefined : "status"}>
      <b>{one.name}</b>
      {one.state === "loading" && <progress value={one.share} aria-label={t("room.file.loading", { name: one.name })} />}
      {one.state === "there" && one.name.endsWith(".heic") && <span className="hint">{t("room.file.heic")}</span>}
      {one.state === "failed" && <span className="err">{one.reason}</span>}
    </span>
  );
}

export function FileButton({ t, files }: { t: RoomText; files: Files }) {
  const picker = useRef<HTMLInputElement>(null);
  const label = t("room.file.add", { megabytes: largestFile / 1024 / 1024 });
  return (
    <>
      <IconButton icon={Paperclip} label={label} onClick={() => picker.current?.click()} />
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={accepted.join()}
        aria-label={label}
        onChange={({ currentTarget }) => {
          files.add(currentTarget.files);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
