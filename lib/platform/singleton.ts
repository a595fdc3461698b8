/**
 * One value per process. Next bundles modules apart from our entry, so a module-level
 * variable would exist twice.
 */
export function singleton<T>(name: string, create: () => T): T {
  const key = Symbol.for(`kundig.${name}`);
  const holder = globalThis as unknown as Record<symbol, T | undefined>;
  return (holder[key] ??= create());
}
