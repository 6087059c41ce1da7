import { call, door } from "../api.ts";
import { chooseInPage } from "../dialogs/choose-in-page.ts";
import { saveText } from "../import/save-text.ts";
import { toastError } from "../look/toasts.tsx";
import { proposed } from "./replace.ts";

/** Lets the person pick a YAML file or an annotation.conf, and shows what it would change. */
export async function readSchemeFile(): Promise<void> {
  try {
    const [ticket] = await pick();
    if (ticket === undefined) return;
    const { name, scheme, warnings } = await call("scheme.readFile", { ticket });
    proposed.set({ from: { file: name }, scheme, warnings });
  } catch (error) {
    toastError(error);
  }
}

async function pick(): Promise<string[]> {
  if (door.pickFiles) return door.pickFiles();
  const files = await chooseInPage({ accept: ".yaml,.yml,.conf" });
  return files.length > 0 ? door.ticketsForFiles(files, {}) : [];
}

/** Gives the scheme to the person as a YAML file. */
export async function saveSchemeFile(name: string): Promise<void> {
  try {
    const { yaml } = await call("scheme.readYaml", {});
    saveText(`${name.replace(/[\\/:*?"<>|]/g, " ")}.yaml`, "application/yaml", yaml);
  } catch (error) {
    toastError(error);
  }
}
