import type { DroppedFile } from "../doors/door.ts";

// Asking one item whether it is a folder takes a browser a fifth of a millisecond, while nothing moves.
const mostAsked = 500;

/** The files of a drop, with those of its folders at any depth. Must be called while the event runs. */
export async function droppedFiles(items: DataTransferItemList): Promise<DroppedFile[]> {
  // The list is emptied when the event ends, so everything is taken out before the first wait.
  const found: DroppedFile[] = [];
  const folders: FileSystemDirectoryEntry[] = [];
  const isAsked = items.length <= mostAsked ? () => true : mayBeFolder;
  for (const item of items) {
    const file = item.getAsFile();
    const entry = isAsked(file) ? item.webkitGetAsEntry() : null;
    if (entry && isFolder(entry)) folders.push(entry);
    // A file that another program hands over, such as a mail's attachment, has no entry.
    else if (file) found.push({ file, path: file.name });
  }
  const within = await Promise.all(folders.map(filesIn));
  return [...found, ...within.flat()];
}

/** A folder that is called like a file is found out when it is read, and said then. */
function mayBeFolder(file: File | null): boolean {
  return file === null || !/\.[a-z]{2,8}$/i.test(file.name);
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<DroppedFile[]> {
  const children = await childrenOf(folder);
  const files = children.filter(isFile);
  const found: DroppedFile[][] = [];
  for (let first = 0; first < files.length; first += openedAtOnce)
    found.push(await Promise.all(files.slice(first, first + openedAtOnce).map(dropped)));
  // One after the other, so that a deep tree does not ask for all of its folders at once.
  for (const child of children.filter(isFolder)) found.push(await filesIn(child));
  return found.flat();
}

// So that the page still moves while thousands are opened.
const openedAtOnce = 100;

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
