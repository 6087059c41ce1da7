import type { DroppedFile } from "../doors/door.ts";

/** The files of a drop, with those of its folders at any depth. Must be called while the event runs. */
export async function droppedFiles(items: DataTransferItemList): Promise<DroppedFile[]> {
  // The list is emptied when the event ends, so the entries are taken out before the first wait.
  const found: DroppedFile[] = [];
  const entries: FileSystemEntry[] = [];
  for (const item of items) {
    const entry = item.webkitGetAsEntry();
    const file = entry ? null : item.getAsFile();
    if (entry) entries.push(entry);
    // A file that another program hands over, such as a mail's attachment, has no entry.
    if (file) found.push({ file, path: file.name });
  }
  for (const entry of entries) await collect(entry, found);
  return found;
}

async function collect(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
  if (isFile(entry)) found.push({ file: await fileOf(entry), path: entry.fullPath.slice(1) });
  else if (isFolder(entry))
    for (const child of await childrenOf(entry)) await collect(child, found);
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader answers with about a hundred entries at a time, and with none at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return children;
    children.push(...some);
  }
}
