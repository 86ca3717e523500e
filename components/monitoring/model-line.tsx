import { accuracyInWords } from "./accuracy-sentences";
import { driftInWords } from "./drift-sentences";
import { isBad } from "./verdict-words";
import { volumeInWords } from "./volume-sentences";
import { GetEstimate, lacksOutcomes } from "./first-steps";
import type { MonitoringReport } from "@/lib/monitoring/report";
import type { Model } from "@/lib/model/model";
import { useLocale } from "#locale";
import Link from "next/link";

/** A model of the list, in a sentence or two. */
export function ModelLine({ model, report, days }: { model: Model; report: MonitoringReport; days: number }) {
  const { spec } = model;
  const locale = useLocale();
  const asked = report.volume.predictions > 0 || report.volume.outcomes > 0;
  const bad = isBad(report.performance.verdict) || isBad(report.drift.verdict);
  return (
    <section className="spread border-t border-rule py-8 lg:py-10">
      <h2 className="text-base font-medium">
        <Link href={`/monitoring/${spec.id}?days=${days}`} className="link inline-flex min-h-11 items-center">
          {spec.title}
        </Link>
      </h2>
      <div className={`max-w-[46rem] ${bad ? "border-l-2 border-rust pl-5" : ""}`}>
        <p className="text-lead">{volumeInWords(locale, report, days)}</p>
        {asked && (
          <p className="mt-2">
            {accuracyInWords(locale, report, spec.target.unit)} {driftInWords(locale, report)}
          </p>
        )}
        {lacksOutcomes(report) && report.volume.predictions === 0 && (
          <p className="mt-2">
            <GetEstimate id={spec.id} />
          </p>
        )}
      </div>
    </section>
  );
}
