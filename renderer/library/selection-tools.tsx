import { FileDown, Trash2, Users } from "lucide-react";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { useCommands } from "../shell/commands.ts";
import { clearSelection, librarySelection } from "./library-state.ts";
import { countSelected, exportSelected, handOutSelected, removeSelected } from "./selected.ts";
import type { ReportList } from "./use-reports.ts";

/** What can be done with several reports at once; one alone has its menu. */
export function SelectionTools({ list }: { list: ReportList }) {
  const selection = librarySelection.use();
  const count = countSelected(selection, list.total);
  const isShown = count > 1;
  useCommands(
    isShown
      ? {
          export: () => exportSelected(selection),
          "package.handOut": () => handOutSelected(selection),
        }
      : {},
  );
  if (!isShown) return null;
  return (
    <div className="selection-tools" role="toolbar" aria-label={t("Chosen reports")}>
      <span className="grow numeric">
        {t("{count, plural, one {one report chosen} other {# reports chosen}}", { count })}
      </span>
      <Button variant="quiet" onPress={clearSelection}>
        {t("Clear")}
      </Button>
      <Button icon={Users} onPress={() => handOutSelected(selection)}>
        {t("Hand out…")}
      </Button>
      <Button icon={FileDown} onPress={() => exportSelected(selection)}>
        {t("Export…")}
      </Button>
      <Button variant="danger" icon={Trash2} onPress={() => removeSelected(selection)}>
        {t("Remove")}
      </Button>
    </div>
  );
}
