import { listenAt } from "../env";
import type { Start } from "./start";

/** `serve`: start the server, at an address and port in place of those of the settings. */
export async function serveAt(where: { host?: string; port?: string }, serve: Start["serve"]): Promise<void> {
  listenAt(where);
  await serve();
}
