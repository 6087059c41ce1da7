import { Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { TextArea, TextField } from "react-aria-components";
import { call } from "../api.ts";
import { Button } from "../look/button.tsx";
import { toast, toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { write } from "../state/app-store.ts";

/** The whole scheme as YAML: to read, to change, to keep under version control. */
export function YamlEditor() {
  const [saved, setSaved] = useState<string | null>(null);
  const [text, setText] = useState("");
  useEffect(() => {
    call("scheme.readYaml", {})
      .then(({ yaml }) => {
        setSaved(yaml);
        setText(yaml);
      })
      .catch(toastError);
  }, []);
  if (saved === null) return null;
  const isChanged = text !== saved;
  const save = async () => {
    if (await write("scheme.replaceYaml", { yaml: text }))
      toast({ tone: "success", text: t("The scheme is saved.") });
  };
  const copy = () =>
    navigator.clipboard
      .writeText(text)
      .then(() => toast({ text: t("The scheme is copied.") }))
      .catch(toastError);
  return (
    <div className="yaml">
      <TextField
        aria-label={t("The scheme as YAML")}
        value={text}
        onChange={setText}
        className="grow"
      >
        <TextArea className="yaml-text" spellCheck={false} />
      </TextField>
      <footer className="yaml-footer">
        <span className="grow faint">
          {t(isChanged ? "Changed, not saved yet." : "This is what the project holds.")}
        </span>
        <Button variant="quiet" icon={Copy} onPress={copy}>
          {t("Copy")}
        </Button>
        <Button onPress={() => setText(saved)} isDisabled={!isChanged}>
          {t("Discard changes")}
        </Button>
        <Button variant="primary" onPress={save} isDisabled={!isChanged}>
          {t("Save")}
        </Button>
      </footer>
    </div>
  );
}
