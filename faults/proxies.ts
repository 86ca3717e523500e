import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newFolder, newPort, start, type Owned } from "./owned";
import { until } from "./scenario";

/** A proxy that runs. */
export interface Proxy extends Owned {
  port: number;
  url: string;
}

const PLACES = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin"];
const INSTALL_MILLISECONDS = 60_000;

function find(name: string): string | undefined {
  return PLACES.map((place) => join(place, name)).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Packages go onto a machine only where nobody else lives: as root, with Debian's apt, in a container without systemd. */
const mayInstall = () =>
  process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") && !existsSync("/run/systemd/system");
let tried = false;

/** Where a proxy is, installed first where that may be; nothing where there is none. */
export function findProxy(name: "nginx" | "haproxy"): string | undefined {
  if (!find(name) && !tried && mayInstall()) {
    tried = true;
    const options = {
      stdio: "ignore",
      timeout: INSTALL_MILLISECONDS,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    } as const;
    spawnSync("apt-get", ["update", "-qq"], options);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "nginx-light", "haproxy"], options);
  }
  return find(name);
}

export const NOT_THERE = "it is not installed, and may not be installed here";

/** The version of a proxy, for the report. */
export function versionOf(name: "nginx" | "haproxy"): string {
  const path = find(name);
  if (!path) return `no ${name}`;
  const { stdout, stderr } = spawnSync(path, ["-v"], { encoding: "utf8" });
  return `${name} ${/\d+\.\d+\.\d+/.exec(stdout + stderr)?.[0] ?? ""}`;
}

async function listening(proxy: Owned, port: number): Promise<Proxy> {
  const open = await until(() => accepts(port), Boolean, 10);
  if (!open) {
    await proxy.stop("SIGKILL");
    throw new Error(`the proxy does not listen: ${proxy.written()}`);
  }
  return { ...proxy, port, url: `http://127.0.0.1:${port}` };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

/** nginx with what stands in its `http` block, where PORT is the one to listen on. */
export async function startNginx(http: (port: number) => string): Promise<Proxy> {
  const folder = newFolder();
  const port = await newPort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const text = `${user} daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;
events {}
http { access_log off; ${temporary.join(" ")} ${http(port)} }`;
  writeFileSync(join(folder, "nginx.conf"), text);
  const args = ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"];
  return listening(start(findProxy("nginx")!, args), port);
}

/** What most people write, and nothing else: HTTP/1.0 to the server, which sees its own address as `Host`. */
export const plainNginx = (to: number) => (port: number) =>
  `server { listen 127.0.0.1:${port}; location / { proxy_pass http://127.0.0.1:${to}; } }`;

/** What is copied from instructions for websockets, which Glasshouse has none of. */
export const websocketNginx = (to: number) => (port: number) =>
  `server { listen 127.0.0.1:${port}; location / { proxy_pass http://127.0.0.1:${to}; proxy_http_version 1.1;
  proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade"; proxy_set_header Host $host; } }`;

/** The file of this project, as it stands but for addresses. */
export const ownNginx =
  (...to: number[]) =>
  (port: number) =>
    readFileSync(fileURLToPath(new URL("../deploy/nginx.conf", import.meta.url)), "utf8")
      .replace("listen 80;", `listen 127.0.0.1:${port};`)
      .replace("server 127.0.0.1:3000;", to.map((each) => `server 127.0.0.1:${each};`).join(" "));

const HEALTH = "option httpchk GET /api/health/ready";

/** HAProxy as its manual begins: a check of health as it sends it by itself, in HTTP/1.0 and without `Host`. */
export async function startHaproxy(servers: number[], between = "2s"): Promise<Proxy & { stats: string }> {
  const folder = newFolder();
  const [port, statsPort] = [await newPort(), await newPort()];
  const lines = servers.map((to, index) => `  server app${index} 127.0.0.1:${to} check inter ${between} fall 1 rise 1`);
  const text = `defaults
  mode http
  timeout connect 5s
  timeout client 5m
  timeout server 5m
  timeout check 5s
frontend front
  bind 127.0.0.1:${port}
  default_backend back
backend back
  balance roundrobin
  ${HEALTH}
${servers.length > 1 ? "  option redispatch" : ""}
${lines.join("\n")}
listen stats
  bind 127.0.0.1:${statsPort}
  stats enable
  stats uri /
`;
  const path = join(folder, "haproxy.cfg");
  writeFileSync(path, text);
  execFileSync(findProxy("haproxy")!, ["-c", "-q", "-f", path]);
  const proxy = await listening(start(findProxy("haproxy")!, ["-db", "-f", path]), port);
  return { ...proxy, stats: `http://127.0.0.1:${statsPort}/;csv` };
}
