import { openCorrection } from "../correct/open-correction.ts";
import { toast } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import type { Session } from "./session.ts";

/** Says why a paste or a cut did nothing, and what can be done instead. */
export function sayTextStays({ store, editor }: Session): void {
  const caret = editor.current?.caret() ?? 0;
  const at = editor.current?.selection() ?? { start: caret, end: caret };
  toast({
    text: t(
      "The report stays as it was imported: nothing can be pasted into it or cut out of it. A wrong text can be corrected.",
    ),
    action: {
      label: t("Correct the text…"),
      run: () => openCorrection({ report: store.state().report.id, at }),
    },
  });
}
