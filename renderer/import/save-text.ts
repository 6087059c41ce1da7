/** Gives a text to the person as a file, by the page's own means. */
export function saveText(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken what it needs once the click is through.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
