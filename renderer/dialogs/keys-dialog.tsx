import {
  type CommandId,
  commandIds,
  commands,
  keyOf,
  type Menu,
  menus,
} from "../../shared/commands.ts";
import type { LabelDefinition } from "../../shared/model/scheme.ts";
import { Dialog } from "../look/dialog.tsx";
import { KeyCap } from "../look/key-cap.tsx";
import { Dot } from "../look/label-tag.tsx";
import { platform } from "../look/platform.ts";
import { useApp } from "../state/app-store.ts";
import { closeDialog } from "./open-dialog.ts";
import "./keys-dialog.css";

const withKey = (menu: Menu): CommandId[] =>
  commandIds.filter((id) => commands[id].menu === menu && keyOf(id, platform) !== "");

/** Every key there is: of the commands, and of this scheme's labels. */
export function KeysDialog() {
  const labels = useApp((snapshot) => snapshot.scheme?.labels) ?? [];
  return (
    <Dialog title="Keys" isOpen onClose={closeDialog} size="large">
      <div className="keys-columns">
        <LabelKeys labels={labels.filter(({ key }) => key !== null)} />
        {menus.map((menu) => (
          <CommandKeys key={menu} menu={menu} ids={withKey(menu)} />
        ))}
      </div>
    </Dialog>
  );
}

function CommandKeys({ menu, ids }: { menu: Menu; ids: CommandId[] }) {
  if (ids.length === 0) return null;
  return (
    <section>
      <h3>{menu}</h3>
      <ul>
        {ids.map((id) => (
          <li key={id} className="row">
            <span className="grow">{commands[id].title.replace("…", "")}</span>
            <KeyCap keys={keyOf(id, platform)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LabelKeys({ labels }: { labels: LabelDefinition[] }) {
  if (labels.length === 0) return null;
  return (
    <section>
      <h3>Mark the selection as</h3>
      <ul>
        {labels.map(({ name, key, colour }) => (
          <li key={name} className="row">
            <Dot colour={colour} />
            <span className="grow truncate">{name}</span>
            {key && <KeyCap keys={key} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
