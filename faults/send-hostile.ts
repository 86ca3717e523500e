import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Hostile } from "./hostile-bodies";
import { statusOf } from "./send";

export interface Route {
  method: string;
  path: string;
}

const SECONDS = 120;
/** A client that has its answer goes on sending for so long, then leaves. */
const MORE_SECONDS = 3;

/**
 * Send a hostile request as a client does that does not stop at an answer: it goes on for some seconds, unless it is cut.
 *
 * @returns the status of the answer; "cut" where the connection was closed without one; "silent" where nothing came
 */
export async function sendHostile(
  port: number,
  { method, path }: Route,
  hostile: Hostile,
): Promise<number | "cut" | "silent"> {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  let answer = "";
  socket.setEncoding("latin1").on("data", (part: string) => {
    if (answer.length < 1_000) answer += part;
  });
  socket.on("error", () => undefined);
  const timers = [setTimeout(() => socket.destroy(), SECONDS * 1_000)];
  const answered = new Promise<void>((resolve) => {
    socket.once("end", resolve).once("close", resolve);
    socket.on("data", () => {
      if (timers.length > 1 || statusOf(answer) === 0) return;
      timers.push(setTimeout(() => socket.destroy(), MORE_SECONDS * 1_000));
      resolve();
    });
  });
  try {
    const begun = performance.now();
    await writeAll(socket, headOf(method, path, port, hostile), hostile);
    // Where more was announced than comes, it is over here.
    if (socket.writable && typeof hostile.framing !== "string") socket.end();
    await answered;
    const status = statusOf(answer);
    if (status > 0) return status;
    return performance.now() - begun < SECONDS * 1_000 ? "cut" : "silent";
  } finally {
    timers.forEach(clearTimeout);
    socket.destroy();
  }
}

function headOf(method: string, path: string, port: number, { type, headers = [], framing, size }: Hostile): string {
  const length =
    framing === "length"
      ? [`Content-Length: ${size}`]
      : framing === "chunked"
        ? ["Transfer-Encoding: chunked"]
        : framing;
  // The origin of a form, so that it gets past what is checked first.
  const own = [`Host: 127.0.0.1:${port}`, `Origin: http://127.0.0.1:${port}`, `Content-Type: ${type}`];
  return `${[`${method} ${path} HTTP/1.1`, ...own, ...length, ...headers].join("\r\n")}\r\n\r\n`;
}

async function writeAll(socket: Socket, head: string, { framing, body }: Hostile): Promise<void> {
  const closed = once(socket, "close").catch(() => undefined);
  const write = async (bytes: Buffer | string) => {
    if (!socket.writable) return false;
    if (!socket.write(bytes)) await Promise.race([once(socket, "drain").catch(() => undefined), closed]);
    return socket.writable;
  };
  if (!(await write(head))) return;
  for (const part of body()) {
    if (part.length === 0) continue;
    if (framing === "chunked" && !(await write(`${part.length.toString(16)}\r\n`))) return;
    if (!(await write(part))) return;
    if (framing === "chunked" && !(await write("\r\n"))) return;
  }
  if (framing === "chunked") await write("0\r\n\r\n");
}
