/**
 * The browser tells of a moved selection some time later. ProseMirror must have heard of it before
 * a key looks what is selected, and before drawing, which would put back the selection it knows.
 */
export function catchUp(): void {
  document.dispatchEvent(new Event("selectionchange"));
}
