import { hasProfile } from "@/lib/members/permissions";
import { href, type Locale } from "@/lib/platform/i18n/locale";

type MemberNameProps = { locale: Locale; member: { name: string; displayName: string }; rel?: string };

/** Who wrote something, with the way to their page; who deleted their account has none. */
export function MemberName({ locale, member, rel }: MemberNameProps) {
  if (!hasProfile(member)) return <span className="who">{member.displayName}</span>;
  return (
    <a className="who" href={href(locale, `/u/${member.name}`)} rel={rel}>
      {member.displayName}
    </a>
  );
}
