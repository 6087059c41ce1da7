import { decodeDos } from "./dos.ts";
import { cesu8ToUtf8 } from "./utf8.ts";

export interface Decoded {
  text: string;
  /** How many times U+FFFD stands for bytes that are no character of the encoding. */
  lost: number;
}

type Decode = (bytes: Uint8Array) => Decoded;

/** Encodings that a TextDecoder does not know. */
const own: Record<string, Decode> = {
  "utf-32le": (bytes) => decodeUtf32(bytes, true),
  "utf-32be": (bytes) => decodeUtf32(bytes, false),
  ibm437: (bytes) => ({ text: decodeDos(bytes, "ibm437"), lost: 0 }),
  ibm850: (bytes) => ({ text: decodeDos(bytes, "ibm850"), lost: 0 }),
  "cesu-8": (bytes) => decodeStandard("utf-8", cesu8ToUtf8(bytes) ?? bytes),
};

/** The usual name of an encoding ("latin1" is windows-1252, as on the web); null for one that is not known. */
export function encodingNamed(label: string): string | null {
  const name = label.trim().toLowerCase().replaceAll("_", "-");
  const alias = name.replace(/^(?:cp|x-cp)-?(?=125\d$)/, "windows-").replace(/^cp(?=\d)/, "ibm");
  if (Object.hasOwn(own, alias)) return alias;
  for (const candidate of [label, alias])
    try {
      return new TextDecoder(candidate).encoding;
    } catch {
      // Not a label of the Encoding Standard.
    }
  return null;
}

/** The bytes as text of an encoding that `encodingNamed` gave; without a byte order mark. */
export function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  return own[encoding]?.(bytes) ?? decodeStandard(encoding, bytes);
}

function decodeStandard(encoding: string, bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), lost: 0 };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, lost: text.split("\uFFFD").length - 1 };
  }
}

function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  let lost = bytes.length % 4 === 0 ? 0 : 1;
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittleEndian);
    const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    if (!isCharacter) lost += 1;
    if (at > 0 || code !== 0xfeff)
      characters.push(isCharacter ? String.fromCodePoint(code) : "\uFFFD");
  }
  return { text: characters.join(""), lost };
}
