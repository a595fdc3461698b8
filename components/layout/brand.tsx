import { Mark } from "@/components/ui/mark";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { site } from "@/lib/platform/site";

export function Brand({ locale, size = 26 }: { locale: Locale; size?: number }) {
  return (
    <a className="brand" href={href(locale, "/")} aria-label={site.community}>
      <Mark size={size} />
      <b>{site.company}</b> <span>Community</span>
    </a>
  );
}
