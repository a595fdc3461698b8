const prefix = "kundig-staff-tab:";
const ALIVE_MS = 45_000;

/** Which tabs of this browser have the staff area open: only the last one that closes takes the agent away. */
export function noteTab(tab: string): void {
  localStorage.setItem(prefix + tab, String(Date.now()));
}

/** True when no other tab is there. */
export function forgetTab(tab: string): boolean {
  localStorage.removeItem(prefix + tab);
  const others = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return !others.some((key) => Date.now() - Number(localStorage.getItem(key)) < ALIVE_MS);
}

let within = false;

/** A reload, or a link to another place of the staff area, is no leaving. */
export function watchLeaving(): void {
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener("navigate", (event) => {
    const { navigationType, destination } = event as Event & {
      navigationType: string;
      destination: { url: string };
    };
    within = navigationType === "reload" || isStaffPlace(destination.url);
  });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link && !navigation) within = isStaffPlace(link.href);
  });
}

export function staysWithin(): boolean {
  return within;
}

function isStaffPlace(url: string): boolean {
  return /^\/(de\/)?staff(\/|$)/.test(new URL(url, location.href).pathname);
}
