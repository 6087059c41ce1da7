import { CircleAlert, FilePlus, FolderInput, Library, SearchX } from "lucide-react";
import { importPicked } from "../import/import-flow.ts";
import { WaitingImport } from "../import/waiting-import.tsx";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { MenuButton, MenuItem } from "../look/menu.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { shownKey } from "../state/command-keys.ts";
import { FilterTools } from "./filter-tools.tsx";
import { clearFilter, libraryFilter } from "./library-state.ts";
import { ReportTable } from "./report-table.tsx";
import { SelectionTools } from "./selection-tools.tsx";
import { type ReportList, useReports } from "./use-reports.ts";
import "./library.css";
import { inNumber, t } from "../messages.ts";

/** Every report of the project: find, choose, open, import. */
export function LibraryScreen() {
  const filter = libraryFilter.use();
  const list = useReports(filter);
  const isFiltered = filter.search !== "" || filter.status !== "any" || filter.query !== "";
  const isEmpty = !list.isLoading && list.total === 0 && list.problem === null;
  if (isEmpty && !isFiltered) return <NoReports />;
  return (
    <>
      <ScreenHeader title={t("Library")} detail={countOf(list, isFiltered)}>
        <FilterTools />
        <WaitingImport />
        <ImportMenu />
      </ScreenHeader>
      {list.problem !== null && (
        <EmptyState icon={CircleAlert} title={t("The reports could not be read")}>
          {list.problem}
        </EmptyState>
      )}
      {isEmpty && <NothingFound />}
      {list.rows.length > 0 && <ReportTable list={list} />}
      <SelectionTools list={list} />
    </>
  );
}

function countOf({ total, isLoading }: ReportList, isFiltered: boolean): string {
  if (isLoading) return "";
  return isFiltered ? t("{total, number} found", { total }) : inNumber(total);
}

function ImportMenu() {
  return (
    <MenuButton label={t("Import")} icon={FilePlus} variant="plain">
      <MenuItem
        label={t("Files…")}
        icon={FilePlus}
        keys={shownKey("import.files")}
        onAction={() => importPicked("files")}
      />
      <MenuItem label={t("Folder…")} icon={FolderInput} onAction={() => importPicked("folder")} />
    </MenuButton>
  );
}

function NoReports() {
  const actions = (
    <>
      <Button variant="primary" icon={FilePlus} onPress={() => importPicked("files")}>
        {t("Import files…")}
      </Button>
      <Button icon={FolderInput} onPress={() => importPicked("folder")}>
        {t("Import a folder…")}
      </Button>
    </>
  );
  return (
    <EmptyState icon={Library} title={t("No reports yet")} actions={actions}>
      {t(
        "Drop case reports here, or import them: PDF, Word, JATS, HTML and text files, brat annotations, Casemark JSON lines, single files or whole folders.",
      )}
    </EmptyState>
  );
}

function NothingFound() {
  return (
    <EmptyState
      icon={SearchX}
      title={t("No report fits")}
      actions={<Button onPress={clearFilter}>{t("Show all reports")}</Button>}
    >
      {t("The search looks at the titles and the whole texts.")}
    </EmptyState>
  );
}
