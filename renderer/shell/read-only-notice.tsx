import { Lock } from "lucide-react";
import { useEffect, useState } from "react";
import { call } from "../api.ts";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { switchSession, useApp } from "../state/app-store.ts";

// In milliseconds; a person who has closed the other window comes here within a few seconds.
const betweenLooks = 2000;

/** Says that another window or command writes this project, and offers to go on here once it does not. */
export function ReadOnlyNotice() {
  const isReadOnly = useApp(({ app }) => app?.isReadOnly ?? false);
  const isFree = useIsFree(isReadOnly);
  if (!isReadOnly) return null;
  return (
    <div className="read-only-notice" role="status">
      <Lock aria-hidden />
      <span className="truncate">
        {isFree
          ? t("The other window has let go of this project.")
          : t("Read only: this project is open in another window.")}
      </span>
      <Button
        variant={isFree ? "primary" : "quiet"}
        isDisabled={!isFree}
        onPress={() => void switchSession("project.takeOver", {})}
      >
        {t("Work here now")}
      </Button>
    </div>
  );
}

function useIsFree(isReadOnly: boolean): boolean {
  const [isFree, setFree] = useState(false);
  useEffect(() => {
    if (!isReadOnly) return setFree(false);
    const look = () =>
      call("project.isFree", {}).then(
        (answer) => setFree(answer.isFree === true),
        () => setFree(false),
      );
    void look();
    const timer = setInterval(look, betweenLooks);
    return () => clearInterval(timer);
  }, [isReadOnly]);
  return isFree;
}
