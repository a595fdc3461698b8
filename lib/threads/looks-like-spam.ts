/** Whole words only: a filter that hits parts of innocent words is worse than none. */
const words =
  /(?<!\p{L})(?:casino|viagra|cialis|porno?|escort|bitcoin investment|forex signals?|payday loans?|seo services?|backlinks?|replica watches|betting tips|kredit ohne schufa|nulled|crack download)(?!\p{L})/iu;
/** Telephone numbers of "support lines" are the commonest fraud in help forums. */
const hotline = /(?:call|dial|whatsapp|telegram|anrufen)[^\n]{0,30}\+?\d[\d\s()/.-]{8,}/iu;
const shouting = /^[^\p{Ll}]*\p{Lu}{4}[^\p{Ll}]*$/u;

/** A simple look at a text; what it catches waits for a human and is not thrown away. */
export function looksLikeSpam(title: string, text: string): boolean {
  if (words.test(title) || words.test(text)) return true;
  if (hotline.test(title) || hotline.test(text)) return true;
  return title.length > 24 && shouting.test(title);
}
