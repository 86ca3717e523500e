import { withBase } from "../../../base-path";
import { isLocale, LOCALES } from "../../../language/locale";
import { createDraft } from "../../../service/drafts/create";
import type { DraftOptions } from "../../../service/drafts/types";
import { settings } from "../../../service/settings";
import { actorOf } from "../../middleware/authorize";
import { draftTooLarge, invalidInput, unsupportedMediaType } from "../../problem/problem";
import { refuse } from "../../problem/refuse";
import type { FieldError } from "../../problem/schema";
import { nodeOf } from "../../request/node";
import { headersOf } from "../../request/read-header";
import { mediaTypeOf } from "../../request/read-json";
import { readParameters } from "../../request/read-parameters";
import { resource } from "../../resource";
import { BodyFault, openBody } from "../predict-batch/open-body";
import { draftAnswer, problemOfDraft } from "./answer";
import { draftExample } from "./example";
import { draftSchema } from "./schema";

const TABLE = /^(text|application)\/(csv|tab-separated-values)$/;
/** What no file is sent as. */
const NO_FILE = /^(application\/(json|x-www-form-urlencoded)|multipart\/.*)$/;

const text = (description: string, example?: string) => ({ description, schema: { type: "string" }, example });

/** `POST /api/drafts?target=&id=`: make a model of a file. */
export const postDraft = resource({
  method: "post",
  path: "/api/drafts",
  auth: "publish",
  problems: ["no-store", "not-ready", "draft-conflict"],
  document: {
    id: "createDraft",
    tag: "Drafts",
    summary: "Make a model from a table or a model file",
    description:
      "From a CSV table, Glasshouse guesses the description and trains a model. A model file is a pickle of scikit-learn, for example, or a zip archive of a model’s files; Glasshouse reads it without running it. The work continues after the response: GET the draft until its status is ready or failed. The file may be compressed with gzip. It needs a key with the scope publish, or the cookie of a login.",
    query: {
      target: text("The column to estimate; of a model file, how its target is called, as in price (USD).", "price"),
      id: text("The model's name in addresses; made of the name of the file if it is left out.", "homes"),
      file: text("The name of the file. A model file needs it.", "homes.csv"),
      language: {
        description: "The language of the texts that are made, as the table has its labels; en if it is left out.",
        schema: { type: "string", enum: [...LOCALES] },
      },
      names: text("Of a model file that names no inputs: their names in its order, by commas."),
      positive: {
        description: "For a model file: true where its target is always above 0.",
        schema: { type: "string", enum: ["true", "false"] },
      },
      "one-hot": text("Of a model file: columns of 0 and 1 that are one category, as location=4-243."),
    },
    uploads: {
      "text/csv": "a table with column names in the first line",
      "application/octet-stream": "a model file; the parameter file has its name",
    },
    answer: {
      schema: draftSchema,
      status: 202,
      description: "the draft while Glasshouse reads the file; Location is its address",
      examples: { reading: draftExample },
    },
  },
  async handler(context) {
    const { raw } = context.req;
    const { parameters, errors } = readParameters(raw.url, [
      "target",
      "id",
      "file",
      "language",
      "names",
      "positive",
      "one-hot",
    ]);
    const type = mediaTypeOf(context.req.header("content-type"));
    if (type === "" || NO_FILE.test(type)) {
      const needs = "the content type must be text/csv for a table, or application/octet-stream for a model file";
      return refuse(context, unsupportedMediaType(needs));
    }
    const options = readOptions(parameters, errors);
    if (errors.length > 0) return refuse(context, invalidInput(errors));
    const taken = { limit: settings().DRAFT_LIMIT, larger: draftTooLarge, answersMeanwhile: false };
    try {
      const draft = await createDraft({
        kind: TABLE.test(type) ? "table" : "model",
        ...{ file: parameters.file, options, actor: await actorOf(headersOf(raw)) },
        bytes: openBody(raw, nodeOf(context).incoming, taken),
      });
      if ("refused" in draft) return refuse(context, problemOfDraft(draft, true));
      const headers = { Location: withBase(`/api/drafts/${draft.id}`), "Cache-Control": "no-store" };
      return context.json(draftAnswer(draft), 202, headers);
    } catch (error) {
      if (error instanceof BodyFault) return refuse(context, error.problem);
      throw error;
    }
  },
});

/** What the query says of a model file, with what is wrong with it. */
function readOptions(
  parameters: Partial<Record<"target" | "id" | "language" | "names" | "positive" | "one-hot", string>>,
  errors: FieldError[],
): Partial<DraftOptions> {
  const { target, id, language, names, positive, "one-hot": oneHot } = parameters;
  if (language !== undefined && !isLocale(language)) {
    errors.push({ parameter: "language", detail: `language must be ${LOCALES.join(" or ")}` });
  }
  if (positive !== undefined && !["true", "false"].includes(positive)) {
    errors.push({ parameter: "positive", detail: "positive must be true or false" });
  }
  return {
    ...(target !== undefined && { target }),
    ...(id !== undefined && { id }),
    ...(isLocale(language) && { language }),
    ...(names !== undefined && { names: names.split(",").map((name) => name.trim()) }),
    ...(positive !== undefined && { positive: positive === "true" }),
    // A parameter that is sent several times is a line of each.
    ...(oneHot !== undefined && { oneHot: oneHot.split("\n") }),
  };
}
