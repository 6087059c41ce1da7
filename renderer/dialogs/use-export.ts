import { useRef, useState } from "react";
import type { Exported } from "../../shared/contract/exports.ts";
import type { Input, Progress } from "../../shared/contract.ts";
import type { Loss } from "../../shared/formats/losses.ts";
import { call, door } from "../api.ts";
import { toastError } from "../look/toasts.tsx";

/** What the form asks for; the place is asked for when the export starts. */
export type ExportChoice = Omit<Input<"export.run">, "ticket">;

type ExportState =
  | { step: "choosing" }
  | { step: "running"; progress: Progress }
  /** The format cannot hold all of it, and the person is asked. */
  | { step: "losing"; losses: Loss[]; choice: ExportChoice }
  | { step: "done"; result: Exported };

/** One export from its start to its result; a failure leads back to the choice. */
export function useExport() {
  const [state, setState] = useState<ExportState>({ step: "choosing" });
  const controller = useRef<AbortController | null>(null);
  const back = () => setState({ step: "choosing" });
  const run = async (work: (watch: Watch) => Promise<void>) => {
    controller.current = new AbortController();
    const { signal } = controller.current;
    const onProgress = (progress: Progress) => setState({ step: "running", progress });
    try {
      await work({ signal, onProgress });
    } catch (error) {
      back();
      toastError(error);
    }
  };
  const write = (choice: ExportChoice) =>
    run(async (watch) => {
      const ticket = await pickPlace();
      if (ticket === undefined) return back();
      watch.onProgress(nothingYet);
      const result = await call("export.run", { ...choice, ticket }, watch);
      download(result);
      setState({ step: "done", result });
    });
  const start = (choice: ExportChoice) =>
    run(async (watch) => {
      watch.onProgress(nothingYet);
      const { losses } = await call("export.losses", choice, watch);
      if (losses.length > 0) setState({ step: "losing", losses, choice });
      else await write(choice);
    });
  return { state, start, write, back, cancel: () => controller.current?.abort() };
}

interface Watch {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

const nothingYet: Progress = { done: 0, total: 0, doing: "" };

/** A ticket for the place picked; null where the page downloads; undefined when none was picked. */
export async function pickPlace(): Promise<string | null | undefined> {
  if (!door.pickExportFolder) return null;
  const [ticket] = await door.pickExportFolder();
  return ticket;
}

/** Starts the browser's download where the host could not write to a place of the person's. */
export function download({ download: ticket }: Pick<Exported, "download">): void {
  if (ticket === null || !door.downloadAddress) return;
  const link = document.createElement("a");
  link.href = door.downloadAddress(ticket);
  link.download = "";
  link.click();
}
