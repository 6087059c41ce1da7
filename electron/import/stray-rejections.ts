/** What pdf.js calls its errors; some have the stack of another error. */
const ofPdfJs = /Exception$|^FormatError$|^(?:Jpeg|Jpx|Jbig2|DNLMarker|EOIMarker)Error$/;

/** pdf.js leaves promises behind that nobody waits for; in a damaged file, or one put away, they fail. */
export function isStray(error: { name?: string | undefined; stack?: string | undefined }): boolean {
  const { name = "", stack = "" } = error;
  return ofPdfJs.test(name) || /pdf(?:js-dist|\.worker)/.test(stack);
}

/** Node would end the thread for them, and the reading of the file with it; what is waited for fails as ever. */
export function outliveStrayRejections(): void {
  process.on("unhandledRejection", (reason) => {
    if (!(reason instanceof Error && isStray(reason))) throw reason;
  });
}
