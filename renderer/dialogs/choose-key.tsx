import { RotateCcw, X } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import {
  holderOf,
  takingKey,
  whyNotAKey,
  withKey,
  withoutChoice,
} from "../../shared/change-keys.ts";
import type { ChosenKeys, CommandId } from "../../shared/commands.ts";
import { combinationOf } from "../../shared/keys.ts";
import { Button } from "../look/button.tsx";
import { KeyCap, keyText } from "../look/key-cap.tsx";
import { platform } from "../look/platform.ts";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { changeKeys, chosenKeys, shownKey, useChosenKeys } from "../state/command-keys.ts";
import { titleOf } from "./command-list.tsx";

interface ChooseKeyProps {
  id: CommandId;
  isListening: boolean;
  onListen: (isListening: boolean) => void;
  /** Where the focus goes when the key is chosen. */
  onDone: () => void;
}

/** A key that another command has already. */
interface Conflict {
  key: string;
  holder: CommandId;
}

/** The key of one command: to see, to change, to take away, to have back. */
export function ChooseKey({ id, isListening, onListen, onDone }: ChooseKeyProps) {
  const chosen = useChosenKeys();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const keep = (keys: ChosenKeys) => {
    setConflict(null);
    changeKeys(keys).catch(toastError);
    onDone();
  };
  const stop = () => {
    onListen(false);
    setRefusal(null);
    onDone();
  };
  const hear = (key: string) => {
    const why = whyNotAKey(key, id);
    setRefusal(why && `${t(why)} ${t("Press another key.")}`);
    if (why !== null) return;
    onListen(false);
    const holder = holderOf(key, id, platform, chosenKeys());
    if (holder) setConflict({ key, holder });
    else keep(withKey(chosenKeys(), id, key, platform));
  };

  if (isListening)
    return (
      <Listening onKey={hear} onStop={stop}>
        {refusal ?? t("Press the new key for “{command}”.", { command: titleOf(id) })}
      </Listening>
    );
  if (conflict)
    return (
      <ConflictChoice id={id} conflict={conflict} onKeep={keep} onStop={() => keep(chosenKeys())} />
    );
  return <Settled id={id} chosen={chosen} onListen={() => onListen(true)} onKeep={keep} />;
}

interface ListeningProps {
  onKey: (key: string) => void;
  onStop: () => void;
  children: ReactNode;
}

/** Every key goes here while it is shown, before anything else on the page hears of it. */
function Listening({ onKey, onStop, children }: ListeningProps) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const key = combinationOf(event, platform);
      if (key === "Escape") onStop();
      else if (key !== null) onKey(key);
    };
    addEventListener("keydown", listen, true);
    return () => removeEventListener("keydown", listen, true);
  });
  return (
    <div className="choose-key listening" role="status">
      <span className="grow">{children}</span>
      <span className="soft">{t("Keep it as it is")}</span>
      <KeyCap keys="Escape" />
    </div>
  );
}

interface ConflictChoiceProps {
  id: CommandId;
  conflict: Conflict;
  onKeep: (keys: ChosenKeys) => void;
  onStop: () => void;
}

function ConflictChoice({ id, conflict: { key, holder }, onKeep, onStop }: ConflictChoiceProps) {
  const take = (how: "swap" | "clear") =>
    onKeep(takingKey(chosenKeys(), id, key, { holder, how }, platform));
  const own = shownKey(id);
  return (
    <div className="choose-key" role="alert">
      <span className="grow">
        {t("{key} is the key of “{command}”.", { key: keyText(key), command: titleOf(holder) })}
      </span>
      {own && (
        <Button variant="primary" autoFocus onPress={() => take("swap")}>
          {t("Swap the two")}
        </Button>
      )}
      <Button autoFocus={!own} onPress={() => take("clear")}>
        {t("Take it away there")}
      </Button>
      <Button variant="quiet" onPress={onStop}>
        {t("Keep it as it is")}
      </Button>
    </div>
  );
}

interface SettledProps {
  id: CommandId;
  chosen: ChosenKeys;
  onListen: () => void;
  onKeep: (keys: ChosenKeys) => void;
}

function Settled({ id, chosen, onListen, onKeep }: SettledProps) {
  const key = shownKey(id);
  return (
    <div className="choose-key">
      <span className="grow truncate strong">{titleOf(id)}</span>
      {key ? <KeyCap keys={key} /> : <span className="faint">{t("no key")}</span>}
      <Button onPress={onListen}>{t("Change…")}</Button>
      <Button
        variant="quiet"
        icon={X}
        isDisabled={!key}
        onPress={() => onKeep(withKey(chosen, id, "", platform))}
      >
        {t("No key")}
      </Button>
      <Button
        variant="quiet"
        icon={RotateCcw}
        isDisabled={chosen[id] === undefined}
        onPress={() => onKeep(withoutChoice(chosen, id, platform))}
      >
        {t("Reset")}
      </Button>
    </div>
  );
}
