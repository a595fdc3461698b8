/** Two short notes. Browsers stay silent until somebody has touched the page; that is fine. */
export function chime(): void {
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
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
  } catch {
    // No sound here.
  }
}
