export function step<T>(title: string, work: (note: (text: string) => void) => Promise<T>, options?: { quiet?: boolean }): Promise<T>;
export function say(text: string): void;
export function seconds(since: number): string;
