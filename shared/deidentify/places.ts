/*
 * Large towns, by which a place is told where nothing else says that it is one. Small towns are found by
 * postcodes, labels and addresses around them.
 */
const towns =
  "London|Manchester|Liverpool|Leeds|Glasgow|Bristol|Sheffield|Cardiff|Belfast|Nottingham|Newcastle|Leicester|Southampton|New York|Los Angeles|San Francisco|San Diego|Houston|Philadelphia|Phoenix|Dallas|Seattle|Denver|Atlanta|Miami|Detroit|Minneapolis|Baltimore|St\\. Louis|Pittsburgh|Cleveland|Cincinnati|Nashville|Portland|Las Vegas|Montreal|Montréal|Vancouver|Ottawa|Calgary|Melbourne|Brisbane|Perth|Auckland|" +
  "Berlin|Hamburg|München|Munich|Köln|Cologne|Frankfurt|Stuttgart|Düsseldorf|Leipzig|Dortmund|Essen|Bremen|Dresden|Hannover|Nürnberg|Duisburg|Bochum|Wuppertal|Bielefeld|Bonn|Münster|Karlsruhe|Mannheim|Augsburg|Wiesbaden|Freiburg|Heidelberg|Tübingen|Mainz|Kiel|Lübeck|Magdeburg|Erfurt|Rostock|Jena|Göttingen|Würzburg|Regensburg|Ulm|Marburg|Gießen|Aachen|Wien|Graz|Linz|Salzburg|Innsbruck|Klagenfurt|Zürich|Basel|Lausanne|Luzern|St\\. Gallen|" +
  "Marseille|Lyon|Toulouse|Nice|Nantes|Strasbourg|Montpellier|Bordeaux|Lille|Rennes|Reims|Saint-Étienne|Toulon|Grenoble|Dijon|Angers|Nîmes|Villeurbanne|Clermont-Ferrand|Brest|Limoges|Amiens|Perpignan|Metz|Besançon|Orléans|Rouen|Mulhouse|Caen|Nancy|Avignon|Poitiers|Bruxelles|Brussels|Liège|Anvers|Gand|" +
  "Madrid|Barcelona|Valencia|Sevilla|Zaragoza|Málaga|Murcia|Palma de Mallorca|Las Palmas|Bilbao|Alicante|Córdoba|Valladolid|Vigo|Gijón|A Coruña|La Coruña|Vitoria|Granada|Elche|Oviedo|Badalona|Cartagena|Terrassa|Sabadell|Pamplona|Almería|San Sebastián|Donostia|Santander|Burgos|Albacete|Castellón|Logroño|Badajoz|Salamanca|Huelva|Lleida|Lérida|Tarragona|Jaén|Ourense|Orense|Girona|Gerona|Cádiz|Lugo|Santiago de Compostela|Cáceres|Guadalajara|Toledo|Pontevedra|Palencia|Ciudad Real|Zamora|Ávila|Cuenca|Huesca|Segovia|Soria|Teruel|Móstoles|Alcalá de Henares|Getafe|Leganés|Alcorcón|" +
  "La Habana|Santiago de Chile|Buenos Aires|Bogotá|Medellín|Lima|Quito|Caracas|Ciudad de México|México D\\.? ?F\\.?|Monterrey|Managua|Montevideo|La Paz|" +
  "Tokyo|Osaka|Seoul|Beijing|Shanghai|Mumbai|New Delhi|Istanbul|Ankara|Athens|Lisbon|Lisboa|Madeira|Milan|Milano|Roma|Napoli|Torino|Amsterdam|Rotterdam|Utrecht|Copenhagen|Stockholm|Oslo|Helsinki|Warsaw|Prague|Budapest|Tehran|Cairo|Casablanca|Tunis|Alger|Rabat";

export const townPattern = `(?:${towns})`;

/** What is called after the town in which it was agreed on tells nothing of a patient. */
export const calledAfterTown =
  "(?:[ \\-](?:grad(?:e|ing)|histolog\\p{L}*|combined|modification|prognostic|index|Heart|Coma|Outcome|Conference|Academy|Consensus|Blood|system|classification|criteria|criterion|staging|score|scale|grading|consensus|protocol|stage|chromosome|melanoma|Klassifikation|Kriterien|Schema|Score|method|technique|guidelines|declaration)|['’]s)";
