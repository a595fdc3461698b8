const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
/** Without a terminal a long step says now and then that it is still at work. */
const HEARTBEAT_MS = 20_000;

/**
 * Runs one step of a command and shows it: on a terminal as a line with a spinner, elsewhere as one line when
 * it begins and one when it is done. `work` gets `note`, which shows what the step is busy with.
 */
export async function step(title, work, { quiet = false } = {}) {
  const started = Date.now();
  const display = process.stdout.isTTY ? spinner(title) : lines(title, quiet);
  try {
    const result = await work(display.note);
    display.end(`✓ ${typeof result?.title === "string" ? result.title : title} (${seconds(started)})`);
    return result;
  } catch (error) {
    display.end(`✗ ${title} (${seconds(started)})`);
    throw error;
  }
}

export function say(text) {
  process.stdout.write(`${text}\n`);
}

export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function spinner(title) {
  let detail = "";
  let frame = 0;
  const draw = () => {
    const line = `${FRAMES[frame++ % FRAMES.length]} ${title}${detail && `  ${detail}`}`;
    process.stdout.write(`\r\x1b[2K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
  };
  draw();
  const timer = setInterval(draw, 100);
  return {
    note: (text) => (detail = text.trim()),
    end: (text) => {
      clearInterval(timer);
      process.stdout.write(`\r\x1b[2K${text}\n`);
    },
  };
}

function lines(title, quiet) {
  const started = Date.now();
  let detail = "";
  if (!quiet) say(`· ${title} …`);
  const timer = setInterval(
    () => say(`· ${title}: still at it after ${seconds(started)}${detail && `, ${detail}`}`),
    HEARTBEAT_MS,
  );
  return {
    note: (text) => (detail = text.trim()),
    end: (text) => {
      clearInterval(timer);
      say(text);
    },
  };
}
