import { CircleQuestionMark, Redo2, Search, SunMoon, Undo2 } from "lucide-react";
import { Toolbar } from "react-aria-components";
import { openDialog } from "../dialogs/open-dialog.ts";
import { IconButton } from "../look/button.tsx";
import { MenuButton, MenuItem } from "../look/menu.tsx";
import { setTheme, type Theme, themes, useTheme } from "../look/theme.ts";
import { sentence, t } from "../messages.ts";
import { redo, undo, useApp } from "../state/app-store.ts";
import { shownKey } from "../state/command-keys.ts";
import { areStepsHidden } from "../state/hidden-steps.ts";
import { LanguageMenu } from "./language-menu.tsx";
import { PeopleMenu } from "./people-menu.tsx";
import { ProjectMenu } from "./project-menu.tsx";
import { ReadOnlyNotice } from "./read-only-notice.tsx";

/** The row at the top: the project, undo and redo, who works here, the look and the language, help. */
export function TitleBar() {
  return (
    <header className="title-bar">
      <ProjectMenu />
      <UndoButtons />
      <span className="grow" />
      <ReadOnlyNotice />
      <span className="grow" />
      <IconButton
        label={t("Go to or do anything")}
        icon={Search}
        keys={shownKey("palette")}
        onPress={() => openDialog({ kind: "palette" })}
      />
      <PeopleMenu />
      <ThemeMenu />
      <LanguageMenu />
      <IconButton
        label={t("Keys")}
        icon={CircleQuestionMark}
        keys={shownKey("help.keys")}
        onPress={() => openDialog({ kind: "keys" })}
      />
    </header>
  );
}

function UndoButtons() {
  return (
    <Toolbar className="row" aria-label={t("Undo and redo")}>
      <UndoButton />
      <RedoButton />
    </Toolbar>
  );
}

function UndoButton() {
  const isPossible = useApp(({ next, app }) => next.undo !== null && !app?.isReadOnly);
  return (
    <IconButton
      label={t("Undo")}
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
      label={t("Redo")}
      hint={<RedoHint />}
      icon={Redo2}
      keys={shownKey("redo")}
      isDisabled={!isPossible}
      onPress={redo}
    />
  );
}

const themeNames: Record<Theme, string> = {
  system: t("As the system"),
  light: t("Light"),
  dark: t("Dark"),
};

function ThemeMenu() {
  const current = useTheme();
  return (
    <MenuButton label={t("Light or dark")} icon={SunMoon} hideLabel>
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
  const step = useShownStep("undo");
  return step && t(": {step}", { step: sentence(step) });
}

function RedoHint() {
  const step = useShownStep("redo");
  return step && t(": {step}", { step: sentence(step) });
}

/** The step that comes next; null where it would say whose work a blind review shows. */
function useShownStep(way: "undo" | "redo"): string | null {
  const step = useApp(({ next }) => next[way]);
  return areStepsHidden.use() ? null : step;
}
