export const searchTools = {
  "error.search.word": "Please write one word, or a few that stand together.",
  "error.search.oneWord": "Please write a single word.",
  "error.search.twoWords": "It takes at least two words that mean the same.",
  "error.search.sameWord": "The same word is here twice.",
  "error.search.document": "Please name a question or a guide of this community.",
  "error.search.sameDocument": "The same document is here twice.",
  "error.search.tooManyRules": "There are already a thousand rules for this language. Please remove some first.",
  "error.search.replaced": "Something newer has taken its place. Please undo that first.",
  "error.search.gapOpen":
    "{count, plural, one {“{words}” does not find a guide or a solved question among the first three yet.} other {# of its searches do not find a guide or a solved question among the first three yet, “{words}” for one.}}",
  "error.search.owner": "Please choose somebody of the company.",
};
