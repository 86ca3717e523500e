import type { Locale } from "@/lib/language/locale";
import { BatchRun } from "./batch-run";

/** Commands of the page to the worker, which scores one file and reports each `RunState` back. */
export type Command =
  | { kind: "start"; file: File; url: string; key: string; locale: Locale }
  | { kind: "go on"; key?: string }
  | { kind: "wake" }
  | { kind: "stop" };

let run: BatchRun | undefined;

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

self.addEventListener("message", ({ data: command }: MessageEvent<Command>) => {
  switch (command.kind) {
    case "start": {
      const { file, url, key, locale } = command;
      const report = (state: unknown) => self.postMessage(state);
      run = new BatchRun({
        file,
        url,
        key,
        locale,
        sleep,
        report,
        ask: (...call) => fetch(...call),
        now: () => performance.now(),
      });
      void run.goOn();
      break;
    }
    case "go on":
      void run?.goOn(command.key);
      break;
    case "wake":
      run?.wake();
      break;
    case "stop":
      run?.stop();
  }
});

/** When the computer is online again, the next attempt is made at once. */
self.addEventListener("online", () => run?.wake());
