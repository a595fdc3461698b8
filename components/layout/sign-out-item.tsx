import { LogOut } from "@/components/ui/icons";
import { href, type Locale } from "@/lib/platform/i18n/locale";
import { translator } from "@/lib/platform/i18n/translator";

/** The last item of the account's menu. */
export function SignOutItem({ locale }: { locale: Locale }) {
  return (
    <li className="cut">
      <form method="post" action={href(locale, "/sign-out")}>
        <button type="submit">
          <LogOut />
          {translator(locale)("layout.signOut")}
        </button>
      </form>
    </li>
  );
}
