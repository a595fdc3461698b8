import { Search } from "./icons";

type SearchBoxProps = { action: string; label: string; button: string; value?: string; placeholder?: string };

/** The large search of the start page and of pages that found nothing. */
export function SearchBox({ action, label, button, value, placeholder }: SearchBoxProps) {
  return (
    <form role="search" className="bigs" action={action} method="get">
      <label>
        <span className="vh">{label}</span>
        <Search size={22} />
        <input
          type="search"
          name="q"
          defaultValue={value}
          placeholder={placeholder}
          autoComplete="off"
          data-search=""
        />
      </label>
      <button type="submit" className="btn pri">
        {button}
      </button>
    </form>
  );
}
