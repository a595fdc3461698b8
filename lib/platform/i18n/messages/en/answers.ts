export const answers = {
  "error.vote.own": "You cannot vote on what you wrote yourself.",
  "error.vote.tooNew": "You can say that something did not help once people know you a little.",
"error.answer.isSolution": "This answer is the solution, so it cannot be deleted.",
};
