"use client";

import { useRef } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Image, X } from "@/components/ui/icons";
import type { RoomText } from "./room-texts";
import type { Pictures } from "./use-pictures";

/** What will go along with the message, each with a way to take it out. */
export function PictureTray({ t, pictures }: { t: RoomText; pictures: Pictures }) {
  const { attached, status, remove } = pictures;
  return (
    <>
      {attached.length > 0 && (
        <ul className="ptray" aria-label={t("room.picture.attached")}>
          {attached.map(({ url, name }) => (
            <li key={url}>
              <img src={url} alt={name} width={56} height={56} />
              <IconButton icon={X} size={16} label={t("room.picture.remove", { name })} onClick={() => remove(url)} />
            </li>
          ))}
        </ul>
      )}
      {status && (
        <p className="drf" role="status">
          {status}
        </p>
      )}
    </>
  );
}

export function PictureButton({ t, pictures }: { t: RoomText; pictures: Pictures }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton icon={Image} label={t("room.picture.add")} onClick={() => picker.current?.click()} />
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/webp,image/gif,image/avif"
        aria-label={t("room.picture.add")}
        onChange={(event) => {
          pictures.add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
