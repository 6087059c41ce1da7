import { FileDown, Trash2 } from "lucide-react";
import type { Selection } from "react-aria-components";
import { reportsInWords } from "../dialogs/import-flow.ts";
import { Button } from "../look/button.tsx";
import { countSelected, exportSelected, removeSelected } from "./selected.ts";
import type { ReportList } from "./use-reports.ts";

interface SelectionToolsProps {
  selection: Selection;
  list: ReportList;
  onClear: () => void;
}

/** What can be done with several reports at once; one alone has its menu. */
export function SelectionTools({ selection, list, onClear }: SelectionToolsProps) {
  const count = countSelected(selection, list.total);
  if (count < 2) return null;
  const remove = async () => {
    await removeSelected(selection);
    onClear();
  };
  return (
    <div className="selection-tools" role="toolbar" aria-label="Chosen reports">
      <span className="grow numeric">{reportsInWords(count)} chosen</span>
      <Button variant="quiet" onPress={onClear}>
        Clear
      </Button>
      <Button icon={FileDown} onPress={() => exportSelected(selection)}>
        Export…
      </Button>
      <Button variant="danger" icon={Trash2} onPress={remove}>
        Remove
      </Button>
    </div>
  );
}
