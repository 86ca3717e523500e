import { useEffect, useRef, useState } from "react";
import type { Outcome, FromWorker, Wanted } from "./worker";

/** The outcome of reading files; `reading` until then, nothing where none is chosen. */
export type Read = Outcome | "reading" | undefined;

const BROKEN: Outcome = { trouble: { kind: "noScript" } };

/**
 * Reads files in a worker, which is loaded with the page: from then on no file needs the network.
 *
 * @param others what else the page needs later, loaded at the same time
 */
export function useReader(others: () => Promise<unknown>) {
  const [ready, setReady] = useState(false);
  const [read, setRead] = useState<Read>();
  const worker = useRef<Worker>(undefined);
  const count = useRef(0);

  useEffect(() => {
    const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.current = started;
    const loaded = others();
    started.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data === "ready")
        void loaded.then(
          () => setReady(true),
          () => setRead(BROKEN),
        );
      else if (data.id === count.current) setRead(data);
    };
    started.onerror = () => setRead(BROKEN);
    return () => started.terminate();
  }, [others]);

  function choose(files: File[]) {
    setRead(files.length > 0 ? "reading" : undefined);
    const id = ++count.current;
    if (files.length > 0) worker.current?.postMessage({ id, files } satisfies Wanted);
  }
  return { ready, read, choose };
}
