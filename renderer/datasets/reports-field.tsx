import { Select } from "../look/choice.tsx";
import { TextField } from "../look/fields.tsx";
import { t } from "../messages.ts";
import { useSavedSearches } from "../search/saved-searches.ts";

interface ReportsFieldProps {
  /** What the reports are looked for by; null: all of them. */
  search: string | null;
  onChange: (search: string | null) => void;
}

const all = "all";
const other = "other";

/** All reports, those of a saved search, or those that any other search finds. */
export function ReportsField({ search, onChange }: ReportsFieldProps) {
  const searches = useSavedSearches();
  const saved = searches.find(({ query }) => query === search);
  const value = search === null ? all : (saved?.id ?? other);
  const choose = (id: string) => {
    if (id === all) onChange(null);
    else onChange(searches.find((one) => one.id === id)?.query ?? "");
  };
  return (
    <>
      <Select
        label={t("Reports")}
        options={[
          { id: all, label: t("All reports") },
          ...searches.map(({ id, name, query }) => ({ id, label: name, detail: query })),
          { id: other, label: t("What a search finds") },
        ]}
        value={value}
        onChange={choose}
      />
      {value === other && (
        <TextField
          label={t("Search")}
          value={search ?? ""}
          onChange={onChange}
          placeholder="status:done"
          description={t("As in the search of all reports: words, labels, status, cases.")}
        />
      )}
    </>
  );
}
