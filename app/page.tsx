import { readAccess, specToSend } from "@/components/admin/session";
import { originOf } from "@/components/calls/origin";
import { readKeyUse } from "@/components/calls/read-key-use";
import { accuracyLine } from "@/components/home/accuracy-line";
import { FirstModel } from "@/components/home/first-model";
import { ModelRows } from "@/components/home/model-rows";
import { readRanked } from "@/components/home/rank-models";
import { OwnersWay, Ways } from "@/components/home/ways";
import { HOME_WORDS } from "@/components/home/words";
import { readLocale } from "@/components/language/read-locale";
import { readModel } from "@/components/language/read-model";
import { NoModel } from "@/components/no-model";
import { pageToken } from "@/components/page-token";
import { toQuery } from "@/components/query";
import { exampleInputs } from "@/lib/model/inputs/example";
import { listNotServed } from "@/lib/registry/registry";
import { hasAdmin } from "@/lib/service/admin-session";
import { headers } from "next/headers";

export default async function HomePage({ searchParams }: PageProps<"/">) {
  // The list is that of the running instance, not of the build; reading the query says so to Next.
  const query = toQuery(await searchParams);
  const { ranked, questions } = await readRanked();
  const owner = (await readAccess().catch(() => "out")) === "in";
  const [first] = ranked;
  const model = first && (await readModel(first.model.spec.id));
  return (
    <>
      <h1 className="pt-2 pb-3 text-lead tracking-[-0.025em] sm:pt-8 sm:text-head lg:pb-8">
        {HOME_WORDS[await readLocale()].heading}
      </h1>
      {model ? (
        <>
          <FirstModel
            model={model}
            accuracy={accuracyLine(first)}
            spec={await specToSend(model.spec)}
            query={query}
            token={await pageToken()}
          />
          <Ways
            spec={model.spec}
            inputs={exampleInputs(model)}
            origin={originOf(await headers())}
            keyed={(await readKeyUse()).needed}
            owner={owner}
            login={hasAdmin()}
          />
          <ModelRows ranked={ranked} questions={questions} />
        </>
      ) : (
        <div id="all-models" className="pt-6">
          <NoModel waiting={(await listNotServed()).length} />
          <div className="mt-10">
            <OwnersWay owner={owner} login={hasAdmin()} />
          </div>
        </div>
      )}
    </>
  );
}
