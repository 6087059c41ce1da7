import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request came to us by our own name. Stops DNS rebinding: a page of another name that
 * resolves to this machine still sends its own Host.
 */
export function isOurHost({ host }: IncomingHttpHeaders, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

/**
 * Whether a request comes from the page that we served. Any site the person has open can send
 * requests to 127.0.0.1, so the address alone proves nothing. Host stops DNS rebinding, Origin stops
 * other sites, the token stops other programs of other people on a shared machine.
 */
export function isOurPage(headers: IncomingHttpHeaders, port: number, token: string): boolean {
  if (!isOurHost(headers, port)) return false;
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`) return false;
  return sameSecret(headers.authorization ?? "", `Bearer ${token}`);
}

function sameSecret(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
