import { Header, ListBoxItem, ListBoxSection } from "react-aria-components";
import {
  type ChosenKeys,
  type CommandId,
  commandIds,
  commands,
  type Menu,
  menus,
} from "../../shared/commands.ts";
import { KeyCap } from "../look/key-cap.tsx";
import { t } from "../messages.ts";
import { shownKey } from "../state/command-keys.ts";

/** A command's title as it stands in a list, where nothing needs the menu's dots. */
export const titleOf = (id: CommandId): string => t(commands[id].title).replace(/\s*…/, "");

/** All commands by their menus, with the keys that they have now. */
export function commandSections(chosen: ChosenKeys) {
  return menus.map((menu) => (
    <ListBoxSection key={menu} id={menu}>
      <Header className="menu-title">{t(menu)}</Header>
      {idsOf(menu).map((id) => commandItem(id, chosen[id] !== undefined))}
    </ListBoxSection>
  ));
}

const idsOf = (menu: Menu): CommandId[] => commandIds.filter((id) => commands[id].menu === menu);

function commandItem(id: CommandId, isChosen: boolean) {
  const key = shownKey(id);
  return (
    <ListBoxItem key={id} id={id} textValue={titleOf(id)}>
      <span className="grow truncate">{titleOf(id)}</span>
      {isChosen && <span className="faint small">{t("yours")}</span>}
      {key && <KeyCap keys={key} />}
    </ListBoxItem>
  );
}
