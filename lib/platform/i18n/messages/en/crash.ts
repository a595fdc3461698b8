/** Small enough to travel with every page: an error boundary can't ask the server for words. */
export const crash = {
  "crash.title": "Something went wrong on our side",
  "crash.text": "The page could not be drawn. What you wrote is kept in this browser.",
  "crash.reference": "Reference for support:",
  "crash.retry": "Try again",
  "crash.home": "To the start page",
};
