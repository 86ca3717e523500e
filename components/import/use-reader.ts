import { useEffect, useRef, useState } from "react";
import type { Outcome, FromWorker, Wanted } from "./worker";

/** The outcome of reading files; `reading` until then, nothing where none is chosen. */
export type Read = Outcome | "reading" | undefined;

const BROKEN: Outcome = { trouble: { kind: "noScript" } };

/** What a reader does first on a page that they use. */
const SIGNS_OF_USE = ["pointermove", "pointerdown", "keydown", "focusin", "dragenter"] as const;

/**
 * Reads files in a worker, which is loaded when the page is first used: from then on no file needs the network.
 *
 * @param others what else the page needs later, loaded at the same time
 */
export function useReader(others: () => Promise<unknown>) {
  const [state, setState] = useState<"unused" | "loading" | "ready">("unused");
  const [read, setRead] = useState<Read>();
  const worker = useRef<Worker>(undefined);
  const last = useRef<Wanted>({ id: 0, files: [] });
  const used = state !== "unused";

  useEffect(() => {
    if (used) return;
    const signs = new AbortController();
    for (const sign of SIGNS_OF_USE) addEventListener(sign, () => setState("loading"), { signal: signs.signal });
    return () => signs.abort();
  }, [used]);

  useEffect(() => {
    if (!used) return;
    const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.current = started;
    const loaded = others();
    started.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data === "ready")
        void loaded.then(
          () => setState("ready"),
          () => setRead(BROKEN),
        );
      else if (data.id === last.current.id) setRead(data);
    };
    started.onerror = () => setRead(BROKEN);
    if (last.current.files.length > 0) started.postMessage(last.current);
    return () => started.terminate();
  }, [used, others]);

  function choose(files: File[]) {
    setRead(files.length > 0 ? "reading" : undefined);
    last.current = { id: last.current.id + 1, files };
    if (!used) setState("loading");
    else if (files.length > 0) worker.current?.postMessage(last.current);
  }
  return { state, read, choose };
}
