import type { RunState } from "./batch-run";
import { RUN_WORDS } from "./run-words";
import { progressInWords } from "./sentences";
import { TroubleText } from "./trouble-text";
import { useWriter } from "@/components/language/use-writer";
import { useEffect, useRef } from "react";

interface RunProgressProps {
  state: Extract<RunState, { phase: "scoring" | "waiting" }>;
  onStop: () => void;
  onWake: () => void;
}

/** The progress of a run. A screen reader reads each tenth, and when the server is away. */
export function RunProgress({ state, onStop, onWake }: RunProgressProps) {
  const { progress, phase } = state;
  const write = useWriter();
  const words = RUN_WORDS[write.locale];
  const tenth = Math.floor(progress.share * 10);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} id="batch-progress" className="text-lead outline-none">
        {phase === "waiting" ? words.waiting : words.estimating}
      </h3>
      <progress aria-labelledby="batch-progress" value={progress.share} max={1} className="progress mt-4" />
      <p className="mt-3 text-small text-quiet">{progressInWords(write.locale, progress)}</p>
      <p
        aria-live="polite"
        className={phase === "waiting" ? "mt-3 max-w-[38rem] border-l-2 border-rust pl-4" : "sr-only"}
      >
        {state.phase === "waiting" ? (
          <>
            <TroubleText trouble={state.trouble} />{" "}
            {state.seconds > 1 ? words.nextAt(write.quantity(state.seconds)) : words.nextNow}
          </>
        ) : (
          tenth > 0 && words.done(write.share(tenth / 10))
        )}
      </p>
      <div className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-3">
        {phase === "waiting" && (
          <button type="button" className="button cursor-pointer" onClick={onWake}>
            {words.tryNow}
          </button>
        )}
        <button type="button" className="link min-h-11 cursor-pointer" onClick={onStop}>
          {words.stop}
        </button>
      </div>
    </>
  );
}
