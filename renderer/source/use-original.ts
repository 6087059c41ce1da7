import { useEffect, useState } from "react";
import type { DocumentKind } from "../../shared/extract/extracted.ts";
import { useReport, useSession } from "../annotate/session.ts";
import { call } from "../api.ts";
import { t } from "../messages.ts";

/** Whether the open report has an original to show beside its text, and whether it is shown. */
export interface Original {
  /** Null while it is not known, and where the file itself is the text. */
  kind: DocumentKind | null;
  isShown: boolean;
  /** Shows it or puts it away; says so where there is none. */
  toggle(): void;
}

const storedAs = "original is shown";

/** The choice holds for all reports, and is remembered on this machine. */
export function useOriginal(): Original {
  const { say } = useSession();
  const found = useKind(useReport((state) => state.report.id));
  const [isWanted, setWanted] = useState(() => localStorage.getItem(storedAs) === "yes");
  const toggle = () => {
    if (found === null) {
      say(t("This report was imported as text; it has no other original."));
      return;
    }
    localStorage.setItem(storedAs, isWanted ? "no" : "yes");
    setWanted(!isWanted);
  };
  const kind = found ?? null;
  return { kind, isShown: isWanted && kind !== null, toggle };
}

/** Undefined while it is not known yet. */
function useKind(report: string): DocumentKind | null | undefined {
  const [kind, setKind] = useState<DocumentKind | null>();
  useEffect(() => {
    let isCurrent = true;
    call("report.sourceKind", { report }).then(
      (found) => isCurrent && setKind(found === "text" ? null : found),
      // What has no known kind is shown as plain text is: without an original.
      () => isCurrent && setKind(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [report]);
  return kind;
}
