import { type FormEvent, useState } from "react";
import { Button } from "../look/button.tsx";
import { TextField } from "../look/fields.tsx";
import { switchSession, useApp } from "../state/app-store.ts";
import "./welcome.css";
import { t } from "../messages.ts";

/** The one question of the first start: whose layer the marks will go to. */
export function Welcome() {
  const [name, setName] = useState("");
  const known = useApp((snapshot) => snapshot.app?.annotators) ?? [];
  const use = (chosen: string) => switchSession("annotator.use", { name: chosen });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) use(name.trim());
  };
  return (
    <main className="welcome">
      <form onSubmit={submit}>
        <img src="/icon.svg" alt="" width="48" height="48" />
        <h1>{t("Who is working here?")}</h1>
        <p className="soft">
          {t(
            "What you mark is kept in a layer of your own, under this name. Nothing leaves this computer.",
          )}
        </p>
        <TextField
          label={t("Your name")}
          placeholder={t("Dr. Ada Virchow")}
          value={name}
          onChange={setName}
          maxLength={100}
          autoFocus
        />
        <Button type="submit" variant="primary" isDisabled={name.trim() === ""}>
          {t("Start")}
        </Button>
        {known.length > 0 && <KnownPeople names={known} onUse={use} />}
      </form>
    </main>
  );
}

function KnownPeople({ names, onUse }: { names: string[]; onUse: (name: string) => void }) {
  return (
    <div className="stack">
      <p className="small faint">{t("Or go on as somebody who has worked in this project:")}</p>
      <div className="welcome-names">
        {names.map((name) => (
          <Button key={name} onPress={() => onUse(name)}>
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}
