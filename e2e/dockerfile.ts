import { execFile } from "node:child_process";
import { cp, mkdir, readFile } from "node:fs/promises";
import { basename, join, posix } from "node:path";
import { promisify } from "node:util";
import { DockerfileParser, type Copy, type Env, type Instruction } from "dockerfile-ast";

/**
 * What the Dockerfile says, done on the bare machine: a folder stands for the root of a stage's file system, and the
 * Node that is here for the one of the base image. It knows what this project's Dockerfile uses, and refuses the rest.
 */
export interface Stage {
  /** What stands on this machine for a path in the stage. */
  locate: (path: string) => string;
  workdir: string;
  environment: Record<string, string>;
  user: { uid: number; gid: number };
  entrypoint: string[];
  healthcheck: string[];
}

const execute = promisify(execFile);
const words = (instruction: Instruction) => instruction.getArguments().map((argument) => argument.getValue());
const readCommand = (text: string) => JSON.parse(text) as string[];

/** The names at the root of the project that .dockerignore, which begins with "*", lets into the build. */
export async function readContext(project: string): Promise<string[]> {
  const lines = (await readFile(join(project, ".dockerignore"), "utf8")).split("\n");
  const [everything, ...names] = lines.filter((line) => line !== "" && !line.startsWith("#"));
  if (everything !== "*" || names.some((name) => !/^![\w.-]+$/.test(name))) {
    throw new Error('.dockerignore must be "*", then names with "!" before them');
  }
  return names.map((name) => name.slice(1));
}

/** A stage's instructions, FROM left out; the last stage, which is the image, has no name. */
async function readStage(project: string, name: string): Promise<Instruction[]> {
  const file = DockerfileParser.parse(await readFile(join(project, "Dockerfile"), "utf8"));
  const stages = new Map<string, Instruction[]>();
  for (const instruction of file.getInstructions()) {
    if (instruction.getKeyword() === "FROM") stages.set(words(instruction)[2] ?? "", []);
    else [...stages.values()].at(-1)?.push(instruction);
  }
  const found = stages.get(name);
  if (!found) throw new Error(`the Dockerfile must have a stage ${name}`);
  return found;
}

/** Carry out a stage in an empty folder; `stages` are those that it may copy from. */
export async function buildStage(
  project: string,
  name: string,
  folder: string,
  stages: Record<string, Stage> = {},
): Promise<Stage> {
  const locate = (path: string) => join(folder, path);
  const stage: Stage = {
    locate,
    workdir: "/",
    environment: {},
    user: { uid: 0, gid: 0 },
    entrypoint: [],
    healthcheck: [],
  };
  for (const instruction of await readStage(project, name)) {
    const text = instruction.getArgumentsContent() ?? "";
    switch (instruction.getKeyword()) {
      case "WORKDIR":
        stage.workdir = text;
        await mkdir(locate(text), { recursive: true });
        break;
      case "ENV":
        for (const property of (instruction as Env).getProperties()) {
          stage.environment[property.getName()] = property.getValue() ?? "";
        }
        break;
      case "COPY":
        await copy(project, instruction as Copy, stage, stages);
        break;
      case "RUN": {
        // The one command with a path from the root of the stage. Only root may give a folder away.
        const [, start = "", path] = /^(install -d .+ )(\/\S+)$/.exec(text) ?? [];
        const allowed = process.getuid?.() === 0 ? start : start.replace(/-[og] \d+ /g, "");
        const command = path === undefined ? text : allowed + locate(path);
        await execute("sh", ["-c", command], { cwd: locate(stage.workdir), maxBuffer: Infinity });
        break;
      }
      case "USER": {
        const [uid, gid] = text.split(":").map(Number);
        stage.user = { uid: uid ?? NaN, gid: gid ?? NaN };
        break;
      }
      case "HEALTHCHECK":
        stage.healthcheck = readCommand(text.replace(/^CMD /, ""));
        break;
      case "ENTRYPOINT":
        stage.entrypoint = readCommand(text);
        break;
      // It has no value unless one is given to the build.
      case "ARG":
      case "EXPOSE":
      case "LABEL":
      case "STOPSIGNAL":
        break;
      default:
        throw new Error(`an instruction that is not known here: ${instruction.toString()}`);
    }
  }
  return stage;
}

/** As Docker copies: of a folder its content, of the project what .dockerignore lets in. */
async function copy(project: string, instruction: Copy, stage: Stage, stages: Record<string, Stage>): Promise<void> {
  const paths = words(instruction);
  const target = stage.locate(posix.resolve(stage.workdir, paths.pop() ?? ""));
  const options = { recursive: true, verbatimSymlinks: true };
  const from = instruction.getFromFlag()?.getValue();
  if (from != null) {
    const source = stages[from];
    if (!source || paths.length !== 1) throw new Error(`what this copies is not known: ${instruction.toString()}`);
    return cp(source.locate(paths[0]!), target, options);
  }
  const context = await readContext(project);
  for (const path of paths.includes(".") ? context : paths) {
    if (!context.includes(path)) throw new Error(`.dockerignore keeps ${path} out of the build`);
    await cp(join(project, path), join(target, basename(path)), options);
  }
}
