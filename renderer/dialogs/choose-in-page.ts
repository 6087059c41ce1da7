import type { DroppedFile } from "../doors/door.ts";

interface Wanted {
  folder?: boolean;
  accept?: string;
  several?: boolean;
}

/** The browser's own file dialog, where the host has none; empty when nothing was chosen. */
export function chooseInPage({ folder, accept, several }: Wanted): Promise<DroppedFile[]> {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = several ?? false;
  input.webkitdirectory = folder ?? false;
  if (accept) input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener("cancel", () => resolve([]));
    input.addEventListener("change", () => resolve(Array.from(input.files ?? [], withPath)));
    input.click();
  });
}

function withPath(file: File): DroppedFile {
  return { file, path: file.webkitRelativePath || file.name };
}
