import type { DroppedFile } from "../doors/door.ts";

/** The files of a drop, with those of its folders at any depth. Must be called while the event runs. */
export async function droppedFiles(items: DataTransferItemList): Promise<DroppedFile[]> {
  // The list is emptied when the event ends, so everything is taken out before the first wait.
  const found: DroppedFile[] = [];
  const folders: FileSystemDirectoryEntry[] = [];
  for (const item of items) {
    const entry = item.webkitGetAsEntry();
    const file = item.getAsFile();
    if (entry && isFolder(entry)) folders.push(entry);
    // A file that another program hands over, such as a mail's attachment, has no entry.
    else if (file) found.push({ file, path: file.name });
  }
  const within = await Promise.all(folders.map(filesIn));
  return [...found, ...within.flat()];
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<DroppedFile[]> {
  const children = await childrenOf(folder);
  const files = await Promise.all(children.filter(isFile).map(dropped));
  const found: DroppedFile[][] = [files];
  // One after the other, so that a deep tree does not ask for all of its folders at once.
  for (const child of children.filter(isFolder)) found.push(await filesIn(child));
  return found.flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

function dropped(entry: FileSystemFileEntry): Promise<DroppedFile> {
  const path = entry.fullPath.slice(1);
  return new Promise((resolve, reject) => entry.file((file) => resolve({ file, path }), reject));
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
