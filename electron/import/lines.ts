/**
 * The lines of a file as bytes, without their line feeds. Only "\n" ends a line: Node's readline also
 * splits at U+2028, which JSON may hold, and takes bytes that are no text for question marks.
 * @throws RangeError for a line of more bytes than `most`, before it is put together.
 */
export async function* linesOf(
  file: AsyncIterable<Uint8Array>,
  most: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<Buffer, void> {
  let pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of file) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...pieces, chunk.subarray(start, end)]);
      pieces = [];
      bytes = 0;
      start = end + 1;
    }
    pieces.push(chunk.subarray(start));
    bytes += chunk.length - start;
    if (bytes > most) throw new RangeError(`a line of more than ${most} bytes`);
  }
  const rest = Buffer.concat(pieces);
  if (rest.length > 0) yield rest;
}
