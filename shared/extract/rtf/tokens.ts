/** What an RTF file is made of. */
export type Token =
  | { kind: "open" }
  | { kind: "close" }
  /** A control word such as `\u8364`. */
  | { kind: "word"; name: string; value: number | null }
  /** A control sign such as `\~`. */
  | { kind: "sign"; sign: string }
  /** Characters in the code page of their font. */
  | { kind: "bytes"; bytes: Uint8Array };

const open = 0x7b;
const close = 0x7d;
const backslash = 0x5c;

/** Takes RTF apart; never fails, since every byte is part of some token. Binary data is passed over. */
export function* rtfTokens(bytes: Uint8Array): Generator<Token, void> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === open || byte === close) {
      yield { kind: byte === open ? "open" : "close" };
      at += 1;
    } else if (byte === 0x0a || byte === 0x0d) at += 1;
    else if (byte !== backslash) {
      const end = endOfText(bytes, at);
      yield { kind: "bytes", bytes: bytes.subarray(at, end) };
      at = end;
    } else {
      const { token, end } = controlAt(bytes, at + 1);
      yield token;
      at = end;
    }
  }
}

function endOfText(bytes: Uint8Array, from: number): number {
  let at = from;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === open || byte === close || byte === backslash || byte === 0x0a || byte === 0x0d)
      break;
  }
  return at;
}

function controlAt(bytes: Uint8Array, at: number): { token: Token; end: number } {
  const sign = String.fromCharCode(bytes[at] ?? 0x20);
  if (sign === "'") return hexAt(bytes, at + 1);
  if (!/[A-Za-z]/.test(sign)) return { token: { kind: "sign", sign }, end: at + 1 };
  const head = String.fromCharCode(...bytes.subarray(at, at + 48));
  const [whole = "", name = "", digits] = /^([A-Za-z]{1,32})(-?\d{1,10})? ?/.exec(head) ?? [];
  const value = digits === undefined ? null : Number(digits);
  const skipped = name === "bin" ? Math.max(0, value ?? 0) : 0;
  return { token: { kind: "word", name, value }, end: at + whole.length + skipped };
}

function hexAt(bytes: Uint8Array, at: number): { token: Token; end: number } {
  const digits = String.fromCharCode(...bytes.subarray(at, at + 2));
  const byte = Number.parseInt(digits, 16);
  const isByte = /^[0-9a-f]{2}$/i.test(digits);
  return {
    token: { kind: "bytes", bytes: Uint8Array.of(...(isByte ? [byte] : [])) },
    end: isByte ? at + 2 : at,
  };
}
