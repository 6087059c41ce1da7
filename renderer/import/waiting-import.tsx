import { Inbox } from "lucide-react";
import { Button } from "../look/button.tsx";
import { goTo } from "../shell/route.ts";
import { reportsInWords } from "./import-flow.ts";
import { countWanted, usePending } from "./import-state.ts";

/** Leads back to an import that was read and neither taken in nor discarded. */
export function WaitingImport() {
  const pending = usePending();
  if (!pending) return null;
  return (
    <Button icon={Inbox} onPress={() => goTo({ screen: "import", report: null })}>
      {`Import of ${reportsInWords(countWanted(pending))} waits`}
    </Button>
  );
}
