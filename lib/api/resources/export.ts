import { dialectNames, exportModel, formatNames, formats, questionNames } from "../../export/export";
import { DEFAULT_LEVEL } from "../../model/answer/level";
import { invalidInput } from "../problem/problem";
import { refuse } from "../problem/refuse";
import { findServed } from "../request/find-served";
import { readParameters } from "../request/read-parameters";
import { resource } from "../resource";

/**
 * `GET /api/models/{model}/export?format=&dialect=&table=&level=`: the model in another language, as a file.
 *
 * JSON holds a sample of the training rows, which explanations are measured against. Where the owner does not show
 * rows, it comes without them, explains nothing and says so; with them, it is only had from the command line.
 */
export const getExport = resource({
  method: "get",
  path: "/api/models/:model/export",
  auth: "model",
  revalidated: true,
  document: {
    id: "exportModel",
    tag: "Models",
    summary: "Export a model",
    description:
      "As one SELECT for the database where the data is, as a function without dependencies in TypeScript or Python, or whole, in JSON: without rows where these are private, so that it explains nothing. Each answers as predict does, with the interval of one level.",
    query: {
      format: {
        required: true,
        description: "The language; json is the whole model, for Glasshouse itself.",
        schema: { type: "string", enum: formatNames },
        example: "sql",
      },
      dialect: {
        description: "The database, needed for sql.",
        schema: { type: "string", enum: dialectNames },
        example: "postgres",
      },
      table: {
        description: "The table with a column for each input, needed for sql: one to three names joined by dots.",
        schema: { type: "string" },
        example: "houses",
      },
      level: {
        description: "The probability that the interval from low to high holds the truth.",
        schema: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1, default: DEFAULT_LEVEL },
      },
    },
    answer: {
      mediaTypes: Object.values(formats).map(({ mediaType }) => mediaType),
      description: "a file in the chosen format",
    },
  },
  async handler(context) {
    const served = await findServed(context.req.param("model"));
    if ("problem" in served) return refuse(context, served.problem);
    const { model } = served;

    const { parameters, errors } = readParameters(context.req.url, questionNames);
    const exported = exportModel(model, parameters, { open: true });
    if ("faults" in exported) errors.push(...exported.faults.map(({ name, detail }) => ({ parameter: name, detail })));
    if ("faults" in exported || errors.length > 0) return refuse(context, invalidInput(errors));

    return context.body(exported.text, 200, {
      "Content-Type": `${exported.mediaType}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${exported.fileName}"`,
    });
  },
});
