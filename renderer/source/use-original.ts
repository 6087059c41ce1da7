import { useLayoutEffect, useRef, useState } from "react";
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
  const { kind, asked } = useKind(useReport((state) => state.report.id));
  const [isWanted, setWanted] = useState(() => localStorage.getItem(storedAs) === "yes");
  // The key may come before it is known whether there is one.
  const toggle = async () => {
    if ((await asked.current) === null) {
      say(t("This report was imported as text; it has no other original."));
      return;
    }
    const isNowWanted = localStorage.getItem(storedAs) !== "yes";
    localStorage.setItem(storedAs, isNowWanted ? "yes" : "no");
    setWanted(isNowWanted);
  };
  return { kind, isShown: isWanted && kind !== null, toggle: () => void toggle() };
}

/** Null while it is not known yet, and for plain text; and what was asked. */
function useKind(report: string) {
  const [kind, setKind] = useState<DocumentKind | null>(null);
  const asked = useRef<Promise<DocumentKind | null>>(Promise.resolve(null));
  useLayoutEffect(() => {
    let isCurrent = true;
    asked.current = readKind(report);
    asked.current.then((found) => isCurrent && setKind(found));
    return () => {
      isCurrent = false;
    };
  }, [report]);
  return { kind, asked };
}

async function readKind(report: string): Promise<DocumentKind | null> {
  try {
    const found = await call("report.sourceKind", { report });
    return found === "text" ? null : found;
  } catch {
    // What has no known kind is shown as plain text is: without an original.
    return null;
  }
}
