import { Plus, Shapes } from "lucide-react";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";
import { t } from "../messages.ts";

/** What the screen says of a scheme that defines nothing. */
export function NoItems({ onAdd }: { onAdd: () => void }) {
  return (
    <EmptyState
      icon={Shapes}
      title={t("Nothing can be marked yet")}
      actions={
        <Button variant="primary" icon={Plus} onPress={onAdd}>
          {t("Add a label")}
        </Button>
      }
    >
      {t("Add labels one by one, or take a scheme from a file: YAML, or brat’s annotation.conf.")}
    </EmptyState>
  );
}
