import { type Span, findSpans } from "@/lib/publications/span";

const start = String.raw`(?<![\p{L}\p{N}-])`;
const word = String.raw`\p{Lu}[\p{L}'’.-]*`;
const house = String.raw`\d{1,4}(?: ?[a-zA-Z](?![\p{L}\p{N}]))?(?: ?[-–/+] ?\d{1,4}[a-z]?){0,3}(?![\d\p{L}°%])`;
const town = String.raw`${word}(?: (?:am|an der|an|bei|im|in|ob|ob der|vor der) ${word})?`;
const postcode = String.raw`(?:D|A|CH|DE|AT)?-?\d{4,5} ${town}`;
const rest = String.raw`(?:[, \n]{1,3}${postcode})?`;

const streetEnd = String.raw`(?:stra(?:ß|ss)e|str\.|allee|weg|platz|gasse|ring|damm|ufer|chaussee|steig|stieg|hof|promenade|wall|kamp|winkel|markt|graben|zeile|pfad|twiete|redder)`;
const hyphened = String.raw`-(?:Stra(?:ß|ss)e|Str\.|Allee|Weg|Platz|Gasse|Ring|Damm|Ufer|Chaussee|Promenade|Markt|Hof)`;
const compound = new RegExp(
  String.raw`${start}\p{Lu}[\p{L}.-]*?(?:${streetEnd}|${hyphened}) ?${house}${rest}`,
  "dgu",
);
const apart = new RegExp(
  String.raw`${start}(?:${word} ){1,2}(?:Stra(?:ß|ss)e|Str\.|Allee|Weg|Platz|Gasse|Ring|Damm|Ufer|Chaussee|Markt|Graben|Hof) ${house}${rest}`,
  "dgu",
);
const named = new RegExp(
  String.raw`${start}(?:Stra(?:ß|ss)e|Platz|Allee|Weg|Ufer) (?:der|des|am|an der|zum|zur|vom) (?:\d{1,2}\. )?${word}(?: ${word})? ${house}${rest}`,
  "dgu",
);
const preposition = String.raw`(?:Am|An der|An den|Auf der|Auf dem|Im|In der|In den|Zum|Zur|Unter den|Hinter dem|Hinter der|Vor dem|Beim|Bei der|Obere|Untere) (?:${word} )?${word} ${house}`;
const atPlace = new RegExp(String.raw`${start}${preposition}[, \n]{1,3}${postcode}`, "dgu");
const liveAtPlace = new RegExp(
  String.raw`(?:wohne|wohnen|wohnt|[Aa]dresse|[Aa]nschrift|[Ll]ieferung|liefern)[^\n.!?]{0,20}?(?<x>${preposition})`,
  "dgu",
);
/** Things that end like streets. */
const noStreet =
  /(?:dichtungs?|kolben|sicherungs|gummi|flansch|spreng|\bo-|steck|stell|park|arbeits|speicher|bau|super|media|elektro|um|rück|heim|trink|wasser|luft|heraus)-?(?:ring|platz|markt|weg|hof)\b/i;

const townAfterPostcode = new RegExp(
  String.raw`(?:^|[,;(:]\s?|\n|\s(?:in|aus|nach|bei|from|to|near)\s|PLZ\s)(?<x>(?:D-|DE-|A-|CH-)?\d{5} ${town})`,
  "dgu",
);
const countryPostcode = new RegExp(String.raw`${start}(?:D|A|CH|DE|AT)-\d{4,5} ${town}`, "dgu");
const noTown =
  /^[\d -]+(?:\S*stunden|waschgänge\S*|umdrehungen|euro|eur|watt|liter|kilometer|zyklen|mal|minuten|tage|kunden|geräte|teile|punkte|pa|volt|lux|schritte|einträge|wörter|zeichen|nutzer|mitglieder|hours|cycles|people|users|points|lumen|meter|gramm|kwh)(?!\p{L})/iu;
const announcedPostcode =
  /(?<!\p{L})(?:plz|postleitzahl|post ?code|zip(?: ?code)?)(?:\s*(?:[:=]|ist|is|lautet))*\s*(?<x>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|\d{4,5}(?:-\d{4})?(?: \p{Lu}\p{L}+)?)(?![\p{L}\p{N}])/dgiu;
const postBox =
  /(?<!\p{L})(?:postfach|packstation|paketshop|p\.? ?o\.? ?box)\s*(?<x>\d(?:[\d ]{0,10}\d)?)/dgiu;

const notTown = String.raw`(?!(?:The|It|I|My|Please|We|And|But|Thanks|You|This|Could|Can|Is|When|Then|If)(?!\p{L}))`;
const britishCode = String.raw`[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\p{N}])`;
const americanCode = String.raw`[A-Z]{2} \d{5}(?:-\d{4})?(?!\d)`;
const englishEnd = String.raw`(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Square|Sq|Place|Pl|Terrace|Gardens|Crescent|Way|Boulevard|Blvd|Grove|Hill|Row|Mews|Park|Highway|Parkway|Circle|Walk|Yard|Green|Quay|Broadway)`;
const english = new RegExp(
  String.raw`${start}(?:(?:[Ff]lat|[Aa]pt\.?|[Aa]partment|[Uu]nit|[Ss]uite) ?\w{1,4},? )?\d{1,5}[A-Za-z]?,? (?:(?:\p{Lu}[\p{L}'’.]*|of|the) ){1,3}${englishEnd}(?!\p{L})\.?(?: (?:NW|NE|SW|SE|N|S|E|W)(?!\p{L}))?(?:,\s(?!(?:${americanCode}|${britishCode}))${notTown}\p{Lu}[\p{L}'’.-]+(?: ${notTown}\p{Lu}[\p{Ll}'’.-]+){0,2}){0,2}(?:,?\s(?:${britishCode}|${americanCode}))?`,
  "dgu",
);
const britishPostcode = new RegExp(String.raw`${start}${britishCode}`, "dgu");
const americanTown = new RegExp(
  String.raw`${start}(?:\p{Lu}\p{Ll}+ ){0,2}\p{Lu}\p{Ll}+, ${americanCode}`,
  "dgu",
);

/** Streets with a house number, and postcodes with a town, German and English. */
export function findAddresses(text: string): Span[] {
  const street = (found: string) => !noStreet.test(found);
  return [
    ...[compound, apart, named, atPlace].flatMap((pattern) => findSpans("address", text, pattern, street)),
    ...findSpans("address", text, liveAtPlace),
    ...[townAfterPostcode, countryPostcode].flatMap((pattern) =>
      findSpans("address", text, pattern, (found) => !noTown.test(found)),
    ),
    ...[announcedPostcode, postBox, english, britishPostcode, americanTown].flatMap((pattern) =>
      findSpans("address", text, pattern),
    ),
  ];
}
