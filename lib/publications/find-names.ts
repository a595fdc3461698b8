import { firstNames, namesWithoutNumber, noNames, salutations } from "@/lib/publications/first-names";
import { type Span, findSpans } from "@/lib/publications/span";

const start = String.raw`(?<![\p{L}\p{N}_])`;
const end = String.raw`(?![\p{L}\p{N}_])`;
const particle = String.raw`(?:von der|von|van der|van|de la|De La|de|der|den|zu|vom|di|da|del|la|le|al|el|bin|ter|Mc|Van|Von|De|Di)`;
const given = String.raw`(?:[OD]['’])?\p{Lu}\p{Ll}\p{L}*(?:['’](?=[st]${end})\p{L})?(?:-\p{Lu}\p{L}+)*`;
const shouted = String.raw`(?:${given}|\p{Lu}{3,}(?:-\p{Lu}{2,})*)`;
const title = String.raw`(?:(?:Dr|Prof|Dipl|Ing|med|rer|nat|phil|jur)\.?[ -]){0,4}`;
const name = nameOf(given);
const inText = "[ \\t]+";

const titled = rule(
  String.raw`(?:Herrn?|Frau|Hr\.|Fr\.|Familie|Fam\.|Mrs?|Ms|Miss|Mx|Dr|Prof|Sir|Señora?|Monsieur|Madame)\.?${inText}`,
  shouted,
);
const introduced = rule(
  String.raw`(?:[Mm]ein(?:en)? Namen?(?::| ist| lautet| war)|[Ii]ch hei(?:ß|ss)e|[Ii]ch bin (?:der|die)|[Mm]y name(?::| is|['’]s)|[Nn]ame['’]s|[Ii]['’]m called|[Nn]ennen Sie mich|[Aa]uf den Namen|[Ii]m Namen von|[Ii]n the name of|[Ss]igned(?: by)?|[Uu]nterschrieben von|[Gg]ez\.|c\/o|z\. ?Hd\.(?: von)?|[Aa]ttn\.?:?)${inText}`,
  shouted,
);
const labelled = rule(
  String.raw`(?:(?:[Vv]or|[Nn]ach|[Ff]irst |[Ll]ast |[Ss]ur)?[Nn]ame|[Aa]nsprechpartner(?:in)?|[Ee]mpfänger(?:in)?|[Aa]bsender(?:in)?|[Kk](?:onto|arten)inhaber(?:in)?|[Aa]ccount holder|[Cc]ard ?holder|[Rr]ecipient|[Cc]ontact|[Uu]nterschrift|[Kk]undin|[Kk]unde|[Cc]ustomer)(?: ?:| is| ist)${inText}`,
  shouted,
);
const related = rule(
  String.raw`(?:[MDSU]ein|[mdsu]ein|[Uu]nser|[Ii]hr|[Mm]y|[Yy]our|[Oo]ur|[Hh]is|[Hh]er|[Tt]he|[Dd](?:er|ie|en|em))(?:e[nmr]?)? (?:[Ee]he)?(?:[Mm]ann|[Ff]rau|[Ss]ohn|[Tt]ochter|[Vv]ater|[Mm]utter|[Bb]ruder|[Ss]chwester|[Ff]reund(?:in)?|[Nn]achbar[n]?(?:in)?|[Kk]olleg(?:en?|in)|[Cc]hef(?:in)?|[Pp]artner(?:in)?|[Vv]ermieter(?:in)?|[Hh]ausmeister(?:in)?|[Tt]echniker[n]?(?:in)?|[Mm]onteur(?:in)?|[Mm]itarbeiter(?:in)?|husband|wife|son|daughter|father|mother|mum|mom|dad|brother|sister|friend|neighbou?r|colleague|boss|landlord|landlady|technician|engineer|installer|fitter|driver|agent),?${inText}`,
);

const working = rule(
  String.raw`(?:Kund(?:e|in)|Kolleg(?:e|in)|Nachbar(?:in)?|Techniker(?:in)?|Monteur(?:in)?|Mitarbeiter(?:in)?|Hausmeister(?:in)?)${inText}`,
);
const greeted = rule(
  String.raw`(?:Hallo|Hi|Hey|Hello|Dear|Liebe[rs]?|Guten (?:Morgen|Tag|Abend)|Moin|Servus|Grüß Gott|Good (?:morning|afternoon|evening)|Sehr geehrte[rs]?|Thank you|Thanks|Danke(?: dir)?|Thx)[, ]{1,2}`,
);
const farewell = rule(
  String.raw`(?:(?:Grü(?:ß|ss)en?|Gru(?:ß|ss))(?: aus (?:dem |der )?\p{Lu}\p{L}+)?|MfG|LG|VG|BG|mfg|lg|vg|[Rr]egards|[Cc]heers|[Tt]hanks|[Tt]hank you|[Dd]anke(?: schön)?|Dank|Sincerely|sincerely|Yours|[Bb]est wishes|Best)[,!.]?\s{1,4}(?:(?:[Ii]hre?|[Yy]our) )?`,
);
const named = new RegExp(`${start}(?<x>${name})${end}`, "dgu");
const aboutTwo = rule(
  String.raw`(?:[Ii]['’]m|[Ii] am|[Ii]ch bin|[Tt]his is|[Hh]ier(?: ist| schreibt| spricht)?|[Ss]p(?:oke|eaking) (?:to|with)|[Tt]alked to|gesprochen mit)${inText}`,
);
const smallName = new RegExp(
  String.raw`${start}(?:mein name ist|ich hei(?:ß|ss)e|my name is)${inText}(?<x>\p{L}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]+)?)`,
  "dgiu",
);
const smallWords =
  /^(?:und|and|i|ich|aus|from|my|meine?|the|die|der|das|but|aber|wohne|live|not|nicht|on|in|hier|here|wie|as|so|for)$/i;

/** Names by how they stand in the text: after a title, a greeting, "my name is", and common given names. */
export function findNames(text: string): Span[] {
  const sure = [titled, introduced, labelled, related, working].flatMap((pattern) =>
    findSpans("name", text, pattern),
  );
  const closed = [greeted, farewell]
    .flatMap((pattern) => findSpans("name", text, pattern))
    .filter((span) => isFirstName(text, span) || /^\s*(?:[,!.\n–]|$)/.test(text.slice(span.end)));
  const two = findSpans("name", text, aboutTwo, (found) => /\s/.test(cut(found).trim()));
  const common = findSpans("name", text, named).flatMap((span) => fromFirstName(text, span));
  return [
    ...[...sure, ...closed, ...two].map((span) => ({
      ...span,
      end: span.start + cut(text.slice(span.start, span.end)).length,
    })),
    ...common,
  ]
    .map((span) => withoutSalutation(text, span))
    .concat(findSmallNames(text))
    .filter((span) => span.end > span.start);
}

function rule(before: string, word = given): RegExp {
  return new RegExp(`${start}${before}(?<x>${nameOf(word)})${end}`, "dgu");
}

function nameOf(word: string): string {
  return String.raw`${title}(?:\p{Lu}\. ?)?(?:(?!de[rn] |bin )${particle} )?${word}(?: \p{Lu}\.)?(?:(?: ${particle})? ${word}){0,2}(?: \p{Lu}\.)?`;
}

/** The part before the first word that is no name. */
function cut(found: string): string {
  let kept = "";
  for (const word of found.split(/(?<= )/)) {
    if (holds(noNames, word)) break;
    kept += word;
  }
  return kept.trimEnd();
}

/** "Frau Yilmaz" begins at Yilmaz, and "Frau" or "Frau vom" is nobody. Academic titles stay with a name. */
function withoutSalutation(text: string, span: Span): Span {
  const found = text.slice(span.start, span.end);
  const form = /^(?:(?:Frau|Fräulein|Herrn?|Familie|Mrs?|Ms|Miss|Mx)(?:\.? +|$))+/.exec(found)?.[0] ?? "";
  const words = found.slice(form.length).split(/[ .]+/);
  const named = words.some((word) => /^[\p{Lu}'’]/u.test(word) && !salutations.has(word));
  return { ...span, start: named ? span.start + form.length : span.end };
}

function isFirstName(text: string, { start, end }: Span): boolean {
  return firstNames.has(stem(text.slice(start, end).split(" ")[0] ?? ""));
}

/** "Danke Thomas Vogt" is found as one run of capitals; the name begins at the given name. */
function fromFirstName(text: string, span: Span): Span[] {
  let at = span.start;
  for (const word of text.slice(span.start, span.end).split(/(?<= )/)) {
    if (holds(firstNames, word) && !isMeasure(text, at, word.trim())) {
      return [{ ...span, start: at, end: at + cut(text.slice(at, span.end)).length }];
    }
    at += word.length;
  }
  return [];
}

function holds(words: ReadonlySet<string>, word: string): boolean {
  return word
    .trim()
    .split("-")
    .some((piece) => words.has(words === firstNames ? stem(piece) : piece));
}

function isMeasure(text: string, at: number, word: string): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 4), at), text.slice(at + word.length)];
  return namesWithoutNumber.has(word) && (/\d\.? ?$/.test(before) || /^\.? ?\d|^\. ?\p{Ll}/u.test(after));
}

function stem(word: string): string {
  const bare = word.trim().replace(/['’]s?$/, "");
  return firstNames.has(bare) ? bare : bare.replace(/s$/, "");
}

function findSmallNames(text: string): Span[] {
  return findSpans("name", text, smallName).map((span) => {
    const [first = "", second = ""] = text.slice(span.start, span.end).split(" ");
    if (smallWords.test(first)) return { ...span, end: span.start };
    if (salutations.has(first.charAt(0).toUpperCase() + first.slice(1))) return { ...span, start: second ? span.start + first.length + 1 : span.end };
    return smallWords.test(second) ? { ...span, end: span.start + first.length } : span;
  });
}
