import { deflateRawSync } from "node:zlib";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { sha256 } from "../sha256.ts";
import type { Arrival } from "./arrivals.ts";

/** A document as if it had come as a text file, whose bytes are its text. */
export function plainArrival(document: AnnotatedDocument): Arrival {
  const bytes = Buffer.from(document.text);
  const hash = sha256(bytes);
  return {
    document,
    warnings: [],
    textSha256: hash,
    extraction: null,
    source: {
      ...{ name: `${document.name}.txt`, sha256: hash, size: bytes.length },
      deflated: deflateRawSync(bytes),
    },
  };
}
