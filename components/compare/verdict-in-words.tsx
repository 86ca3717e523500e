import { rowsInWords } from "@/components/row-words";
import { sharesCount, type Judged, type Verdict } from "./verdict";
import { useLocale } from "#locale";
import { useWords } from "@/components/language/use-words";
import { useWriter } from "@/components/language/use-writer";
import { localeOf, DEFAULT_LOCALE } from "@/lib/language/locale";
import { writerOf, type Writer } from "@/lib/model/format";
import type { Model } from "@/lib/model/model";
import { Fragment } from "react";
import { VERDICT_WORDS } from "./words";

/** The median error of each: as a share, or in the target's unit where one model has no shares. */
function writeErrors(ranking: Judged[]): string[] {
  const shares = ranking.map(({ evidence }) => evidence.accuracy.mdape);
  const { quantity } = writerOf(ranking[0] ? localeOf(ranking[0].model.spec) : DEFAULT_LOCALE);
  if (sharesCount(ranking))
    return writeShares(
      quantity,
      shares.map((share) => share ?? NaN),
    );
  return ranking.map(({ model, evidence }) => {
    return quantity(Number(evidence.accuracy.mdae.toPrecision(3)), model.spec.target.unit);
  });
}

/** Shares in whole per cent, or with as many decimals as tell them apart. */
function writeShares(quantity: Writer["quantity"], shares: number[]): string[] {
  const texts = (step: number) => shares.map((share) => quantity(share * 100, "%", step));
  const [whole, finer] = [texts(1), texts(0.1)];
  return new Set(whole).size > 1 || new Set(finer).size === 1 ? whole : finer;
}

function Name({ model }: { model: Model }) {
  const { quoted } = useWriter();
  return <strong className="font-medium">{quoted(model.spec.title)}</strong>;
}

/** "The accuracy of “House price” is not known: no rows with known outcomes came with it." */
export function unknownInWords(models: Model[]): string {
  const locale = localeOf(models[0]!.spec);
  const { list, quoted } = writerOf(locale);
  const titles = list(models.map(({ spec }) => quoted(spec.title)));
  return VERDICT_WORDS[locale].unknown(titles, models.length === 1);
}

/** How near to the actual value half of the estimates of each are. */
function Accuracies({ ranking: [first, ...others], errors }: { ranking: [Judged, ...Judged[]]; errors: string[] }) {
  const words = useWords(VERDICT_WORDS);
  const { inSentence } = writerOf(useLocale());
  const name = (model: Model) => <Name model={model} />;
  return (
    <>
      {words.half(name(first.model), errors[0]!, inSentence(first.model.spec.target))}
      {others.map(({ model }, index) => (
        <Fragment key={model.spec.id}> {words.otherHalf(name(model), errors[index + 1]!)}</Fragment>
      ))}
    </>
  );
}

/** The model that is clearly more accurate than all others; null where there is none. */
export function trustedMost({ ranking, best, closer }: Verdict): Model | null {
  const errors = writeErrors(ranking);
  const agreed = !closer || (!closer.chance && closer.count > (closer.rows - closer.ties) / 2);
  return agreed && errors[0] !== errors[1] ? best : null;
}

/** Which model is more accurate, or whose accuracy is not known, and why. */
function Best({ verdict }: { verdict: Verdict }) {
  const words = useWords(VERDICT_WORDS);
  const { ranking, unknown, best } = verdict;
  if (!best) return `${words.notKnown} ${unknownInWords(unknown)}`;
  const trusted = trustedMost(verdict);
  return trusted ? words.best(<Name model={trusted} />, ranking.length) : words.none;
}

/** How the two most accurate compare row by row, and how far their rows allow it. */
function Rows({ verdict: { ranking, sameRows, closer } }: { verdict: Verdict }) {
  const locale = useLocale();
  const words = VERDICT_WORDS[locale];
  const { quantity, count } = writerOf(locale);
  const [first, second] = ranking;
  if (!first || !second) return null;
  const titles = [first.model.spec.title, second.model.spec.title] as const;
  return (
    <>
      {closer && (
        <p className="mt-4 max-w-[38rem] text-quiet">
          {words.closer(
            rowsInWords(closer.rows, first.evidence.background.actual.length, first.evidence.rows, locale),
            titles[0],
            quantity(closer.count),
            titles[1],
            quantity(closer.rows - closer.count - closer.ties),
          )}
          {closer.ties > 0 && ` ${words.ties(count(closer.ties, ...words.rows))}`}
          {closer.chance && closer.ties < closer.rows && ` ${words.chance}`}
        </p>
      )}
      {!sameRows && <p className="mt-4 max-w-[38rem] text-quiet">{words.otherRows}</p>}
    </>
  );
}

/** Which model is more accurate, by how much, and how certain that is. */
export function VerdictInWords({ verdict }: { verdict: Verdict }) {
  const [first, ...others] = verdict.ranking;
  const errors = writeErrors(verdict.ranking);
  return (
    <>
      <p className="max-w-[38rem] text-lead">
        <Best verdict={verdict} /> {first && <Accuracies ranking={[first, ...others]} errors={errors} />}
      </p>
      <Rows verdict={verdict} />
    </>
  );
}
