import { FileWarning } from "lucide-react";
import { useCallback, useState } from "react";
import type { DocumentKind } from "../../shared/extract/extracted.ts";
import { useReport } from "../annotate/session.ts";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { t } from "../messages.ts";
import { BlocksView } from "./blocks/blocks-view.tsx";
import { useGoToText } from "./go-to-text.ts";
import { loadBlocks, loadPdf } from "./load-source.ts";
import { PdfView } from "./pdf/pdf-view.tsx";
import { type Loaded, useLoaded } from "./use-loaded.ts";
import "./source.css";

/** The file that a report came from, beside its text: each shows where the other stands. */
export function SourcePane({ kind }: { kind: DocumentKind }) {
  return (
    <section className="source" aria-label={t("Original")}>
      {kind === "pdf" ? <PdfSource /> : <BlocksSource />}
    </section>
  );
}

function PdfSource() {
  const report = useReport((state) => state.report);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt, or another text, reads it again
  const load = useCallback(
    (signal: AbortSignal) => loadPdf(report.id, signal),
    [report.id, report.textSha256, attempt],
  );
  const go = useGoToText();
  const loaded = useLoaded(load);
  if (loaded.state !== "ready")
    return <Waiting loaded={loaded} onRetry={() => setAttempt(attempt + 1)} />;
  return <PdfView {...loaded.value} text={report.text} onGo={go} />;
}

function BlocksSource() {
  const report = useReport((state) => state.report);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt, or another text, reads it again
  const load = useCallback(() => loadBlocks(report.id), [report.id, report.textSha256, attempt]);
  const go = useGoToText();
  const loaded = useLoaded(load);
  if (loaded.state !== "ready")
    return <Waiting loaded={loaded} onRetry={() => setAttempt(attempt + 1)} />;
  return <BlocksView {...loaded.value} onGo={go} />;
}

interface WaitingProps {
  loaded: Exclude<Loaded<unknown>, { state: "ready" }>;
  onRetry: () => void;
}

function Waiting({ loaded, onRetry }: WaitingProps) {
  if (loaded.state === "loading")
    return (
      <p className="source-waiting soft" role="status">
        {t("Opening the original…")}
      </p>
    );
  return (
    <EmptyState
      icon={FileWarning}
      title={t("The original cannot be shown")}
      actions={<Button onPress={onRetry}>{t("Try again")}</Button>}
    >
      {loaded.problem}
    </EmptyState>
  );
}
