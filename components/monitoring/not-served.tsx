import { useWords } from "@/components/language/use-words";
import type { StoredModel } from "@/lib/monitoring/earlier";
import { EarlierVersions } from "./earlier-versions";
import { MONITORING_WORDS } from "./words";

/** A model that is not served now: of its description, only the name is left. */
export function NotServedModel({ of: { model, versions } }: { of: StoredModel }) {
  const words = useWords(MONITORING_WORDS);
  return (
    <section className="spread border-t border-rule py-8 lg:py-10">
      <h2 className="text-base font-medium">{model}</h2>
      <div className="max-w-[46rem] min-w-0">
        <p>{words.notServedModel}</p>
        <EarlierVersions of={model} versions={versions} />
      </div>
    </section>
  );
}
