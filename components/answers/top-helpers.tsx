import { Avatar } from "@/components/ui/avatar";
import type { TopHelper } from "@/lib/answers/list-top-helpers";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

export function TopHelpers({ locale, helpers }: { locale: Locale; helpers: TopHelper[] }) {
  const t = translator(locale);
  return (
    <section>
      <h2 className="sh">{t("home.helpers")}</h2>
      <ul className="helpers">
        {helpers.map(({ id, name, displayName, avatarFileId, solutions, topic }) => (
          <li key={id}>
            <Avatar id={id} name={displayName} size="sm" url={avatarFileId ? `/files/${avatarFileId}` : null} />
            <a href={href(locale, `/u/${name}`)}>
              {displayName}
              <small>
                {t("home.solutions", { count: solutions })}, {topic[locale]}
              </small>
            </a>
          </li>
        ))}
      </ul>
      <a className="lk small" href={href(locale, "/members")}>
        {t("helpers.all")}
      </a>
    </section>
  );
}
