export type ToastOptions = { undo?: () => void; undoLabel?: string };

/** Says for six seconds what was done, with a way back. The toaster is fetched with the first toast. */
export function toast(text: string, options: ToastOptions = {}): void {
  void import("./toaster").then(({ showToast }) => showToast(text, options));
}
