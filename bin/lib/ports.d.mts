export function findFreePort(host?: string): Promise<number>;
export function whyPortRefused(port: number, host?: string): Promise<string | undefined>;
