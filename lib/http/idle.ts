import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { STALLED } from "../api/resources/predict-batch/open-body";
import { logWarning } from "../service/log";

/**
 * End a request whose client moves nothing: neither sends the rest of it nor takes the answer. A request that waits for
 * us is left alone. It is a listener of an answer's `timeout`, which comes when its socket was still for that long.
 */
export function endIdle(this: ServerResponse, socket: Socket): void {
  const { req: request } = this;
  const takesNothing = this.writableLength > 0 || socket.writableLength > 0;
  if (!takesNothing && request.complete) return keepWatching(socket);

  const [path] = (request.url ?? "").split("?", 1);
  const seconds = Math.round(socket.timeout! / 1_000);
  const why = takesNothing ? "takes nothing" : "sends nothing";
  logWarning(`${request.method} ${path} is cut off: for ${seconds} s the client ${why}`);
  // Who reads the body ends the answer in words of its own; the second time nobody listens any more.
  if (!takesNothing && request.emit(STALLED)) return keepWatching(socket);
  if (!this.headersSent) {
    socket.write("HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    socket.destroySoon();
  } else socket.destroy();
}

/** A socket tells only once that it is still, until something moves. */
function keepWatching(socket: Socket): void {
  socket.setTimeout(socket.timeout!);
}
