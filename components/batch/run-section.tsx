import type { KeyUse } from "@/components/calls/read-key-use";
import { Section } from "@/components/section";
import { useWords } from "@/components/language/use-words";
import type { Spec } from "@/lib/model/spec";
import { BatchResult } from "./batch-result";
import { Halt } from "./halt";
import type { Labels } from "./labels";
import { RunProgress } from "./run-progress";
import { RUN_WORDS } from "./run-words";
import { useBatchRun } from "./use-batch-run";

interface RunSectionProps {
  spec: Spec;
  labels: Labels;
  file: File;
  url: string;
  firstKey: string;
  keys?: KeyUse;
  /** Of the ranges; null where estimates have none. */
  level: number | null;
  onLeave: () => void;
}

/** A file while it is estimated, and its result. */
export function RunSection({ spec, labels, file, url, firstKey, keys, level, onLeave }: RunSectionProps) {
  const words = useWords(RUN_WORDS);
  const { state, tell } = useBatchRun(file, url, firstKey);
  const leave = (
    <button type="button" className="link min-h-11 cursor-pointer" onClick={onLeave}>
      {words.back}
    </button>
  );
  switch (state.phase) {
    case "broken":
      return (
        <Section title={words.title}>
          <p role="alert">{words.broken}</p>
          {leave}
        </Section>
      );
    case "scoring":
    case "waiting":
      return (
        <Section title={words.title}>
          <RunProgress state={state} onStop={() => tell({ kind: "stop" })} onWake={() => tell({ kind: "wake" })} />
        </Section>
      );
    case "halted":
      return (
        <>
          <Section title={words.title}>
            <Halt state={state} keys={keys} onGoOn={(key) => tell({ kind: "go on", key })} />
            {leave}
          </Section>
          {state.progress.rows > 0 && (
            <BatchResult spec={spec} labels={labels} file={file} level={level} result={state.result} partial />
          )}
        </>
      );
    case "finished":
      return (
        <BatchResult spec={spec} labels={labels} file={file} level={level} result={state.result}>
          {leave}
        </BatchResult>
      );
  }
}
