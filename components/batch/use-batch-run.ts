import type { RunState } from "./batch-run";
import { useLocale } from "#locale";
import type { Command } from "./worker";
import { useEffect, useRef, useState } from "react";

/** The page's own fault, or a script that could not be loaded. */
export type BatchState = RunState | { phase: "broken" };

/**
 * Scores a file beside the page, which stays free: begins at once, and ends with the component.
 *
 * @param path where its slices are sent
 */
export function useBatchRun(file: File, path: string, firstKey: string) {
  const [state, setState] = useState<BatchState>({ phase: "scoring", progress: { rows: 0, share: 0, seconds: 0 } });
  const locale = useLocale();
  const worker = useRef<Worker>(undefined);
  const tell = (command: Command) => worker.current?.postMessage(command);

  useEffect(() => {
    const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.current = started;
    started.onmessage = ({ data }: MessageEvent<RunState>) => setState(data);
    started.onerror = () => setState({ phase: "broken" });
    const url = new URL(path, window.location.origin).href;
    started.postMessage({ kind: "start", file, url, key: firstKey, locale } satisfies Command);
    return () => started.terminate();
  }, [file, path, firstKey, locale]);

  const atWork = state.phase === "scoring" || state.phase === "waiting";
  useEffect(() => {
    if (!atWork) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [atWork]);

  return { state, tell };
}
