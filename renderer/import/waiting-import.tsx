import { Inbox } from "lucide-react";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { goTo } from "../shell/route.ts";
import { countWanted, usePending } from "./import-state.ts";

/** Leads back to an import that was read and neither taken in nor discarded. */
export function WaitingImport() {
  const pending = usePending();
  if (!pending) return null;
  return (
    <Button icon={Inbox} onPress={() => goTo({ screen: "import", report: null })}>
      {t("{count, plural, one {Import of one report waits} other {Import of # reports waits}}", {
        count: countWanted(pending),
      })}
    </Button>
  );
}
