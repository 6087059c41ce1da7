import { useEffect, useRef } from "react";
import type { TextRange } from "../../shared/model/annotation.ts";
import { t } from "../messages.ts";
import type { Correction } from "./use-correction.ts";

interface TextFieldProps {
  correction: Correction;
  at: TextRange | null;
}

/** The whole text to write in, plain as it is stored. */
export function TextField({ correction: { draft, edits, write }, at }: TextFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const first = useRef(edits.length === 0 ? at : null);
  useEffect(() => {
    if (first.current) field.current?.setSelectionRange(first.current.start, first.current.end);
    // Focus alone brings the selection into view.
    field.current?.focus();
  }, []);
  return (
    <textarea
      ref={field}
      className="input correct-text"
      aria-label={t("Text of the report")}
      spellCheck={false}
      value={draft}
      onChange={({ currentTarget }) => write(currentTarget.value)}
    />
  );
}
