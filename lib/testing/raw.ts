import { connect, type AddressInfo, type Server } from "node:net";

/** What a server answered on one connection, byte for byte, and how the connection ended. */
export interface RawAnswer {
  text: string;
  /** Of each answer in turn; 100 is none. */
  statuses: number[];
  /** Undefined where the server ended it in order. */
  error?: string;
}

/**
 * Send bytes as they are on a connection of their own, and read until the server ends it, or until `enough` of what has
 * come.
 */
export function sendRaw(server: Server, bytes: string, enough = (_: string) => false): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let text = "";
    let error: string | undefined;
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    socket.setEncoding("latin1");
    socket.on("data", (part: string) => {
      text += part;
      if (enough(text)) socket.destroy();
    });
    socket.on("error", (fault: NodeJS.ErrnoException) => (error = fault.code));
    socket.on("close", () => resolve({ text, statuses: statusesOf(text), error }));
    socket.write(bytes, "latin1");
  });
}

function statusesOf(text: string): number[] {
  return [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)]
    .map(([, status]) => Number(status))
    .filter((status) => status > 100);
}
