/** Timers of a page in the background are slowed down to once a minute; those of a worker are not. */
const BEAT_MS = 15_000;

setInterval(() => postMessage("beat"), BEAT_MS);
