import { publicUrl } from "@/lib/platform/config";
import { href, type Locale } from "@/lib/platform/i18n/locale";

export function threadUrl(thread: { id: number; slug: string; locale: Locale }): string {
  return publicUrl() + href(thread.locale, `/t/${thread.id}/${thread.slug}`);
}

export function articleUrl(article: { id: number; slug: string; locale: Locale }): string {
  return publicUrl() + href(article.locale, `/kb/${article.id}/${article.slug}`);
}
