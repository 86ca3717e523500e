import type { RunState } from "./batch-run";
import { progressInWords } from "./words";
import { asSentence } from "@/components/words";
import { useEffect, useRef } from "react";

interface RunProgressProps {
  state: Extract<RunState, { phase: "scoring" | "waiting" }>;
  onStop: () => void;
  onWake: () => void;
}

/** How far it is. Who listens hears each tenth, and when the server is away. */
export function RunProgress({ state, onStop, onWake }: RunProgressProps) {
  const { progress, phase } = state;
  const tenth = Math.floor(progress.share * 10);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1} id="batch-progress" className="text-lead outline-none">
        {phase === "waiting" ? "Waiting for the server" : "Estimating all rows"}
      </h3>
      <progress aria-labelledby="batch-progress" value={progress.share} max={1} className="progress mt-4" />
      <p className="mt-3 text-small text-quiet">{asSentence(progressInWords(progress))}</p>
      <p
        aria-live="polite"
        className={phase === "waiting" ? "mt-3 max-w-[38rem] border-l-2 border-rust pl-4" : "sr-only"}
      >
        {state.phase === "waiting"
          ? `${asSentence(state.detail)} It is asked again ${state.seconds > 1 ? `in ${state.seconds} seconds` : "at once"}; nothing is lost.`
          : tenth > 0 && `${10 * tenth}% done.`}
      </p>
      <div className="mt-6 flex flex-wrap items-center gap-x-8 gap-y-3">
        {phase === "waiting" && (
          <button type="button" className="button cursor-pointer" onClick={onWake}>
            Ask again now
          </button>
        )}
        <button type="button" className="link min-h-11 cursor-pointer" onClick={onStop}>
          Stop
        </button>
      </div>
    </>
  );
}
