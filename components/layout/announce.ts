/** Has a change read out without moving the focus. The region is part of the root layout. */
export function announce(text: string): void {
  const region = document.getElementById("announcer");
  if (!region) return;
  region.textContent = "";
  // The same words twice are only read twice when the region was empty in between.
  setTimeout(() => (region.textContent = text), 60);
}
