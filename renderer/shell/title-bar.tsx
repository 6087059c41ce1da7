import { CircleQuestionMark, Redo2, Search, SunMoon, Undo2 } from "lucide-react";
import { Toolbar } from "react-aria-components";
import { openDialog } from "../dialogs/open-dialog.ts";
import { IconButton } from "../look/button.tsx";
import { MenuButton, MenuItem } from "../look/menu.tsx";
import { setTheme, type Theme, themes, useTheme } from "../look/theme.ts";
import { redo, undo, useApp } from "../state/app-store.ts";
import { shownKey } from "../state/command-keys.ts";
import { PeopleMenu } from "./people-menu.tsx";
import { ProjectMenu } from "./project-menu.tsx";
import { ReadOnlyNotice } from "./read-only-notice.tsx";

/** The row at the top: the project, undo and redo, who works here, the theme, help. */
export function TitleBar() {
  return (
    <header className="title-bar">
      <ProjectMenu />
      <UndoButtons />
      <span className="grow" />
      <ReadOnlyNotice />
      <span className="grow" />
      <IconButton
        label="Go to or do anything"
        icon={Search}
        keys={shownKey("palette")}
        onPress={() => openDialog({ kind: "palette" })}
      />
      <PeopleMenu />
      <ThemeMenu />
      <IconButton
        label="Keys"
        icon={CircleQuestionMark}
        keys={shownKey("help.keys")}
        onPress={() => openDialog({ kind: "keys" })}
      />
    </header>
  );
}

function UndoButtons() {
  return (
    <Toolbar className="row" aria-label="Undo and redo">
      <UndoButton />
      <RedoButton />
    </Toolbar>
  );
}

function UndoButton() {
  const isPossible = useApp(({ next, app }) => next.undo !== null && !app?.isReadOnly);
  return (
    <IconButton
      label="Undo"
      hint={<UndoHint />}
      icon={Undo2}
      keys={shownKey("undo")}
      isDisabled={!isPossible}
      onPress={undo}
    />
  );
}

function RedoButton() {
  const isPossible = useApp(({ next, app }) => next.redo !== null && !app?.isReadOnly);
  return (
    <IconButton
      label="Redo"
      hint={<RedoHint />}
      icon={Redo2}
      keys={shownKey("redo")}
      isDisabled={!isPossible}
      onPress={redo}
    />
  );
}

const themeNames: Record<Theme, string> = {
  system: "As the system",
  light: "Light",
  dark: "Dark",
};

function ThemeMenu() {
  const current = useTheme();
  return (
    <MenuButton label="Light or dark" icon={SunMoon} hideLabel>
      {themes.map((theme) => (
        <MenuItem
          key={theme}
          id={theme}
          label={themeNames[theme]}
          detail={theme === current ? "✓" : ""}
          onAction={() => setTheme(theme)}
        />
      ))}
    </MenuButton>
  );
}

// In the tooltip and not in the button's name: a mark changes it each time, and it is seldom looked at.
function UndoHint() {
  const step = useApp(({ next }) => next.undo);
  return step && `: ${step}`;
}

function RedoHint() {
  const step = useApp(({ next }) => next.redo);
  return step && `: ${step}`;
}
