export const answers = {
  "error.answer.isSolution": "This answer is the solution, so it cannot be deleted.",
};
