import { useEffect, useState } from "react";
import { ListBox, ListBoxItem, TextArea, TextField } from "react-aria-components";
import type { SchemeVersionFacts } from "../../shared/contract/scheme.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { schemeDifferences } from "../../shared/scheme/compare.ts";
import { call } from "../api.ts";
import { Button } from "../look/button.tsx";
import { Select } from "../look/choice.tsx";
import { Splitter } from "../look/splitter.tsx";
import { Tag } from "../look/tag.tsx";
import { toastError } from "../look/toasts.tsx";
import { pageLanguage, sentence, t } from "../messages.ts";
import { proposed } from "./replace.ts";
import "../look/collections.css";

/** Every scheme that the project has had: who made it, what it changed, and the way back to it. */
export function VersionsView() {
  const [versions, setVersions] = useState<SchemeVersionFacts[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => {
    call("scheme.versions", {})
      .then((answer) => setVersions(answer.versions))
      .catch(toastError);
  }, []);
  const [newest] = versions;
  const shown = versions.find(({ version }) => version === chosen) ?? newest;
  return (
    <div className="scheme">
      <Splitter
        label={t("Width of the versions")}
        side="start"
        initial={360}
        min={240}
        max={600}
        storeAs="scheme versions"
        panel={
          <ListBox
            aria-label={t("Versions")}
            className="react-aria-ListBox scheme-versions"
            selectionMode="single"
            selectionBehavior="replace"
            disallowEmptySelection
            selectedKeys={shown ? [String(shown.version)] : []}
            onSelectionChange={(keys) => {
              for (const key of keys) setChosen(Number(key));
            }}
            items={versions.map((facts) => ({ ...facts, id: String(facts.version) }))}
          >
            {(facts) => <VersionLine facts={facts} />}
          </ListBox>
        }
      >
        {shown && <VersionDetail key={shown.version} facts={shown} all={versions} />}
      </Splitter>
    </div>
  );
}

function VersionLine({ facts }: { facts: SchemeVersionFacts }) {
  const { version, summary, isCurrent } = facts;
  return (
    <ListBoxItem
      id={String(version)}
      textValue={t("Version {version}, {summary}", { version, summary: sentence(summary) })}
      className="react-aria-ListBoxItem version-line"
    >
      <span className="row">
        <strong className="numeric">{t("Version {version}", { version })}</strong>
        <span className="soft small truncate grow">{whoAndWhen(facts)}</span>
        {isCurrent && <Tag tone="accent">{t("in use")}</Tag>}
      </span>
      <span className="version-summary">
        {sentence(summary) || t("as it was before versions were kept")}
      </span>
    </ListBoxItem>
  );
}

function whoAndWhen({ annotator, at }: SchemeVersionFacts): string {
  const when =
    at && new Date(at).toLocaleString(pageLanguage, { dateStyle: "medium", timeStyle: "short" });
  return [annotator, when].filter(Boolean).join(", ");
}

interface VersionDetailProps {
  facts: SchemeVersionFacts;
  all: readonly SchemeVersionFacts[];
}

function VersionDetail({ facts, all }: VersionDetailProps) {
  const before = all.find(({ version }) => version < facts.version)?.version ?? null;
  const [base, setBase] = useState(before);
  const shown = useVersion(facts.version);
  const other = useVersion(base);
  if (!shown) return null;
  const differences = other ? schemeDifferences(other.scheme, shown.scheme) : null;
  const title = t("Version {version}", { version: facts.version });
  const others = all.filter(({ version }) => version !== facts.version);
  return (
    <section className="scheme-detail" aria-label={title}>
      <header className="scheme-title">
        <h2 className="grow">{title}</h2>
        {!facts.isCurrent && (
          <Button
            onPress={() =>
              proposed.set({
                from: { version: facts.version },
                scheme: shown.scheme,
                warnings: [],
              })
            }
          >
            {t("Go back to it…")}
          </Button>
        )}
      </header>
      {others.length > 0 && (
        <Select
          label={t("Compared with")}
          options={others.map(({ version, summary }) => ({
            id: String(version),
            label: t("Version {version}", { version }),
            detail: sentence(summary),
          }))}
          value={base === null ? null : String(base)}
          placeholder={t("nothing; it is the first")}
          onChange={(id) => setBase(Number(id))}
        />
      )}
      {differences && (
        <ul className="differences" aria-label={t("What differs")}>
          {differences.length === 0 && <li className="faint">{t("The two are the same.")}</li>}
          {differences.map((difference) => (
            <li key={difference}>{sentence(difference)}</li>
          ))}
        </ul>
      )}
      <h3 className="field-label">{t(facts.isCurrent ? "The scheme" : "The scheme as it was")}</h3>
      <TextField aria-label={t("The scheme as YAML")} value={shown.yaml} isReadOnly>
        <TextArea className="version-yaml" spellCheck={false} rows={24} />
      </TextField>
    </section>
  );
}

function useVersion(version: number | null): { scheme: Scheme; yaml: string } | null {
  const [read, setRead] = useState<{ scheme: Scheme; yaml: string } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (version === null) return;
    call("scheme.readVersion", { version })
      .then((found) => isCurrent && setRead(found))
      .catch(toastError);
    return () => {
      isCurrent = false;
    };
  }, [version]);
  return read;
}
