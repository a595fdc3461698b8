import { Note } from "@/components/ui/note";
import type { Locale } from "@/lib/platform/i18n/locale";
import { rich, translator } from "@/lib/platform/i18n/translator";
import type { PostStatus, ThreadView } from "@/lib/threads/thread-view";

/** Plum: what not everybody can see says so, and why. */
export function StatusNote({ locale, status, reason }: { locale: Locale; status: PostStatus; reason?: string | null }) {
  if (status === "published") return null;
  const t = translator(locale);
  const key = ({ held: "threads.held", hidden: "threads.hidden", deleted: "threads.gone" } as const)[status];
  return (
    <div className="mb-3">
      <Note kind="mod">
        {t(key)} {reason && t("threads.reason", { reason })}
      </Note>
    </div>
  );
}

/** Where an imported post comes from and under which licence it may be shown. */
export function Source({ locale, attribution }: { locale: Locale; attribution: ThreadView["attribution"] }) {
  if (!attribution) return null;
  const { site, url, author, authorUrl, license } = attribution;
  const text = translator(locale)("threads.source", { site, author: authorUrl ? `<b>${author}</b>` : author, license });
  return (
    <p className="src">
      {rich(text, {
        a: (children) => (
          <a key="site" className="lk" href={url} rel="nofollow noopener">
            {children}
          </a>
        ),
        b: (children) => (
          <a key="author" className="lk" href={authorUrl ?? url} rel="nofollow noopener">
            {children}
          </a>
        ),
      })}
    </p>
  );
}
