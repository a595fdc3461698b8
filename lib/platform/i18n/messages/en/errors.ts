export const errors = {
  "error.unknown": "That did not work. Please try again.",
};
