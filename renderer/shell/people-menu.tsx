import { User, UserPlus } from "lucide-react";
import { openDialog } from "../dialogs/open-dialog.ts";
import { MenuButton, MenuItem, MenuSection, MenuSeparator } from "../look/menu.tsx";
import { t } from "../messages.ts";
import { switchSession, useApp } from "../state/app-store.ts";

/** Who works here; another name works in another layer. */
export function PeopleMenu() {
  const app = useApp((snapshot) => snapshot.app);
  if (!app?.annotator) return null;
  const names = [...new Set([app.annotator, ...app.annotators])].sort();
  return (
    <MenuButton label={app.annotator} icon={User}>
      <MenuSection title={t("Work as")}>
        {names.map((name) => (
          <MenuItem
            key={name}
            id={`as ${name}`}
            label={name}
            detail={name === app.annotator ? "✓" : ""}
            onAction={() => switchSession("annotator.use", { name })}
          />
        ))}
      </MenuSection>
      <MenuSeparator />
      <MenuItem
        id="new name"
        icon={UserPlus}
        label={t("Another name…")}
        onAction={() => openDialog({ kind: "new-name" })}
      />
    </MenuButton>
  );
}
