/**
 * The two doors to the same pages and the same API, both from the production build:
 * `server` is server.ts, what runs everywhere but on Vercel; `next` is Next alone, which is what Vercel runs.
 */
const [serverPort = "3100", nextPort = "3101"] = (process.env.DOOR_PORTS ?? "").split(",").filter(Boolean);

export const ports = { server: serverPort, next: nextPort };
export const doors = { server: `http://127.0.0.1:${serverPort}`, next: `http://127.0.0.1:${nextPort}` };
