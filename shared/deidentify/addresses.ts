import type { Rule } from "./candidate.ts";
import { begin, byPattern, capital, gapOrLine, particle } from "./patterns.ts";
import { calledAfterTown, townPattern } from "./places.ts";

const space = "[ \\t\\u00A0]{1,2}";
const small = `(?:${particle}${space}){0,3}`;
const place = `(?:St\\. )?${capital}(?:(?:${space}${small}|,[ ])?${capital}){0,4}`;

/** Where in a house: ", 3º B", ", piso 2", " 1. Stock". */
const inHouse =
  "(?:,?[ ]{0,2}(?:(?:n[º°o]?\\.?|núm\\.?|nr\\.?|piso|planta|esc\\.?|portal|bloque|puerta|apt\\.?|apartment|suite|unit|#|bât\\.?|appt\\.?|étage|Ed\\.|Km\\.?)[ ]?)?(?:\\d{1,4}(?:[ ]?[.]?[ºªo°])?[ ]?(?:[A-Za-z](?![\\p{L}])|bis|ter|izq(?:uierda|da)?|dcha|drch?a)?|[A-F](?![\\p{L}])|[sS]/[nN]|bajo|izq|\\d?[ºª]))";
const number = `${inHouse}(?:${inHouse}|[ ]?[\\-–][ ]?${inHouse}){0,4}`;

const spanish =
  "(?:C/\\.?|c/\\.?|Cl\\.|Calle|calle|CALLE|Avda\\.?|Av\\.?|Avenida|avenida|Avinguda|Paseo|paseo|Pº|P\\.º|Pso\\.?|Passeig|Plaza|plaza|Pza\\.?|Pz\\.?|Pl\\.|Plaça|Praza|Ronda|ronda|Carretera|carretera|Ctra\\.?|Camino|camino|Cno\\.|Travesía|Travessera|Rúa|rúa|Rua|Carrer|Urbanización|Urb\\.?|Polígono|Pol\\.|Glorieta|Gran Vía|Bulevar|Cuesta|Pasaje|Barrio|Bº|Colonia|Apdo\\.?|Apartado(?: de correos)?|Autovía|Alameda|Rambla|Costanilla|Callejón|Edificio|Residencial)";
const french =
  "(?:[Rr]ue|RUE|[Aa]venue|[Aa]v\\.|[Bb]oulevard|[Bb]d|[Pp]lace|[Cc]hemin|[Ii]mpasse|[Aa]llées?|[Qq]uai|[Rr]oute|[Cc]ours|[Ss]quare|[Pp]assage|[Ff]aubourg|[Vv]illa|[Ss]entier|[Rr]ésidence)";
const germanTail =
  "(?:[Ss]traße|[Ss]trasse|[Ss]tr\\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer|[Cc]haussee|[Ss]teig|[Hh]of|[Mm]arkt|[Bb]erg|[Gg]raben|[Zz]eile|[Ww]all)";
const englishTail =
  "(?:Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Ln\\.?|Drive|Dr\\.?|Boulevard|Blvd\\.?|Court|Ct\\.?|Close|Crescent|Terrace|Way|Place|Square|Parkway|Pkwy\\.?|Highway|Hwy\\.?|Gardens|Row|Mews)";

const states =
  "(?:A[LKZR]|C[AOT]|DE|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|DC)";

const streets: readonly [string, RegExp][] = [
  [
    "Spanish street",
    new RegExp(
      `${begin}${spanish}[ ]{0,2}(?:${small}(?:Dr\\.?[ ]?)?(?:${capital}|\\p{Lu}\\.|\\p{Lu}-\\d{1,4}|\\d{1,3}(?=[ ]de))[ ,]{0,2}){1,7}(?:${number})?`,
      "gu",
    ),
  ],
  [
    "Spanish street in small letters",
    new RegExp(
      `${begin}(?:[Cc]/|[Cc]alle|[Aa]vda\\.?|[Aa]venida|[Pp]aseo|[Pp]laza)[ ]{0,2}[\\p{L}. ]{3,40}?,?[ ]{1,2}(?:\\d{1,4}|s/n)(?:${inHouse}){0,4}`,
      "gu",
    ),
  ],
  [
    "French street",
    new RegExp(
      `${begin}(?:\\d{1,4}(?:[ ]?(?:bis|ter|[A-D]))?,?[ ]{1,2})${french}[ ](?:${small}(?:${capital}|\\d{1,2})[ ]?){1,6}`,
      "gu",
    ),
  ],
  [
    "German street",
    new RegExp(
      `${begin}(?:${capital}[ \\-]){0,3}(?:\\p{Lu}[\\p{L}\\-]{1,25}${germanTail}|(?:Straße|Platz|Weg|Allee|Str\\.)(?=[ ])(?:[ ]${small}${capital}){1,3}|Am ${capital}|An der ${capital}|Im ${capital})[ ]\\d{1,4}[ ]?[a-h]?(?:[ ]?[-–][ ]?\\d{1,4})?(?![\\p{L}\\d]|[.,]\\d|[ ]?(?:cm|mm|mg|ml|%))`,
      "gu",
    ),
  ],
  [
    "English street",
    new RegExp(
      `${begin}\\d{1,5}[A-Z]?,?[ ](?:(?:North|South|East|West|[NSEW]\\.?)[ ])?(?:(?:${capital}|\\d{1,3}(?:st|nd|rd|th))[ ]){1,4}${englishTail}(?:,?[ ](?:Apt\\.?|Apartment|Suite|Unit|Flat|#)[ ]?[\\dA-Z]{1,5})?(?![\\p{L}\\d])|${begin}(?:P\\.?[ ]?O\\.?[ ]Box|Postfach|B\\.?P\\.?|Apdo\\.?(?: de correos)?)[ ]\\d{2,6}`,
      "gu",
    ),
  ],
];

/** What follows a postcode: towns, provinces and countries, with signs between and in brackets. */

const towns = "(?:[ ]{0,2}[,./()\\-–]{1,3}[ ]{0,2}[(]?|[ ]{1,2})";
const stop =
  "(?!(?:E-?mail|e-?mail|Email|Correo|Tel|Tfno|Tlf|Teléfono|Fax|FAX|Hospital|Servicio|Dr|Dra|Phone|Remitido|Responsable|Datos|Diagnos\\p{L}*|The|She|He|An?|On|In|It|This|After|(?:El|Los|Las)(?! \\p{Lu})|Se|En|Al|Tras|Der|Die|Das|Es|Les|Il|Elle)(?![\\p{Ll}]))";
const town = `(?:${capital}(?:${space}${stop}${small}${capital}){0,4})`;

/** As Europeans put it before a postcode: "D-10117", "CH-3010". */
const country = "(?:(?:D|E|F|A|CH|ES)[- ])?";

const label =
  "domicilio|dirección(?: postal)?|address|home address|street|adresse|anschrift|wohnhaft|wohnort|wohnhaft in|localidad(?:/ ?provincia)?|provincia|población|municipio|ciudad|lugar de nacimiento|país(?: de nacimiento| de origen)?|c\\.?p\\.?|código postal|town|city|county|zip(?: code)?|postcode|postal code|country(?: of birth)?|place of birth|ort|plz|geburtsort|land|ville|code postal|lieu de naissance|pays|résidence";

const streetAndPostcode = new RegExp(
  `(?<=(?<street>${begin}${capital}(?:[ ]${small}${capital}){0,4},?[ ](?:\\d{1,4}|s/n)(?:${inHouse}){0,3})(?<between>[ ]?[.,\\-–]?[ ]))\\d{5}[ .,]{1,2}(?=\\p{Lu})`,
  "gu",
);

const livesIn =
  "(?:wohnhaft in|wohnt in|lives in|living in|resident of|demeurant à|domiciliée? à|habitant à|residente en|domiciliad[oa] en|vecin[oa] de|natural de)";

export const addressRules: readonly Rule[] = [
  byPattern(
    "address",
    "place where somebody lives",
    new RegExp(
      `(?<head>${begin}${livesIn}[ ])${place}(?:,?[ ]${states}(?![\\p{L}]))?(?:[ ]\\d{5})?`,
      "gu",
    ),
  ),
  ...streets.map(([name, pattern]) => byPattern("address", name, pattern)),
  byPattern(
    "address",
    "place after a form's label",
    new RegExp(
      `(?<head>${begin}(?:${label})[ ]{0,2}[:：]${gapOrLine})[\\p{L}\\p{N}](?:[^\\n.;:]|\\.(?!\\s*\\n|\\s*$|\\s+\\p{Lu}[\\p{L} ]{1,30}:)){0,90}(?<![\\s,])`,
      "giu",
    ),
  ),
  byPattern(
    "address",
    "postcode and place",
    new RegExp(
      // An American place stands before its postcode: behind "MA 02115." something else begins.
      `(?<![\\p{L}\\p{N}]|\\d[.,/\\-]|\\d\\d \\d\\d |,[ ]${states}[ ])(?:${country}(?!(?:19|20)\\d\\d[ ])\\d{4,5}[ ]{0,2}-?|${country}\\d{5}[.,][ ]|\\d{5}[ ][–-])[ ]{0,2}(?=\\p{Lu}[\\p{L}’' ]{2})${stop}${town}(?:${towns}${stop}${town}){0,3}(?![\\p{L}])`,
      "gu",
    ),
  ),
  byPattern(
    "address",
    "postcode after its label",
    new RegExp(
      `(?<head>${begin}(?:C\\.?P\\.?|PLZ|ZIP|zip|[Cc]ódigo [Pp]ostal|[Cc]ode postal|[Pp]ostcode)[ .:]{1,3})\\d{4,5}(?:-\\d{4})?(?!\\d)`,
      "gu",
    ),
  ),
  {
    kind: "address",
    name: "street before a postcode",
    // Looked for from the postcode backwards: there are fewer figures than capital letters.
    find: (text) =>
      Array.from(text.matchAll(streetAndPostcode)).map(({ index, groups }) => {
        const end = index - (groups?.between?.length ?? 0);
        return { start: end - (groups?.street?.length ?? 0), end };
      }),
  },
  byPattern(
    "address",
    "postcode and place",
    new RegExp(
      `${begin}${place},?[ ]${states}[ ]\\d{5}(?:-\\d{4})?(?!\\d)|${begin}[A-PR-UWYZ][A-HK-Y]?\\d[\\dA-Z]?[ ]\\d[ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\d])`,
      "gu",
    ),
  ),
  byPattern(
    "address",
    "large town",
    new RegExp(
      `${begin}${townPattern}(?![\\p{L}\\d])(?!${calledAfterTown})(?:,?[ ]\\d{4,5}(?!\\d))?`,
      "gu",
    ),
  ),
];
