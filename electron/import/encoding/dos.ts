/* Code pages of DOS that the Encoding Standard leaves out, as Unicode's own tables have them. */

/** The bytes from 0x80 on, in their order. */
const upperHalves = {
  ibm437:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
    "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
  ibm850:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
    "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
} as const;

/** Text in a code page of DOS; every byte is a character of it. */
export function decodeDos(bytes: Uint8Array, page: keyof typeof upperHalves): string {
  const upper = upperHalves[page];
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\xff]/g, (sign) => upper.charAt(sign.charCodeAt(0) - 0x80));
}
