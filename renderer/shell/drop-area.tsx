import { FileDown } from "lucide-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { droppedFiles } from "../dialogs/dropped-files.ts";
import type { DroppedFile } from "../doors/door.ts";
import { importFiles } from "../import/import-flow.ts";
import { toastError } from "../look/toasts.tsx";
import { t } from "../messages.ts";
import { isPackage, mergeDropped } from "../packages/pick-packages.ts";

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

/** Packages are merged; all else is imported. */
async function takeDropped(files: readonly DroppedFile[]): Promise<void> {
  await importFiles(files.filter((file) => !isPackage(file)));
  await mergeDropped(files.filter(isPackage));
}

/** Files and folders can be dropped anywhere on the window; the zone shows itself while they hover. */
export function DropArea({ children }: { children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  // Enter and leave also fire on every element below; only the balance says whether the drag is gone.
  const depth = useRef(0);
  const move = (event: DragEvent, by: number) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth.current += by;
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    droppedFiles(event.dataTransfer.items).then(takeDropped).catch(toastError);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; importing has a button and keys
    <div
      className="drop-area"
      onDragEnter={(event) => move(event, 1)}
      onDragOver={(event) => move(event, 0)}
      onDragLeave={(event) => move(event, -1)}
      onDrop={drop}
    >
      {children}
      {isOver && (
        <div className="drop-zone" aria-hidden>
          <FileDown />
          <p className="strong">{t("Drop reports here to import them")}</p>
          <p className="soft">
            {t("PDF, Word, JATS, HTML and text files, brat pairs, and folders of them")}
          </p>
        </div>
      )}
    </div>
  );
}
