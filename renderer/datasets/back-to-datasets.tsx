import { ArrowLeft } from "lucide-react";
import { Button } from "../look/button.tsx";
import { t } from "../messages.ts";
import { useCommands } from "../shell/commands.ts";
import { goTo } from "../shell/route.ts";
import { shownKey } from "../state/command-keys.ts";

const back = () => goTo({ screen: "datasets" });

/** From what the Datasets screen leads to back to it, by the key that leads back elsewhere, too. */
export function BackToDatasets() {
  useCommands({ "text.focus": back });
  return (
    <Button icon={ArrowLeft} keys={shownKey("text.focus")} onPress={back}>
      {t("Back to the datasets")}
    </Button>
  );
}
