import { EventEmitter } from "node:events";
import { vi } from "vitest";
import { forgetProcessState } from "../process-state";

/** From here on a process with these settings, of which no module has been imported. */
export function startProcess(settings: Record<string, string>): void {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  forgetProcessState();
}

/** The app as a process with these settings has it, and what it has logged. */
export async function startApp(settings: Record<string, string>) {
  startProcess(settings);
  const { logTo } = await import("../service/log");
  const written: string[] = [];
  logTo({ write: (line) => void written.push(line) });
  const { app } = await import("../api/app");
  return { app, lines: () => written.map((line): Record<string, unknown> => JSON.parse(line)) };
}

/** Back to the settings of all tests. */
export function stopApp(): void {
  vi.unstubAllEnvs();
  startProcess({});
}

/** What node:http knows of a request that comes from an address, as the server hands it to the app. */
export function from(remoteAddress: string) {
  return { incoming: Object.assign(new EventEmitter(), { socket: { remoteAddress }, headers: {} }) };
}
