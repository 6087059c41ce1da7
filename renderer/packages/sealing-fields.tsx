import { TextField } from "../look/fields.tsx";
import { Segments } from "../look/segments.tsx";
import { t } from "../messages.ts";
import type { SealingDraft } from "./sealing-draft.ts";

interface SealingFieldsProps {
  draft: SealingDraft;
  onChange: (draft: SealingDraft) => void;
}

const ways = [
  { id: "nothing", label: t("Not encrypted") },
  { id: "passphrase", label: t("By a passphrase") },
  { id: "keys", label: t("To public keys") },
] as const;

/** Whether others can read what is sent, and what opens it. */
export function SealingFields({ draft, onChange }: SealingFieldsProps) {
  const choose = (id: string) => {
    const way = ways.find((known) => known.id === id)?.id;
    if (way) onChange({ ...draft, way });
  };
  return (
    <section className="stack package-sealing">
      <Segments label={t("Encryption")} options={ways} value={draft.way} onChange={choose} />
      {draft.way === "passphrase" && <Passphrase draft={draft} onChange={onChange} />}
      {draft.way === "keys" && (
        <TextField
          label={t("Public keys, one a line")}
          description={t("They begin with “age1”. Whoever has the key to one of them can open it.")}
          value={draft.keys}
          onChange={(keys) => onChange({ ...draft, keys })}
          multiline
          rows={2}
        />
      )}
    </section>
  );
}

function Passphrase({ draft, onChange }: SealingFieldsProps) {
  return (
    <>
      <div className="package-pair">
        <TextField
          label={t("Passphrase")}
          type="password"
          autoComplete="new-password"
          value={draft.passphrase}
          onChange={(passphrase) => onChange({ ...draft, passphrase })}
        />
        <TextField
          label={t("Passphrase once more")}
          type="password"
          autoComplete="new-password"
          value={draft.again}
          onChange={(again) => onChange({ ...draft, again })}
        />
      </div>
      <p className="small faint">
        {t("Nobody can open the package without it; tell it to its readers in another way.")}
      </p>
    </>
  );
}
