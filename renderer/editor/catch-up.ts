interface Ends {
  anchorNode: Node | null;
  anchorOffset: number;
  focusNode: Node | null;
  focusOffset: number;
}

/** Where the selection was when the page was last told that it moved. */
let told: Ends | null = null;
document.addEventListener("selectionchange", () => {
  told = ends();
});

/**
 * The browser tells of a moved selection some time later. ProseMirror must have heard of it before
 * a key looks what is selected, and before drawing, which would put back the selection it knows.
 */
export function catchUp(): void {
  if (!isTold()) document.dispatchEvent(new Event("selectionchange"));
}

function ends(): Ends | null {
  const selection = getSelection();
  if (!selection) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return { anchorNode, anchorOffset, focusNode, focusOffset };
}

function isTold(): boolean {
  const now = ends();
  return (
    now?.anchorNode === told?.anchorNode &&
    now?.anchorOffset === told?.anchorOffset &&
    now?.focusNode === told?.focusNode &&
    now?.focusOffset === told?.focusOffset
  );
}
