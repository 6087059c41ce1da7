import { useRef, useState } from "react";
import type { Exported } from "../../shared/contract/exports.ts";
import type { Input, Progress } from "../../shared/contract.ts";
import { call, door } from "../api.ts";
import { toastError } from "../look/toasts.tsx";

/** What the form asks for; the place is asked for when the export starts. */
export type ExportChoice = Omit<Input<"export.run">, "ticket">;

type ExportState =
  | { step: "choosing" }
  | { step: "running"; progress: Progress }
  | { step: "done"; result: Exported };

/** One export from its start to its result; a failure leads back to the choice. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ step: "choosing" });
  const controller = useRef<AbortController | null>(null);
  const start = async (choice: ExportChoice) => {
    controller.current = new AbortController();
    const { signal } = controller.current;
    try {
      const ticket = await pickPlace();
      if (ticket === undefined) return;
      setState({ step: "running", progress: { done: 0, total: 0, doing: "" } });
      const onProgress = (progress: Progress) => setState({ step: "running", progress });
      const result = await call("export.run", { ...choice, ticket }, { signal, onProgress });
      download(result);
      setState({ step: "done", result });
    } catch (error) {
      setState({ step: "choosing" });
      toastError(error);
    }
  };
  return { state, start, cancel: () => controller.current?.abort() };
}

/** A ticket for the place picked; null where the page downloads; undefined when none was picked. */
async function pickPlace(): Promise<string | null | undefined> {
  if (!door.pickExportFolder) return null;
  const [ticket] = await door.pickExportFolder();
  return ticket;
}

/** Starts the browser's download where the host could not write to a place of the person's. */
export function download({ download: ticket }: Exported): void {
  if (ticket === null || !door.downloadAddress) return;
  const link = document.createElement("a");
  link.href = door.downloadAddress(ticket);
  link.download = "";
  link.click();
}
