import { type FormEvent, useId, useState } from "react";
import { TextField } from "../look/fields.tsx";
import { t } from "../messages.ts";

interface PassphraseFormProps {
  id: string;
  needs: "passphrase" | "key";
  onPassphrase: (passphrase: string) => void;
}

/** Asks for what opens a package; the dialog's button sends it. */
export function PassphraseForm({ id, needs, onPassphrase }: PassphraseFormProps) {
  const [typed, setTyped] = useState("");
  const field = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== "") onPassphrase(typed);
  };
  if (needs === "key")
    return (
      <p>
        {t(
          "It is encrypted to a key that is not yours. Ask its sender to encrypt it to your public key, or with a passphrase.",
        )}
      </p>
    );
  return (
    <form id={id} onSubmit={submit}>
      <TextField
        id={field}
        label={t("Passphrase")}
        description={t("The package is encrypted; whoever sent it knows what opens it.")}
        type="password"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        autoFocus
      />
    </form>
  );
}
