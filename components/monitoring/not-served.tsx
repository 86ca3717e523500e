import type { StoredModel } from "@/lib/monitoring/earlier";
import { EarlierVersions } from "./earlier-versions";

/** A model that is not served any more, or not now: its name is all that is left of its description. */
export function NotServedModel({ of: { model, versions } }: { of: StoredModel }) {
  return (
    <section className="spread border-t border-rule py-8 lg:py-10">
      <h2 className="text-base font-medium">{model}</h2>
      <div className="max-w-[46rem] min-w-0">
        <p>This model is not served now. Its estimates and outcomes are kept.</p>
        <EarlierVersions of={model} versions={versions} />
      </div>
    </section>
  );
}
