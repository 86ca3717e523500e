import { Section } from "@/components/section";
import type { Spec } from "@/lib/model/spec";
import { BatchResult } from "./batch-result";
import { Halt } from "./halt";
import { RunProgress } from "./run-progress";
import { useBatchRun } from "./use-batch-run";

interface RunSectionProps {
  spec: Spec;
  file: File;
  url: string;
  firstKey: string;
  /** Of the ranges; null where estimates have none. */
  level: number | null;
  onLeave: () => void;
}

/** A file while it is estimated, and what came of it. */
export function RunSection({ spec, file, url, firstKey, level, onLeave }: RunSectionProps) {
  const { state, tell } = useBatchRun(file, url, firstKey);
  const leave = (
    <button type="button" className="link min-h-11 cursor-pointer" onClick={onLeave}>
      Back to the columns and the first rows
    </button>
  );
  switch (state.phase) {
    case "broken":
      return (
        <Section title="All rows">
          <p role="alert">
            This page cannot go on. Load it again; if it stays like this, tell whoever runs this server.
          </p>
          {leave}
        </Section>
      );
    case "scoring":
    case "waiting":
      return (
        <Section title="All rows">
          <RunProgress state={state} onStop={() => tell({ kind: "stop" })} onWake={() => tell({ kind: "wake" })} />
        </Section>
      );
    case "halted":
      return (
        <>
          <Section title="All rows">
            <Halt state={state} onGoOn={(key) => tell({ kind: "go on", key })} />
            {leave}
          </Section>
          {state.progress.rows > 0 && (
            <BatchResult spec={spec} file={file} level={level} result={state.result} partial />
          )}
        </>
      );
    case "finished":
      return (
        <BatchResult spec={spec} file={file} level={level} result={state.result}>
          {leave}
        </BatchResult>
      );
  }
}
