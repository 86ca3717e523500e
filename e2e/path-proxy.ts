import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** What proxies do with the path: they pass addresses on as they are, or take the path off them. */
export type Manner = "passes the path on" | "takes the path off";

/**
 * A proxy on a free port, set up for a path as nginx is by `location /path/`: what is under the path goes to the server,
 * the path without its slash is sent to the one with it, and any other address is not found, and is kept.
 */
export async function startProxy(port: string, path: string, manner: Manner) {
  const strays: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { url = "", method, headers } = incoming;
    if (url === path || url.startsWith(`${path}?`)) {
      outgoing.writeHead(301, { location: url.replace(path, `${path}/`) }).end();
    } else if (!url.startsWith(`${path}/`)) {
      strays.push(url);
      outgoing.writeHead(404).end();
    } else {
      const onward = manner === "passes the path on" ? url : url.slice(path.length);
      const sent = request({ host: "127.0.0.1", port, path: onward, method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode!, answer.rawHeaders);
        answer.pipe(outgoing);
      });
      sent.on("error", () => outgoing.destroy());
      outgoing.on("close", () => sent.destroy());
      incoming.pipe(sent);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, strays, stop };
}
