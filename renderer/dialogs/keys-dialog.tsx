import { RotateCcw } from "lucide-react";
import { type RefObject, useRef, useState } from "react";
import { ListBox } from "react-aria-components";
import { type CommandId, commandIds } from "../../shared/commands.ts";
import { Button } from "../look/button.tsx";
import { Dialog } from "../look/dialog.tsx";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { useApp } from "../state/app-store.ts";
import { changeKeys, useChosenKeys } from "../state/command-keys.ts";
import { ChooseKey } from "./choose-key.tsx";
import { commandSections } from "./command-list.tsx";
import { closeDialog } from "./open-dialog.ts";
import { SchemeKeyList } from "./scheme-key-list.tsx";
import "./keys-dialog.css";

/** Every key there is: of this scheme's labels, and of the commands, where each can be given another. */
export function KeysDialog() {
  const scheme = useApp((snapshot) => snapshot.scheme);
  const [selected, setSelected] = useState<CommandId>("project.new");
  const [isListening, setListening] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const focusList = () => list.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  const footer = (
    <ChooseKey
      key={selected}
      id={selected}
      isListening={isListening}
      onListen={setListening}
      onDone={focusList}
    />
  );
  const choose = (id: CommandId) => {
    setSelected(id);
    setListening(true);
  };
  return (
    <Dialog title={t("Keys")} isOpen onClose={closeDialog} size="large" footer={footer}>
      <Hint onReset={focusList} />
      <div className="keys-columns">
        {scheme && <SchemeKeyList scheme={scheme} />}
        <CommandList list={list} selected={selected} onSelect={setSelected} onChoose={choose} />
      </div>
    </Dialog>
  );
}

interface CommandListProps {
  list: RefObject<HTMLDivElement | null>;
  selected: CommandId;
  onSelect: (id: CommandId) => void;
  onChoose: (id: CommandId) => void;
}

function CommandList({ list, selected, onSelect, onChoose }: CommandListProps) {
  return (
    <ListBox
      ref={list}
      className="keys-commands"
      aria-label={t("Commands and their keys")}
      // The arrows are to go through the commands at once.
      autoFocus
      // Else one whose next item stands higher, in the next column, is taken for a list that runs upwards.
      orientation="horizontal"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => onSelect(first(keys) ?? selected)}
      onAction={(key) => onChoose(commandOf(key) ?? selected)}
    >
      {commandSections(useChosenKeys())}
    </ListBox>
  );
}

const commandOf = (key: unknown) => commandIds.find((id) => id === key);
const first = (keys: "all" | Set<unknown>) => commandOf(keys === "all" ? null : [...keys][0]);

function Hint({ onReset }: { onReset: () => void }) {
  const hasChoice = Object.keys(useChosenKeys()).length > 0;
  const reset = () => {
    // The button is of no use any more, and would drop the focus where no key closes the dialog.
    onReset();
    changeKeys({}).catch(toastError);
  };
  return (
    <div className="row">
      <p className="grow small soft">
        {t(
          "Go to a command with the arrows; Enter gives it another key. The scheme says the keys of labels.",
        )}
      </p>
      <Button variant="quiet" icon={RotateCcw} isDisabled={!hasChoice} onPress={reset}>
        {t("Reset all keys")}
      </Button>
    </div>
  );
}
