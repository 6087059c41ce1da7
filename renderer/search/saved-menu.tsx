import { ListChecks, ListPlus, ListX } from "lucide-react";
import { useState } from "react";
import type { SavedSearch } from "../../shared/contract/search.ts";
import { NameDialog } from "../dialogs/name-dialogs.tsx";
import { lookFor } from "../library/library-state.ts";
import { MenuButton, MenuItem, MenuSection, MenuSeparator } from "../look/menu.tsx";
import { t } from "../messages.ts";
import { goTo } from "../shell/route.ts";
import { offerUndo, write } from "../state/app-store.ts";
import { useSavedSearches } from "./saved-searches.ts";
import { searchFor, searchQuery } from "./search-state.ts";

/** Searches kept under a name; in the library each is a list of reports to work through. */
export function SavedMenu() {
  const searches = useSavedSearches();
  const query = searchQuery.use().trim();
  const [isNaming, setNaming] = useState(false);
  const known = searches.find((search) => search.query === query);
  const save = async (name: string) => (await write("search.save", { name, query })) !== null;
  return (
    <>
      <MenuButton label={known?.name ?? t("Work lists")} icon={ListChecks} variant="plain">
        <MenuItem
          label={t("Save this search…")}
          icon={ListPlus}
          isDisabled={query === ""}
          onAction={() => setNaming(true)}
        />
        {known && (
          <MenuItem
            label={t("Work through it in the library")}
            icon={ListChecks}
            onAction={() => workThrough(known)}
          />
        )}
        {known && (
          <MenuItem
            label={t("Remove “{name}”", { name: known.name })}
            icon={ListX}
            danger
            onAction={() => forget(known)}
          />
        )}
        <MenuSeparator />
        <MenuSection title={t("Saved searches")}>
          {searches.map((search) => (
            <MenuItem
              key={search.id}
              id={search.id}
              label={search.name}
              detail={search.query}
              onAction={() => searchFor(search.query)}
            />
          ))}
        </MenuSection>
      </MenuButton>
      {isNaming && (
        <NameDialog
          title={t("Save this search")}
          label={t("Name")}
          description={t(
            "It is kept in the project, for everybody. The library shows it as a list of reports to work through.",
          )}
          action={t("Save")}
          initial={known?.name ?? ""}
          onName={save}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}

/** Shows the library with the reports of a search alone; going on to the next report follows it. */
function workThrough({ query }: SavedSearch): void {
  lookFor({ search: "", status: "any", query });
  goTo({ screen: "library" });
}

async function forget({ id, name }: SavedSearch): Promise<void> {
  if (await write("search.forget", { search: id }))
    offerUndo(t("Removed the search “{name}”.", { name }));
}
