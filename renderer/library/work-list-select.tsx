import { Select } from "../look/choice.tsx";
import { t } from "../messages.ts";
import { useSavedSearches } from "../search/saved-searches.ts";
import { libraryFilter, lookFor } from "./library-state.ts";

const allReports = "";

/** Which saved search the library is narrowed to; the ways from report to report keep to it. */
export function WorkListSelect() {
  const searches = useSavedSearches();
  const filter = libraryFilter.use();
  const known = searches.find(({ query }) => query === filter.query);
  if (searches.length === 0 && filter.query === "") return null;
  const options = [
    { id: "all", label: t("All reports") },
    ...searches.map(({ id, name, query }) => ({ id, label: name, detail: query })),
    ...(known || filter.query === "" ? [] : [{ id: "other", label: filter.query }]),
  ];
  const choose = (id: string) => {
    const query = searches.find((search) => search.id === id)?.query ?? allReports;
    if (id !== "other") lookFor({ ...filter, query });
  };
  return (
    <Select
      label={t("Work list")}
      hideLabel
      size="small"
      options={options}
      value={known?.id ?? (filter.query === "" ? "all" : "other")}
      onChange={choose}
    />
  );
}
