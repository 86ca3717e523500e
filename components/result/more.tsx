import { versionInWords } from "@/components/version-words";
import { asCurl } from "@/components/calls/curl";
import { CodeSample } from "@/components/calls/code-sample";
import { Disclaimer, LimitList } from "@/components/limit-list";
import { NotShown } from "@/components/not-shown";
import { callsPath } from "@/components/query";
import Link from "next/link";
import { AccuracyTable } from "./accuracy-table";
import { LIMITS } from "./answer-head";
import { Curves } from "./curves";
import { Effects } from "./effects";
import { Fold } from "./fold";
import { HowSure } from "./how-sure";
import type { ReportProps } from "./report-props";

interface MoreProps extends ReportProps {
  origin: string;
  /** Whether the reader may see what the model is made of. */
  shown: boolean;
  /** Whether calls of programs need a key. */
  keyed: boolean;
}

/** What not every reader of an estimate needs, each part folded. */
export function More({ origin, shown, keyed, ...about }: MoreProps) {
  const { model, inputs, prediction } = about;
  const { spec, evidence } = model;
  const url = `${origin}/api/models/${spec.id}/predict`;
  return (
    <>
      <div className="-mt-2.5 border-b border-rule [&>:first-child]:border-t-0">
        <Fold title="How sure is it?">
          <HowSure {...about} />
          {evidence && (
            <div className="screen-only mt-10">
              <h4 className="pb-2 text-small text-quiet">Compared with guessing the average</h4>
              <AccuracyTable spec={spec} evidence={evidence} />
            </div>
          )}
        </Fold>
        <Fold screenOnly title="One answer at a time">
          <Curves {...about} />
        </Fold>
        <Fold title="What each change is worth">
          {shown ? <Effects model={model} inputs={inputs} outside={prediction.warnings.length > 0} /> : <NotShown />}
        </Fold>
        <Fold title="Limits of this model" anchor={LIMITS}>
          <Disclaimer spec={spec} />
          <LimitList spec={spec} />
        </Fold>
        <Fold screenOnly title="Get this from code">
          <CodeSample id="call-curl" title="curl" text={asCurl(url, inputs, keyed)} />
          <Link href={callsPath(spec, inputs)} className="link mt-2 inline-flex min-h-11 items-center">
            In JavaScript, TypeScript, Python and R
          </Link>
        </Fold>
      </div>
      <p className="mt-6 text-caption text-quiet">
        {versionInWords(model)} {spec.card.source}
      </p>
    </>
  );
}
