const STARTING_MS = 500;
const key = "kundig-muted";

/** A person who waits, and a word in a running conversation, can be told apart with closed eyes. */
const notes = { offer: [660, 880], message: [520] } as const;
export type Sound = keyof typeof notes;
export const sounds = Object.keys(notes) as Sound[];

/** Short notes. Browsers stay silent until somebody has touched the page; says whether they could be heard. */
export async function chime(sound: Sound): Promise<boolean> {
  if (mutedSounds().includes(sound)) return false;
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return false;
  try {
    const audio = new AudioContext();
    for (const [index, hertz] of notes[sound].entries()) {
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

/** What this browser is to keep to itself; everything sounds until somebody says otherwise. */
export function mutedSounds(): Sound[] {
  const kept = localStorage.getItem(key)?.split(",") ?? [];
  return sounds.filter((sound) => kept.includes(sound));
}

export function muteSounds(muted: Sound[]): void {
  localStorage.setItem(key, muted.join());
}
