import { useWords } from "@/components/language/use-words";
import type { Inputs } from "@/lib/model/inputs/schema";
import type { Model } from "@/lib/model/model";
import { originalOf } from "@/lib/model/translate";
import { LanguageTabs } from "./language-tabs";
import type { KeyUse } from "./read-key-use";
import { samplesOf } from "./samples";
import { linkTo } from "@/components/text-link";
import { CALLS_WORDS } from "./words";

interface RequestSamplesProps {
  model: Model;
  inputs: Inputs;
  origin: string;
  keys: KeyUse;
}

/** The prediction for these inputs in every language, to be copied, and where its key comes from. */
export function RequestSamples({ model, inputs, origin, keys }: RequestSamplesProps) {
  const samples = samplesOf(originalOf(model), `${origin}/api/models/${model.spec.id}/predict`, inputs, keys.needed);
  return <LanguageTabs samples={samples} notes={{ "call-typescript": <TypedClients /> }} />;
}

function TypedClients() {
  return useWords(CALLS_WORDS).typedClients(
    <span className="font-mono">openapi-typescript</span>,
    linkTo("/api/openapi.json"),
    <span className="font-mono">createClient</span>,
    <span className="font-mono wrap-anywhere">lib/api/client.ts</span>,
  );
}
