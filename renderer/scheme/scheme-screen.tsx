import { useState } from "react";
import type { Scheme } from "../../shared/model/scheme.ts";
import { Segments } from "../look/segments.tsx";
import { Splitter } from "../look/splitter.tsx";
import { t } from "../messages.ts";
import { ScreenHeader } from "../shell/screen-header.tsx";
import { useApp } from "../state/app-store.ts";
import { BreachesView } from "./breaches-view.tsx";
import { chosenItem, itemIn, type TopList } from "./chosen.ts";
import { NewItemDialog } from "./new-item-dialog.tsx";
import { NoItems } from "./no-items.tsx";
import { ReplaceDialog } from "./replace-dialog.tsx";
import { RewriteDialog } from "./rewrite-dialog.tsx";
import { SchemeDetail } from "./scheme-detail.tsx";
import { SchemeList } from "./scheme-list.tsx";
import { SchemeMenus } from "./scheme-menus.tsx";
import { useBreaches } from "./use-breaches.ts";
import { VersionsView } from "./versions-view.tsx";
import { YamlEditor } from "./yaml-editor.tsx";
import "./scheme.css";

const views = ["parts", "breaches", "versions", "yaml"] as const;
type View = (typeof views)[number];

/** What a person is adding: a definition of which list, and below which label. */
export type Adding = { list: TopList; parent: string | null } | null;

/** What can be marked in this project, and with which key. */
export function SchemeScreen() {
  const scheme = useApp((snapshot) => snapshot.scheme);
  const version = useApp((snapshot) => snapshot.schemeVersion);
  const [view, setView] = useState<View>("parts");
  const [adding, setAdding] = useState<Adding>(null);
  const breaches = useBreaches();
  if (!scheme) return null;
  const options = [
    { id: "parts", label: t("Labels") },
    { id: "breaches", label: breachesTitle(breaches?.length) },
    { id: "versions", label: t("Versions") },
    { id: "yaml", label: "YAML" },
  ];
  return (
    <>
      <ScreenHeader
        title={t("Scheme")}
        detail={t("{name}, version {version}", { name: scheme.name, version })}
      >
        <Segments
          label={t("View")}
          options={options}
          value={view}
          onChange={(id) => setView(views.find((known) => known === id) ?? "parts")}
        />
        <SchemeMenus scheme={scheme} onAdd={setAdding} />
      </ScreenHeader>
      {view === "parts" && <Parts scheme={scheme} onAdd={setAdding} />}
      {view === "breaches" && <BreachesView breaches={breaches} />}
      {view === "versions" && <VersionsView key={version} />}
      {view === "yaml" && <YamlEditor key={version} />}
      {adding && <NewItemDialog scheme={scheme} {...adding} onClose={() => setAdding(null)} />}
      <RewriteDialog />
      <ReplaceDialog scheme={scheme} />
    </>
  );
}

const breachesTitle = (count: number | undefined) =>
  count === undefined || count === 0 ? t("To look at") : t("To look at ({count})", { count });

interface PartsProps {
  scheme: Scheme;
  onAdd: (adding: Adding) => void;
}

function Parts({ scheme, onAdd }: PartsProps) {
  const item = itemIn(scheme, chosenItem.use());
  return (
    <div className="scheme">
      <Splitter
        label={t("Width of the list")}
        side="start"
        initial={320}
        min={200}
        max={560}
        storeAs="scheme list"
        panel={<SchemeList scheme={scheme} chosen={item} />}
      >
        {item ? (
          <SchemeDetail scheme={scheme} item={item} />
        ) : (
          <NoItems onAdd={() => onAdd({ list: "labels", parent: null })} />
        )}
      </Splitter>
    </div>
  );
}
