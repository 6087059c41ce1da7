/*
 * Names that belong to nobody in particular: put together from syllables, so that two people of one case are
 * hardly ever given the same.
 */

const female =
  "Adina Almira Amenie Arva Belisa Brenda Calla Cilia Corisande Dalia Delphine Elowen Elvira Fenja Fiora Galina Halina Idalia Ilva Isaura Jorina Kalinka Lavina Liora Lorella Malwine Merle Mirella Nelda Odina Orla Perdita Ravenna Rosina Selma Tabea Thelma Undine Velma Wanda Zelda".split(
    " ",
  );
const male =
  "Alarik Amadeo Anselm Arvid Balduin Brandon Caspar Corin Dorian Edgar Elmar Falk Fedor Fergus Gideon Hagen Hilmar Ingmar Ivo Jaron Joris Kasimir Lambert Leander Lorin Magnus Marek Merlin Nestor Odo Orlando Percy Quentin Radek Rufus Silvan Tarek Tilman Urban Valdemar Wendel".split(
    " ",
  );
const familyHeads =
  "Ald Arn Bell Bran Brem Cal Cor Dal Dorn Elm Fal Fenn Gar Grim Hal Harn Ild Jarl Kel Lam Lind Lor Mar Mell Nor Orl Pell Quen Rad Ros Sand Sel Tam Thal Urs Val Vel Wal Wern Zell".split(
    " ",
  );
const familyTails =
  "acker ander ardi auer bach bart beck berg dal den dorf eau egger elin elli ente er ero ert es etti feld gren hart heim ic ier in ing ini inski it ler lund man mond nau nell ner no ova ow quist rand rich rin ros sen son stedt ström tal ton vall vers wald well wick wood".split(
    " ",
  );
const placeHeads =
  "Alt Ams Bar Bel Bir Brei Cal Can Dor Eich El Fal Fern Gal Grun Hal Hoch Il Kar Lan Lich Mal Mon Nor Ober Or Pal Ren Ros Sal Sil Tal Ul Val Vil Wes Win Zel".split(
    " ",
  );
const placeTails =
  "bach berg borne bruck bury court dale den feld ford gate haven heim hill lona mar mont mora nau rose stadt stein tal ton vale veda wald wick wil".split(
    " ",
  );

/** Draws a number below a limit. */
type Draw = (limit: number, what: string) => number;

const one = (list: readonly string[], draw: Draw, what: string): string =>
  list[draw(list.length, what)] ?? "";

export const femaleName = (draw: Draw) => one(female, draw, "female");
export const maleName = (draw: Draw) => one(male, draw, "male");
export const familyName = (draw: Draw) =>
  one(familyHeads, draw, "family head") + one(familyTails, draw, "family tail");
export const placeName = (draw: Draw) =>
  one(placeHeads, draw, "place head") + one(placeTails, draw, "place tail");
