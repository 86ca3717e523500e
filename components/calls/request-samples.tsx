import { withBase } from "@/lib/base-path";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { LanguageTabs } from "./language-tabs";
import type { KeyUse } from "./read-key-use";
import { samplesOf } from "./samples";

interface RequestSamplesProps {
  model: Model;
  inputs: Inputs;
  origin: string;
  keys: KeyUse;
}

/** The prediction for these inputs in every language, to be copied, and where its key comes from. */
export function RequestSamples({ model, inputs, origin, keys }: RequestSamplesProps) {
  const samples = samplesOf(model, `${origin}/api/models/${model.spec.id}/predict`, inputs, keys.needed);
  return (
    <>
      <LanguageTabs samples={samples} notes={{ "call-typescript": <TypedClients /> }} />
    </>
  );
}

function TypedClients() {
  return (
    <>
      For typed TypeScript clients, use <span className="font-mono">openapi-typescript</span> with{" "}
      <a href={withBase("/api/openapi.json")} className="link">
        the OpenAPI document
      </a>
      , or <span className="font-mono">createClient</span> of{" "}
      <span className="font-mono wrap-anywhere">lib/api/client.ts</span> in Glasshouse&apos;s repository.
    </>
  );
}
