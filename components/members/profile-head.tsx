import { Avatar } from "@/components/ui/avatar";
import { Tag } from "@/components/ui/tag";
import type { ProfileView } from "@/lib/members/get-profile";
import { formatDate, formatNumber } from "@/lib/platform/i18n/format";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

export function ProfileHead({ locale, profile }: { locale: Locale; profile: ProfileView }) {
  const t = translator(locale);
  const isStaff = profile.role !== "member" && profile.role !== "expert";
  const month = formatDate(locale, profile.createdAt, "month");
  const figures = [
    { count: profile.answerCount, word: t("profile.answers", { count: profile.answerCount }) },
    { count: profile.acceptedCount, word: t("profile.accepted", { count: profile.acceptedCount }) },
    ...(profile.savedMinutes > 0 ? [{ count: profile.savedMinutes, word: t("profile.savedMinutes", { count: profile.savedMinutes }) }] : []),
  ];
  return (
    <header className="prof">
      <Avatar
        id={profile.id}
        name={profile.displayName}
        staff={isStaff}
        url={profile.avatarFileId ? `/files/${profile.avatarFileId}` : null}
      />
      <div>
        <h1>{profile.displayName}</h1>
        <p className="meta">
          <span>@{profile.name}</span>
          {profile.role !== "member" && <b className="t-petrol">{t(`role.${profile.role}`)}</b>}
          <span>{t(isStaff ? "profile.staffSince" : "profile.since", { month })}</span>
        </p>
        <p className="profnums">
          {figures.map(({ count, word }) => (
            <span key={word}>
              <b>{formatNumber(locale, count)}</b> {word}
            </span>
          ))}
        </p>
        {profile.bio && <p className="mut2 mt-3 max-w-[70ch] whitespace-pre-line">{profile.bio}</p>}
        {profile.isImported && <p className="hint mt-2">{t("profile.imported")}</p>}
        {profile.expertIn.length > 0 && (
          <p className="tags mt-3">
            <span className="small mut">{t("profile.expertIn")}</span>{" "}
            {profile.expertIn.map((topic) => (
              <Tag key={topic.id} name={topic.name[locale]} href={href(locale, `/c/${topic.slug}`)} />
            ))}
          </p>
        )}
      </div>
    </header>
  );
}
