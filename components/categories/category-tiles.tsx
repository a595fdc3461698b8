import { href, type Locale } from "@/lib/platform/i18n/locale";
import type { CategoryView } from "@/lib/categories/category-view";
import { CategoryIcon } from "./category-icon";

export function CategoryTiles({ locale, label, categories }: { locale: Locale; label: string; categories: CategoryView[] }) {
  return (
    <nav aria-label={label}>
      <ul className="devs">
        {categories.map((category) => (
          <li key={category.id}>
            <a href={href(locale, `/c/${category.slug}`)}>
              <CategoryIcon name={category.icon} />
              <b>{category.name[locale]}</b>
              <small>{category.description[locale]}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
