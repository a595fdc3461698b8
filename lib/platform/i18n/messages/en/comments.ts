export const comments = {
  "comments.label": "Comments",
  "comments.ask": "Ask back",
  "comments.add": "Comment",
  "comments.more": "{count, plural, one {Show # more comment} other {Show # more comments}}",
  "comments.title": "Write a comment",
  "comments.field": "Your comment",
  "comments.send": "Send",
  "comments.held": "Your comment is looked at briefly before everybody can see it.",
};
