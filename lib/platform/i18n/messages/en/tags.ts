export const tags = {
  "error.tag.unknown": "The tag “{tag}” does not exist yet. Please choose another one.",
};
