import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../look/button.tsx";
import { Segments } from "../look/segments.tsx";
import { Splitter } from "../look/splitter.tsx";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { useApp } from "../state/app-store.ts";
import { NewLabelDialog } from "./new-label-dialog.tsx";
import { SchemeDetail } from "./scheme-detail.tsx";
import { SchemeList } from "./scheme-list.tsx";
import { YamlEditor } from "./yaml-editor.tsx";
import "./scheme.css";

const views = [
  { id: "list", label: "Labels" },
  { id: "yaml", label: "YAML" },
];

/** What can be marked in this project, and with which key. */
export function SchemeScreen() {
  const scheme = useApp((snapshot) => snapshot.scheme);
  const version = useApp((snapshot) => snapshot.schemeVersion);
  const [view, setView] = useState("list");
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  if (!scheme) return null;
  const [first] = scheme.labels;
  return (
    <>
      <ScreenHeader title="Scheme" detail={`${scheme.name}, version ${version}`}>
        <Segments label="View" options={views} value={view} onChange={setView} />
        <Button icon={Plus} onPress={() => setAdding(true)}>
          New label
        </Button>
      </ScreenHeader>
      {view === "yaml" ? (
        <YamlEditor key={version} />
      ) : (
        <div className="scheme">
          <Splitter
            label="Width of the list"
            side="start"
            initial={320}
            min={200}
            max={560}
            storeAs="scheme list"
            panel={
              <SchemeList
                scheme={scheme}
                chosen={chosen ?? (first ? `label ${first.name}` : null)}
                onChoose={setChosen}
              />
            }
          >
            <SchemeDetail scheme={scheme} chosen={chosen ?? `label ${first?.name}`} />
          </Splitter>
        </div>
      )}
      {isAdding && (
        <NewLabelDialog
          scheme={scheme}
          onAdded={(name) => setChosen(`label ${name}`)}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
