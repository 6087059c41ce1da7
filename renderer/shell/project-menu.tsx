import {
  FileDown,
  FilePlus,
  FolderInput,
  FolderOpen,
  GitMerge,
  PackageOpen,
  Plus,
  Send,
  Users,
} from "lucide-react";
import type { CommandId } from "../../shared/commands.ts";
import { MenuButton, MenuItem, MenuSection, MenuSeparator } from "../look/menu.tsx";
import { t } from "../messages.ts";
import { switchSession, useApp } from "../state/app-store.ts";
import { shownKey } from "../state/command-keys.ts";
import { runCommand } from "./commands.ts";

const item = (id: CommandId, label: string, icon: typeof Plus) => (
  <MenuItem id={id} label={label} icon={icon} keys={shownKey(id)} onAction={() => runCommand(id)} />
);

/** The project's name, and what can be done with projects as a whole. */
export function ProjectMenu() {
  const app = useApp((snapshot) => snapshot.app);
  if (!app) return null;
  const others = app.recent.filter(({ id }) => id !== app.project.id);
  return (
    <div className="project-name">
      <MenuButton label={app.project.name}>
        {item("project.new", t("New project…"), Plus)}
        {item("project.open", t("Open project…"), FolderOpen)}
        <MenuSeparator />
        {item("import.files", t("Import files…"), FilePlus)}
        {item("import.folder", t("Import folder…"), FolderInput)}
        {item("export", t("Export…"), FileDown)}
        <MenuSeparator />
        {item("package.handOut", t("Hand out reports…"), Users)}
        {item("package.sendBack", t("Send my work back…"), Send)}
        {item("package.merge", t("Merge packages…"), GitMerge)}
        {item("package.open", t("Open a package…"), PackageOpen)}
        {others.length > 0 && (
          <MenuSection title={t("Opened before")}>
            {others.map(({ id, name, folder }) => (
              <MenuItem
                key={id}
                id={`recent ${id}`}
                label={name}
                detail={folder}
                onAction={() => switchSession("project.openRecent", { id })}
              />
            ))}
          </MenuSection>
        )}
      </MenuButton>
    </div>
  );
}
