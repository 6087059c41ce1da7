/** What pdf.js calls its errors; some have the stack of another error. */
const ofPdfJs = /Exception$|^FormatError$|^(?:Jpeg|Jpx|Jbig2|DNLMarker|EOIMarker)Error$/;

/**
 * pdf.js leaves promises behind that nobody waits for. In a damaged file they fail, for which Node
 * would end the thread and the reading of the file with it; what is waited for fails as ever.
 */
export function outliveStrayRejections(): void {
  process.on("unhandledRejection", (reason) => {
    const isStray =
      reason instanceof Error &&
      (ofPdfJs.test(reason.name) || /pdf(?:js-dist|\.worker)/.test(reason.stack ?? ""));
    if (!isStray) throw reason;
  });
}
