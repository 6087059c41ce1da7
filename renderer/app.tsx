import { CircleAlert } from "lucide-react";
import { I18nProvider } from "react-aria-components";
import { openProject } from "./dialogs/open-project.ts";
import { Button } from "./look/button.tsx";
import { EmptyState } from "./look/empty-state.tsx";
import { Toasts } from "./look/toasts.tsx";
import { pageLanguage, t } from "./messages.ts";
import { Shell } from "./shell/shell.tsx";
import { Welcome } from "./shell/welcome.tsx";
import { startApp, useApp } from "./state/app-store.ts";
import { useChosenKeys } from "./state/command-keys.ts";

/** The page: a problem at the start, the question who works here, or the app. */
export function App() {
  // Other keys are shown wherever keys are; so seldom that the whole page may be drawn again.
  useChosenKeys();
  return (
    <I18nProvider locale={pageLanguage}>
      <Content />
      <Toasts />
    </I18nProvider>
  );
}

function Content() {
  const problem = useApp((snapshot) => snapshot.problem);
  const app = useApp((snapshot) => snapshot.app);
  if (problem !== null)
    return (
      <EmptyState
        icon={CircleAlert}
        title={t("Casemark could not start")}
        actions={
          <>
            <Button onPress={startApp}>{t("Try again")}</Button>
            <Button onPress={openProject}>{t("Open another project…")}</Button>
          </>
        }
      >
        {problem}
      </EmptyState>
    );
  // A few milliseconds at most; a spinner would only flicker.
  if (!app) return null;
  if (app.annotator === null) return <Welcome />;
  // Another project or person starts with fresh screens.
  return <Shell key={`${app.project.id} ${app.annotator}`} />;
}
