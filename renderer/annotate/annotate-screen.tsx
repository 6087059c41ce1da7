import { FileWarning } from "lucide-react";
import { useEffect, useState } from "react";
import type { OpenReport } from "../../shared/contract/reports.ts";
import { call } from "../api.ts";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { t } from "../messages.ts";
import { useApp } from "../state/app-store.ts";
import { OpenWorkspace } from "./open-workspace.tsx";
import "./annotate.css";

/** One report, to read, mark and link. */
export function AnnotateScreen({ report }: { report: string }) {
  const scheme = useApp((snapshot) => snapshot.scheme);
  const annotator = useApp(({ app }) => app?.annotator ?? null);
  const isReadOnly = useApp(({ app }) => app?.isReadOnly ?? false);
  const version = useApp(({ reportsVersion }) => reportsVersion);
  const [open, setOpen] = useState<Opened | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another annotator has another layer, another attempt and another title are read again
  useEffect(() => {
    let isCurrent = true;
    setProblem(null);
    call("report.open", { report }).then(
      (value) => isCurrent && setOpen(opened(value, isReadOnly)),
      (error) => isCurrent && setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [report, annotator, version, attempt, isReadOnly]);

  if (problem !== null)
    return (
      <EmptyState
        icon={FileWarning}
        title={t("The report cannot be opened")}
        actions={<Button onPress={() => setAttempt(attempt + 1)}>{t("Try again")}</Button>}
      >
        {problem}
      </EmptyState>
    );
  if (!open || !scheme) return <div className="annotate" aria-busy="true" />;
  const { report: shown, layer } = open;
  return (
    <OpenWorkspace
      key={`${shown.id} ${layer.annotator} ${open.isReadOnly}`}
      open={open}
      scheme={scheme}
    />
  );
}

interface Opened extends OpenReport {
  /** When it was opened another window was working on the project. */
  isReadOnly: boolean;
}

/** While another window works on the project no layer takes a change here, whatever its status. */
function opened({ report, layer }: OpenReport, isReadOnly: boolean): Opened {
  return { report, layer: isReadOnly ? { ...layer, status: "locked" } : layer, isReadOnly };
}
