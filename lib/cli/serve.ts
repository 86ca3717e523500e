import { listenAt, serveModels } from "../env";
import type { Start } from "./start";

/** `serve`: start the server, with a folder, address and port in place of those of the settings. */
export async function serveAt(
  { folder, ...where }: { folder?: string; host?: string; port?: string },
  serve: Start["serve"],
): Promise<void> {
  listenAt(where);
  if (folder !== undefined) serveModels(folder);
  await serve();
}
