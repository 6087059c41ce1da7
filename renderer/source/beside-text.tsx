import type { ReactNode } from "react";
import { Splitter } from "../look/splitter.tsx";
import { t } from "../messages.ts";
import { SourcePane } from "./source-pane.tsx";
import type { Original } from "./use-original.ts";

interface BesideTextProps {
  original: Original;
  /** The text, which stays the same element whether the original is shown or not. */
  children: ReactNode;
}

/** The report's text, with its original at its right while that is wanted. */
export function BesideText({ original: { kind, isShown }, children }: BesideTextProps) {
  return (
    <div className="beside-text">
      <Splitter
        label={t("Width of the original")}
        side="end"
        initial={440}
        min={240}
        max={1400}
        storeAs="original"
        isCollapsed={!isShown}
        panel={kind && <SourcePane kind={kind} />}
      >
        {children}
      </Splitter>
    </div>
  );
}
