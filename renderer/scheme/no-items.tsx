import { Plus, Shapes } from "lucide-react";
import { Button } from "../look/button.tsx";
import { EmptyState } from "../look/empty-state.tsx";

/** What the screen says of a scheme that defines nothing. */
export function NoItems({ onAdd }: { onAdd: () => void }) {
  return (
    <EmptyState
      icon={Shapes}
      title="Nothing can be marked yet"
      actions={
        <Button variant="primary" icon={Plus} onPress={onAdd}>
          Add a label
        </Button>
      }
    >
      Add labels one by one, or take a scheme from a file: YAML, or brat’s annotation.conf.
    </EmptyState>
  );
}
