import { readFileSync } from "node:fs";
import { type IDeployment } from "kubernetes-models/apps/v1";
import { type IJob } from "kubernetes-models/batch/v1";
import { type IPodSpec } from "kubernetes-models/v1";
import { parse } from "yaml";
import { expect, test } from "vitest";
import { env } from "../lib/env";
import { app } from "../lib/api/app";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const deployment: IDeployment = parse(read("kubernetes/base/deployment.yaml"));
const pod = deployment.spec!.template.spec!;
const container = pod.containers[0]!;
const migration: IJob = parse(read("kubernetes/base/migration.yaml"));

/** What Pod Security's level "restricted" forbids: https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
function findPrivileges(pod: IPodSpec): string[] {
  const found: string[] = [];
  const inPod = pod.securityContext ?? {};
  const forbid = (condition: boolean, what: string) => condition && found.push(what);
  forbid(Boolean(pod.hostNetwork || pod.hostPID || pod.hostIPC), "namespaces of the host");
  const kept = [
    "name",
    "configMap",
    "csi",
    "downwardAPI",
    "emptyDir",
    "ephemeral",
    "persistentVolumeClaim",
    "projected",
  ];
  for (const volume of pod.volumes ?? []) {
    forbid(!Object.keys(volume).every((key) => [...kept, "secret"].includes(key)), `volume ${volume.name}`);
  }
  for (const { name, ports, securityContext = {} } of [...pod.containers, ...(pod.initContainers ?? [])]) {
    const { capabilities } = securityContext;
    const seccomp = (securityContext.seccompProfile ?? inPod.seccompProfile)?.type ?? "";
    forbid(Boolean(securityContext.privileged), `${name}: privileged`);
    forbid(securityContext.allowPrivilegeEscalation !== false, `${name}: privilege escalation`);
    forbid((securityContext.runAsNonRoot ?? inPod.runAsNonRoot) !== true, `${name}: may be root`);
    forbid((securityContext.runAsUser ?? inPod.runAsUser) === 0, `${name}: is root`);
    forbid(!["RuntimeDefault", "Localhost"].includes(seccomp), `${name}: every system call`);
    forbid(!capabilities?.drop?.includes("ALL"), `${name}: capabilities kept`);
    forbid(!(capabilities?.add ?? []).every((added) => added === "NET_BIND_SERVICE"), `${name}: capabilities added`);
    forbid(Boolean(ports?.some(({ hostPort }) => hostPort)), `${name}: a port of the host`);
  }
  return found;
}

test.each([
  ["the pod", pod],
  ["the pod of the migration", migration.spec!.template.spec!],
])("%s has nothing that Pod Security's level restricted forbids, and cannot write to its image", (_, each) => {
  expect(findPrivileges(each)).toEqual([]);
  expect(each.containers[0]!.securityContext!.readOnlyRootFilesystem).toBe(true);
});

test.each([
  ["namespaces of the host", { hostPID: true }],
  ["volume root", { volumes: [{ name: "root", hostPath: { path: "/" } }] }],
  ["app: may be root", { securityContext: { ...pod.securityContext, runAsNonRoot: undefined } }],
  ["app: is root", { securityContext: { ...pod.securityContext, runAsUser: 0 } }],
  ["app: every system call", { securityContext: { ...pod.securityContext, seccompProfile: undefined } }],
  ["app: a port of the host", { containers: [{ ...container, ports: [{ containerPort: 3000, hostPort: 80 }] }] }],
  ...(
    [
      ["app: privileged", { privileged: true }],
      ["app: privilege escalation", { allowPrivilegeEscalation: undefined }],
      ["app: capabilities kept", { capabilities: undefined }],
      ["app: capabilities added", { capabilities: { drop: ["ALL"], add: ["SYS_ADMIN"] } }],
    ] as const
  ).map(([what, change]): [string, object] => [
    what,
    { containers: [{ ...container, securityContext: { ...container.securityContext, ...change } }] },
  ]),
])("%s is found", (what, change) => {
  expect(findPrivileges({ ...pod, ...change } as IPodSpec)).toEqual([what]);
});

test("the pod is given the time that the server takes to leave", () => {
  const server = read("../server.ts");
  const rest = Number(/REST_MILLISECONDS = ([\d_]+)/.exec(server)![1]!.replace("_", "")) / 1000;
  const drain = env().DRAIN_SECONDS + rest;
  const wait = container.lifecycle!.preStop!.sleep!.seconds;
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(wait + drain);
});

test("the pod is asked about its health where the API answers", async () => {
  const probes = [container.startupProbe, container.readinessProbe, container.livenessProbe];
  for (const probe of probes) expect((await app.request(probe!.httpGet!.path!)).status).toBe(200);
  expect(probes.map((probe) => probe!.httpGet!.port)).toEqual(["http", "http", "http"]);
});
