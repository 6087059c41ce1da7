import { useMemo, useState } from "react";
import { reservedKeys } from "../../shared/commands.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { addToScheme } from "../../shared/scheme/add-to-scheme.ts";
import { schemeDifferences } from "../../shared/scheme/compare.ts";
import { Button } from "../look/button.tsx";
import { Dialog } from "../look/dialog.tsx";
import { Segments } from "../look/segments.tsx";
import { sentence, t } from "../messages.ts";
import { offerUndo, write } from "../state/app-store.ts";
import { BreachList } from "./breach-list.tsx";
import { type Proposal, proposed } from "./replace.ts";
import { saveScheme } from "./rewrite.ts";
import { Differences } from "./rewrite-dialog.tsx";
import { useBreachesOf } from "./use-breaches.ts";

/** What another scheme would change, before it takes the place of the project's. */
export function ReplaceDialog({ scheme }: { scheme: Scheme }) {
  const proposal = proposed.use();
  return proposal && <Proposed proposal={proposal} scheme={scheme} />;
}

type Mode = "add" | "replace";

const modes = [
  { id: "add", label: t("Add to this scheme") },
  { id: "replace", label: t("Replace this scheme") },
];

function Proposed({ proposal, scheme }: { proposal: Proposal; scheme: Scheme }) {
  const { from, warnings } = proposal;
  const isFile = "file" in from;
  const [mode, setMode] = useState<Mode>("replace");
  const next = useMemo(
    () => (mode === "add" ? addToScheme(scheme, proposal.scheme, reservedKeys) : proposal.scheme),
    [mode, scheme, proposal],
  );
  const differences = useMemo(() => schemeDifferences(scheme, next), [scheme, next]);
  const breaches = useBreachesOf(next);
  const close = () => proposed.set(null);
  const go = async () => {
    const change = isFile
      ? await saveScheme(next)
      : await write("scheme.restore", { version: from.version });
    if (!change) return;
    close();
    offerUndo(
      isFile
        ? t("The scheme of {file} is in use.", { file: from.file })
        : t("Version {version} is in use.", { version: from.version }),
    );
  };
  return (
    <Dialog
      title={
        isFile
          ? t("Scheme from {file}", { file: from.file })
          : t("Back to version {version}", { version: from.version })
      }
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          <span className="grow faint small">{t("Annotations stay as they are.")}</span>
          <Button onPress={close}>{t("Cancel")}</Button>
          <Button variant="primary" onPress={go} isDisabled={differences.length === 0}>
            {t(isFile ? "Take it" : "Go back to it")}
          </Button>
        </>
      }
    >
      {isFile && (
        <Segments
          label={t("What to do with it")}
          options={modes}
          value={mode}
          onChange={(id) => setMode(id === "add" ? "add" : "replace")}
        />
      )}
      {differences.length === 0 && <p>{t("It differs in nothing from the scheme in use.")}</p>}
      <Differences sentences={differences} />
      {warnings.length > 0 && (
        <section className="stack">
          <h3 className="field-label">{t("What the file says and is not kept")}</h3>
          <ul className="differences">
            {warnings.map((warning) => (
              <li key={warning}>{sentence(warning)}</li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack">
        <h3 className="field-label">{t("What would not keep to it")}</h3>
        <BreachList
          breaches={breaches}
          nothing={t("Every annotation keeps to it.")}
          onOpen={close}
        />
      </section>
    </Dialog>
  );
}
