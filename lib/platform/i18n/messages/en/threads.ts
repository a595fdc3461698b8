export const threads = {
  "error.thread.locked": "This question is closed, so nobody can write here any more.",
  "error.thread.hasAnswers": "There are answers here already. Please ask a moderator if it has to go.",
  "error.thread.noOriginal": "Please choose another question that everybody can see.",
  "error.thread.tooManyTags": "At most {maximum} tags are possible.",
  "error.post.edited": "Somebody has changed this in the meantime. Please compare both versions.",
  "error.category.unknown": "This category does not exist.",
  "error.category.choose": "Please choose a category.",
  "error.category.slugTaken": "Another category has this address already.",
  "error.category.tooDeep": "Categories can be three levels deep.",
  "error.category.circle": "A category cannot stand below itself.",
  "error.category.wider": "Not more people than see the category above can see this one.",
};
