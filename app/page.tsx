import { readAccess, specToSend } from "@/components/admin/session";
import { originOf } from "@/components/calls/origin";
import { readKeyUse } from "@/components/calls/read-key-use";
import { findQuestions } from "@/components/compare/question";
import { FirstModel } from "@/components/home/first-model";
import { ModelRows } from "@/components/home/model-rows";
import { rankModels } from "@/components/home/rank-models";
import { OwnersWay, Ways } from "@/components/home/ways";
import { NoModel } from "@/components/no-model";
import { pageToken } from "@/components/page-token";
import { toQuery } from "@/components/query";
import { exampleInputs } from "@/lib/model/inputs/example";
import { listModels, listNotServed } from "@/lib/registry/registry";
import { headers } from "next/headers";

export default async function HomePage({ searchParams }: PageProps<"/">) {
  // The list belongs to the running instance, not to the build; reading the query says so.
  const query = toQuery(await searchParams);
  const models = await listModels();
  const owner = (await readAccess().catch(() => "out")) === "in";
  const ranked = rankModels(models);
  const [first] = ranked;
  return (
    <>
      <h1 className="pt-2 pb-3 text-lead tracking-[-0.025em] sm:pt-8 sm:text-head lg:pb-8">
        An estimate you can check: the number, its range, and the reasons.
      </h1>
      {first ? (
        <>
          <FirstModel
            ranked={first}
            spec={await specToSend(first.model.spec)}
            query={query}
            token={await pageToken()}
          />
          <Ways
            spec={first.model.spec}
            inputs={exampleInputs(first.model)}
            origin={originOf(await headers())}
            keyed={(await readKeyUse()).needed}
            owner={owner}
          />
          <ModelRows ranked={ranked} questions={findQuestions(models)} />
        </>
      ) : (
        <div id="all-models" className="pt-6">
          <NoModel waiting={(await listNotServed()).length} />
          <div className="mt-10">
            <OwnersWay owner={owner} />
          </div>
        </div>
      )}
    </>
  );
}
