import { env, type Settings } from "../env";
import { processState } from "../process-state";

const kept = processState("settings", (): { settings?: Settings } => ({}));

/**
 * The settings of this process, read at the first request and kept: a request must not pay for reading them, and
 * neither a build nor an import may freeze them.
 *
 * @throws SettingsError naming each variable at fault; `server.ts` has found that out before it listens
 */
export function settings(): Settings {
  return (kept.settings ??= env());
}
