/** SHA-256 of a text in UTF-8, as 32 bytes (FIPS 180-4). Ours, since `shared/` has neither Node's nor a page's. */
export function sha256(text: string): Uint8Array {
  const bytes = padded(utf8(text));
  const state = Uint32Array.from(firstState);
  const words = new Uint32Array(64);
  for (let block = 0; block < bytes.length; block += 64) {
    spread(bytes, block, words);
    compress(state, words);
  }
  const result = new Uint8Array(32);
  const view = new DataView(result.buffer);
  for (const [at, word] of state.entries()) view.setUint32(at * 4, word);
  return result;
}

const firstPrimes = Array.from({ length: 310 }, (_, at) => at + 2)
  .filter(
    (number) =>
      !Array.from({ length: number - 2 }, (_, at) => at + 2).some((by) => number % by === 0),
  )
  .slice(0, 64);
/** The first 32 bits behind the point. */
const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32);
const firstState = firstPrimes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const constants = Uint32Array.from(firstPrimes, (prime) => fraction(Math.cbrt(prime)));

/** What follows a text is one bit, zeros, and its length in bits, up to a whole block of 64 bytes. */
function padded(message: Uint8Array): Uint8Array {
  const all = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  all.set(message);
  all[message.length] = 0x80;
  new DataView(all.buffer).setUint32(all.length - 4, message.length * 8);
  return all;
}

const rotated = (word: number, by: number) => (word >>> by) | (word << (32 - by));
const of = (words: Uint32Array, at: number) => words[at] ?? 0;

function spread(bytes: Uint8Array, block: number, words: Uint32Array): void {
  const view = new DataView(bytes.buffer, block, 64);
  for (let at = 0; at < 16; at += 1) words[at] = view.getUint32(at * 4);
  for (let at = 16; at < 64; at += 1) {
    const [early, late] = [of(words, at - 15), of(words, at - 2)];
    const first = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const second = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    words[at] = of(words, at - 16) + first + of(words, at - 7) + second;
  }
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at += 1) {
    const upper = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const first = (h + upper + ((e & f) ^ (~e & g)) + of(constants, at) + of(words, at)) | 0;
    const lower = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const second = (lower + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = of(state, at) + word;
}

function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return Uint8Array.from(bytes);
}

const tail = (code: number) => 0x80 | (code & 0x3f);
