import { rangeOrReason } from "@/components/range-words";
import { RangeLine } from "@/components/range-line";
import { estimatePath, formPath, levelName } from "@/components/query";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import Link from "next/link";
import { CopyButton } from "@/components/copy-button";
import { SaveEstimate } from "@/components/saved/save-estimate";
import { Display } from "./display";
import { offeredLevels } from "./level";
import { LevelChoice } from "./level-choice";
import { PrintButton } from "./print-button";
import { unreadLevelInWords } from "./range-sentences";
import type { ReportProps } from "./report-props";
import { restsInWords } from "./sentences";
import { assumedInWords, ROUNDED } from "./unknown-sentences";
import { WarningList } from "./warning-list";
import { HEAD_WORDS } from "./words";

/** The part of the page with all limits of the model. */
export const LIMITS = "limits";

interface AnswerHeadProps extends ReportProps {
  origin: string;
  /** A level in the address that the model cannot give. */
  unread: string | undefined;
}

/** What a person in a hurry reads: the number, its range, what to keep in mind, and the ways on. */
export function AnswerHead(about: AnswerHeadProps) {
  const { model, prediction, step } = about;
  const { spec, evidence } = model;
  const { estimate, interval, assumed } = prediction;
  const edges = evidence?.histogram.edges;
  const words = useWords(HEAD_WORDS);
  const write = useWriter();
  const rests = interval && prediction.warnings.length === 0 && restsInWords(model);
  return (
    <>
      <WarningList {...about} />
      <h1 className="print:max-w-[26rem]">
        <span className="block text-head">{words.weEstimate}</span>
        <Display>{write.quantity(estimate, spec.target.unit, step)}</Display>
      </h1>
      <p className="mt-3 text-small text-quiet">
        {spec.target.label}
        {spec.target.help && `, ${spec.target.help}`}
      </p>
      <p className="mt-5 max-w-[38rem] text-lead print:mt-3">
        {rangeOrReason(spec, prediction, step)}
        {!interval && ` ${ROUNDED[write.locale]}`}
      </p>
      {rests && <p className="mt-2 max-w-[38rem] text-small text-quiet">{rests}</p>}
      {interval && edges && (
        <div className="-mt-2 max-w-[38rem] print:hidden">
          <RangeLine edges={edges} interval={interval} estimate={estimate} />
        </div>
      )}
      {interval && (
        <LevelChoice
          levels={offeredLevels(model, about.level)}
          level={about.level}
          path={estimatePath(spec, about.inputs)}
          name={levelName(spec)}
          outside={prediction.warnings.length > 0}
        />
      )}
      {interval && about.unread !== undefined && (
        <p className="screen-only text-small text-rust">
          {unreadLevelInWords(write.locale, about.unread, about.level)}
        </p>
      )}
      {assumed.length > 0 && <p className="mt-3 max-w-[38rem] text-quiet">{assumedInWords(spec, assumed)}</p>}
      <FirstLimit {...about} />
      <WaysOn {...about} />
    </>
  );
}

/** The disclaimer of the model, or else its first limit. */
function FirstLimit({ model: { spec } }: ReportProps) {
  const { disclaimer, limits } = spec.card;
  const words = useWords(HEAD_WORDS);
  return (
    <p
      className={`mt-4 max-w-[38rem] border-l-2 pl-4 ${disclaimer ? "border-rust font-medium" : "border-edge text-small"}`}
    >
      {disclaimer ?? limits[0]}{" "}
      {(disclaimer || limits.length > 1) && (
        <a href={`#${LIMITS}`} className="link screen-only font-normal whitespace-nowrap">
          {words.allLimits}
        </a>
      )}
    </p>
  );
}

/** Change answers, send the estimate on, print it. */
function WaysOn(about: AnswerHeadProps) {
  const { inputs, level, origin } = about;
  const { spec } = about.model;
  const words = useWords(HEAD_WORDS);
  return (
    <>
      <div className="screen-only mt-6 flex flex-wrap items-center gap-x-5 gap-y-2 text-small sm:gap-x-8">
        <Link href={formPath(spec, inputs, { level })} className="button px-5 sm:px-7">
          {words.change}
        </Link>
        <CopyButton of="page-address">{words.copyLink}</CopyButton>
        <SaveEstimate {...about} />
        <PrintButton />
      </div>
      <p id="page-address" className="mt-4 hidden text-small text-quiet wrap-anywhere print:block">
        {origin + estimatePath(spec, inputs, level)}
      </p>
    </>
  );
}
