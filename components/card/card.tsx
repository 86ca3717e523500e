import { useWords } from "@/components/language/use-words";
import { Section } from "@/components/section";
import { accuracyInWords } from "@/components/accuracy-measures";
import { NotShown } from "@/components/not-shown";
import { judge } from "@/lib/judging/findings";
import { hasBackground } from "@/lib/model/evidence";
import type { Model } from "@/lib/model/model";
import type { Coefficient } from "@/lib/model/predictor";
import type { ReactNode } from "react";
import { Accuracy, UnknownAccuracy } from "./accuracy";
import { Calibration } from "./calibration";
import { Coefficients, CoefficientsAlone } from "./coefficients";
import { Coverage } from "./coverage";
import { Data, UnseenData } from "./data";
import { ErrorShape } from "./error-shape";
import { ErrorsByInput } from "./errors-by-input";
import { ErrorsByEstimate } from "./errors-by-estimate";
import { EstimatesAgainstTruth } from "./estimates-against-truth";
import { ProblemList, ProblemsInShort } from "./problem-list";
import { FitFigures } from "./fit-figures";
import { LackOfFit } from "./lack-of-fit";
import { InfluentialRows } from "./influential-rows";
import { CardLimits } from "./card-limits";
import { Purpose } from "./purpose";
import { RatioStudy } from "./ratio-study";
import { Segments } from "./segments";
import { CARD_WORDS } from "./words";

type Judgement = ReturnType<typeof judge>;

interface CardSection {
  anchor: string;
  title: string;
  /** Null where it would be about something that this model does not have. */
  content: ReactNode;
}

function sectionsOf(
  words: (typeof CARD_WORDS)["en"],
  model: Model,
  { shown, published }: { shown: boolean; published: boolean },
  { problems, level }: Judgement,
): CardSection[] {
  const { spec, evidence, uncertainty, predictor } = model;
  const { coefficients, inference } = predictor;
  const sections: CardSection[] = [
    {
      anchor: "data",
      title: evidence?.calibration ? words.calibrationData : words.trainingData,
      content: evidence ? <Data model={model} evidence={evidence} /> : <UnseenData model={model} />,
    },
    {
      anchor: "accuracy",
      title: words.accuracy,
      content: evidence ? <Accuracy model={model} evidence={evidence} /> : <UnknownAccuracy model={model} />,
    },
    {
      anchor: "figures",
      title: words.figures,
      content: inference && <FitFigures model={model} inference={inference} />,
    },
    {
      anchor: "lack-of-fit",
      title: words.lackOfFit,
      content: inference && <LackOfFit model={model} inference={inference} level={level} />,
    },
    { anchor: "problems", title: words.problems, content: <ProblemList model={model} problems={problems} /> },
    {
      anchor: "coefficients",
      title: words.coefficients,
      content: coefficients && (shown ? <Learnt model={model} coefficients={coefficients} /> : <NotShown />),
    },
    {
      anchor: "truth",
      title: words.estimatesAndActual,
      content: hasBackground(evidence) && <EstimatesAgainstTruth model={model} evidence={evidence} />,
    },
    {
      anchor: "errors",
      title: words.errorsByEstimate,
      content: hasBackground(evidence) && <ErrorsByEstimate model={model} evidence={evidence} />,
    },
    { anchor: "shape", title: words.errorDistribution, content: inference && <ErrorShape inference={inference} /> },
    {
      anchor: "inputs",
      title: words.errorsByInput,
      content: hasBackground(evidence) && <ErrorsByInput model={model} />,
    },
    {
      anchor: "ranges",
      title: words.ranges,
      content: evidence && uncertainty && (
        <Coverage spec={spec} evidence={evidence} uncertainty={uncertainty} level={level} />
      ),
    },
    {
      anchor: "chances",
      title: words.probabilities,
      content: evidence && uncertainty && <Calibration model={model} evidence={evidence} level={level} />,
    },
    {
      anchor: "ratios",
      title: words.ratioStudy,
      content: evidence && spec.target.ratioStudy && <RatioStudy model={model} />,
    },
    {
      anchor: "segments",
      title: words.segments,
      content: evidence && <Segments spec={spec} evidence={evidence} />,
    },
    {
      anchor: "influence",
      title: words.influentialRows,
      content: inference && <InfluentialRows model={model} inference={inference} />,
    },
    {
      anchor: "limits",
      title: words.cardLimits,
      content: <CardLimits model={model} published={published} />,
    },
  ];
  return sections.filter(({ content }) => content);
}

function Learnt({ model, coefficients }: { model: Model; coefficients: Coefficient[] }) {
  const { spec, predictor } = model;
  return predictor.inference ? (
    <Coefficients model={model} inference={predictor.inference} />
  ) : (
    <CoefficientsAlone spec={spec} coefficients={coefficients} />
  );
}

/**
 * Everything that is known of a model, what matters to a person before what matters to a statistician.
 *
 * @param props.shown whether the reader sees what the model is made of
 * @param props.published whether it has a form and an API to lead to, as a draft has none
 */
export function Card({ model, shown, published = true }: { model: Model; shown: boolean; published?: boolean }) {
  const { spec } = model;
  const words = useWords(CARD_WORDS);
  const judgement = judge(model);
  const sections = sectionsOf(words, model, { shown, published }, judgement);
  return (
    <article>
      <div className="spread pt-8 pb-14 lg:pt-14 lg:pb-20">
        <div className="max-w-[46rem] min-w-0 lg:order-last print:col-start-2">
          <h1>
            <span className="block text-head">{words.howAccurateIs} </span>
            <span className="-ml-[0.04em] block text-title tracking-[-0.035em]">{words.titleAsked(spec.title)}</span>
          </h1>
          <p className="mt-5 max-w-[38rem] text-lead">{accuracyInWords(model)}</p>
          <ProblemsInShort model={model} problems={judgement.problems} />
          <p className="mt-5 max-w-[36rem] text-quiet">{spec.summary}</p>
          <Purpose model={model} published={published} />
        </div>
        <nav aria-label={words.onThisPage} className="screen-only text-small">
          <ul className="grid grid-cols-2 gap-x-4 lg:grid-cols-1">
            {sections.map(({ anchor, title }) => (
              <li key={anchor}>
                <a href={`#${anchor}`} className="flex min-h-11 items-center hover:text-accent lg:min-h-8">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {sections.map(({ anchor, title, content }) => (
        <Section late key={anchor} anchor={anchor} title={title}>
          {content}
        </Section>
      ))}
    </article>
  );
}
