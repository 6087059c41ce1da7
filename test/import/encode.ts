const doubles = new Set(["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr"]);

/** The text in an encoding that only a TextDecoder knows: its table turned round. */
export function encode(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding);
  const bytes = Array.from(text, (sign) => {
    const found = table.get(sign);
    if (!found) throw new RangeError(`${encoding} has no "${sign}"`);
    return found;
  });
  return Uint8Array.from(bytes.flat());
}

function tableOf(encoding: string): ReadonlyMap<string, number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  const add = (...bytes: number[]) => {
    const sign = decoder.decode(Uint8Array.from(bytes));
    if ([...sign].length === 1 && sign !== "\ufffd" && !table.has(sign)) table.set(sign, bytes);
  };
  for (let byte = 0; byte < 256; byte++) if (byte < 128 || !doubles.has(encoding)) add(byte);
  if (doubles.has(encoding))
    for (let lead = 0x81; lead < 0xff; lead++)
      for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  return table;
}
