/*
 * Words of addresses, institutions and names that say of what sort they are, and not which one. In small
 * letters; they stay as they are.
 */
const words =
  "street st road rd avenue ave lane ln drive dr boulevard blvd court ct close crescent terrace way place square parkway pkwy highway hwy gardens row mews apt apartment suite unit flat box po p o north south east west upper lower " +
  "straße strasse str weg platz allee gasse ring damm ufer chaussee am an im in der den dem des die das zum zur auf unter postfach stock " +
  "rue avenue av boulevard bd place chemin impasse allée allées quai route cours passage faubourg villa sentier résidence bis ter étage bât appt cedex bp " +
  "calle c cl avda av avenida avinguda paseo pº pso passeig plaza pza pz pl plaça praza ronda carretera ctra camino cno travesía travessera rúa rua carrer urbanización urb polígono pol glorieta gran vía bulevar cuesta pasaje barrio colonia apdo apartado correos autovía alameda rambla edificio ed residencial piso planta esc portal bloque puerta izq izquierda dcha drcha bajo s n sn nº no núm km cp nr num " +
  "hospital hospitales hospitals clínica clinica clinic clinics policlínica complejo hospitalario complexo hospitalaria centro centros center centre salud health healthcare system service services medical medicine school college university universities universitario universitaria universidad universitat universitari universitäts universitätsklinikum universitätsklinik universitätsspital klinikum klinik krankenhaus spital kantonsspital kreiskrankenhaus institut institute institutes instituto fundación foundation trust nhs general regional provincial municipal central nacional national clínico clinical facultad faculty faculté université hôpital hôpitaux hospitalier universitaire polyclinique clinique laboratory laboratories laboratoire laboratorios laboratorio cancer oncology pathology pathologie praxis gemeinschaftspraxis servicio servei área department pediatric children children's memorial community sanatorio residencia asociación consorcio parc maison mvz chu chru chr ch ehpad und and et y e de del la las los el le les du von of the for at da do dos à sur für inc gmbh ltd infirmary hospice nursing home group associates ciudad justicia ";
const titles =
  "dr dra prof mr mrs ms miss mme mlle monsieur madame docteur professeur doctor doctora doctors professor herr herrn frau sr sra srta señor señora don doña dña med md phd mbbs";
const particles =
  "von van vom zu zum zur ten ter der den dem de del la las los le du des da do dos y e i d l bin ben al di el st";

const ofTitles: ReadonlySet<string> = new Set(titles.split(" "));
const ofParticles: ReadonlySet<string> = new Set(particles.split(" "));
const ofPlaces: ReadonlySet<string> = new Set(words.split(" "));

/** Titles, and small words that are written small: "Le" and "Do" are somebody's name. */
export const isBesideNames = (word: string): boolean =>
  ofTitles.has(word.toLowerCase()) || ofParticles.has(word);

export const isOfPlaces = (word: string): boolean => {
  const small = word.toLowerCase();
  return ofPlaces.has(small) || ofTitles.has(small) || ofParticles.has(small);
};
