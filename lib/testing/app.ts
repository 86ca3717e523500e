import { vi } from "vitest";

/** The app as a process with these settings has it, and what it has logged. */
export async function startApp(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  // What a process keeps for all copies of a module, a new process does not have.
  for (const name of ["prediction-log", "known-keys", "tallies"])
    Reflect.deleteProperty(globalThis, Symbol.for(`glasshouse.${name}`));
  const { logTo } = await import("../service/log");
  const written: string[] = [];
  logTo({ write: (line) => void written.push(line) });
  const { app } = await import("../api/app");
  return { app, lines: () => written.map((line): Record<string, unknown> => JSON.parse(line)) };
}

/** Back to the settings of all tests. */
export function stopApp(): void {
  vi.unstubAllEnvs();
  vi.resetModules();
}

/** What node:http knows of a request that comes from an address, as the server hands it to the app. */
export function from(remoteAddress: string) {
  return { incoming: { socket: { remoteAddress } } };
}
