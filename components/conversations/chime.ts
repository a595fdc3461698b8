const STARTING_MS = 500;

/** Two short notes. Browsers stay silent until somebody has touched the page; says whether they could be heard. */
export async function chime(): Promise<boolean> {
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return false;
  try {
    const audio = new AudioContext();
    for (const [index, hertz] of [660, 880].entries()) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const at = audio.currentTime + index * 0.16;
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0.08, at);
      volume.gain.exponentialRampToValueAtTime(0.001, at + 0.15);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.16);
    }
    setTimeout(() => void audio.close(), 1_000);
    // A browser that does not want to play lets resume() wait for ever.
    await Promise.race([audio.resume(), new Promise((resolve) => setTimeout(resolve, STARTING_MS))]);
    return audio.state === "running";
  } catch {
    return false;
  }
}
