import { connect } from "node:net";
import { KEY } from "./servers";

/** What one connection after another, or several at once, got from a server. */
export interface Load {
  requestsPerSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  failures: number;
}

/**
 * Send the same request over a number of connections for some seconds, each connection waiting for its answer before
 * it asks again. Written on sockets because the load must cost less than what it measures: a client library spends
 * more time on a request than the faster of these servers do.
 */
export async function load(url: URL, body: string, connections: number, seconds: number): Promise<Load> {
  const request = Buffer.from(
    `POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Type: application/json\r\n` +
      `Authorization: Bearer ${KEY}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const latencies: number[] = [];
  let failures = 0;
  const start = performance.now();
  const end = start + seconds * 1000;

  const ask = () =>
    new Promise<void>((done) => {
      const open = () => {
        const socket = connect(Number(url.port), url.hostname);
        socket.setNoDelay(true);
        let received = "";
        let sent = 0;
        const send = () => {
          sent = performance.now();
          received = "";
          socket.write(request);
        };
        socket.on("connect", send);
        socket.on("data", (chunk) => {
          received += chunk.toString("latin1");
          if (!isComplete(received)) return;
          const now = performance.now();
          latencies.push(now - sent);
          if (!received.startsWith("HTTP/1.1 200")) failures++;
          if (now >= end) socket.destroy();
          else if (!/^connection: close/im.test(received.slice(0, 400))) send();
        });
        socket.on("error", () => failures++);
        socket.on("close", () => (performance.now() >= end ? done() : open()));
      };
      open();
    });

  // This process never sleeps: waking an idle core of a virtual machine costs the core that wakes it as much as a whole
  // answer, and each server would be charged for it.
  const stayAwake = () => void (performance.now() < end && setImmediate(stayAwake));
  stayAwake();
  await Promise.all(Array.from({ length: connections }, ask));
  const elapsed = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  const quantile = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? NaN;
  return { requestsPerSecond: latencies.length / elapsed, p50: quantile(0.5), p99: quantile(0.99), failures };
}

/** Whether a whole HTTP/1.1 answer has arrived. */
function isComplete(text: string): boolean {
  const head = text.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const length = /^content-length: (\d+)/im.exec(text.slice(0, head));
  return length ? text.length >= head + 4 + Number(length[1]) : text.endsWith("\r\n0\r\n\r\n");
}
