import { versionInWords } from "@/components/version-words";
import { asCurl } from "@/components/calls/curl";
import { CodeSample } from "@/components/calls/code-sample";
import { Disclaimer, LimitList } from "@/components/limit-list";
import { NotShown } from "@/components/not-shown";
import { useWords } from "@/components/language/use-words";
import { callsPath } from "@/components/query";
import Link from "next/link";
import { AccuracyTable } from "./accuracy-table";
import { LIMITS } from "./answer-head";
import { Curves } from "./curves";
import { Effects } from "./effects";
import { Fold } from "./fold";
import { HowSure } from "./how-sure";
import type { ReportProps } from "./report-props";
import { REPORT_WORDS } from "./words";

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
  const words = useWords(REPORT_WORDS);
  const url = `${origin}/api/models/${spec.id}/predict`;
  return (
    <>
      <div className="-mt-2.5 border-b border-rule [&>:first-child]:border-t-0">
        <Fold title={words.sure}>
          <HowSure {...about} />
          {evidence && (
            <div className="screen-only mt-10">
              <h4 className="pb-2 text-small text-quiet">{words.guessing}</h4>
              <AccuracyTable spec={spec} evidence={evidence} />
            </div>
          )}
        </Fold>
        <Fold screenOnly title={words.curves}>
          <Curves {...about} />
        </Fold>
        <Fold title={words.effects}>
          {shown ? <Effects model={model} inputs={inputs} outside={prediction.warnings.length > 0} /> : <NotShown />}
        </Fold>
        <Fold title={words.limits} anchor={LIMITS}>
          <Disclaimer spec={spec} />
          <LimitList spec={spec} />
        </Fold>
        <Fold screenOnly title={words.code}>
          <CodeSample id="call-curl" title="curl" text={asCurl(url, inputs, keyed)} />
          <Link href={callsPath(spec, inputs)} className="link mt-2 inline-flex min-h-11 items-center">
            {words.languages}
          </Link>
        </Fold>
      </div>
      <p className="mt-6 text-caption text-quiet">
        {versionInWords(model)} {spec.card.source}
      </p>
    </>
  );
}
