import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Deployment, type IDeployment } from "kubernetes-models/apps/v1";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2";
import { Job, type IJob } from "kubernetes-models/batch/v1";
import { Ingress, NetworkPolicy, type INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1";
import { Namespace, Service } from "kubernetes-models/v1";
import { parse } from "yaml";
import { afterEach, describe, expect, test, vi } from "vitest";
import { env } from "../lib/env";

const folder = fileURLToPath(new URL("kubernetes/", import.meta.url));
const readFrom = (path: string) => parse(readFileSync(join(folder, path), "utf8"));
const read = (name: string) => readFrom(`base/${name}`);
const kinds = [
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  Job,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
];
const names = readdirSync(join(folder, "base")).filter((name) => name !== "kustomization.yaml");
const environments = readdirSync(join(folder, "overlays"));

/**
 * What Kubernetes' own schema finds wrong with a manifest. The schema lets pass fields that it does not know, but it
 * looks at every one that it knows: so a field that it never looked at is a field that does not exist.
 */
function findFaults(manifest: { apiVersion: string; kind: string }): string[] {
  const kind = kinds.find(({ apiVersion, kind }) => apiVersion === manifest.apiVersion && kind === manifest.kind);
  if (!kind) return [`no such kind: ${manifest.apiVersion} ${manifest.kind}`];
  const unread = new Set<string>();
  try {
    kind.prototype.validate.call(watch(manifest, "", unread));
  } catch (error) {
    return [(error as Error).message];
  }
  return [...unread].map((path) => `no such field: ${path}`);
}

/** A manifest that takes each field's path off a list when the field is read. */
function watch<T extends object>(value: T, path: string, unread: Set<string>): T {
  const pathOf = (key: string) => `${path}/${key}`;
  const children = new Map<string, unknown>();
  for (const [key, child] of Object.entries(value)) {
    unread.add(pathOf(key));
    children.set(key, typeof child === "object" && child !== null ? watch(child, pathOf(key), unread) : child);
  }
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === "symbol" || !children.has(key)) return Reflect.get(target, key);
      unread.delete(pathOf(key));
      return children.get(key);
    },
  });
}

const deployment: IDeployment = read("deployment.yaml");
const pod = deployment.spec!.template.spec!;
const job: IJob = read("migration.yaml");
const policy: INetworkPolicy = read("network-policy.yaml");

describe("the Kubernetes manifests", () => {
  test.each(names)("%s is valid by Kubernetes' own schema, with no field that does not exist", (name) => {
    expect(findFaults(read(name))).toEqual([]);
  });

  test.each([
    ["replica", "no such field: /spec/replica", (spec: Record<string, unknown>) => (spec.replica = 2)],
    ["a wrong type", "data/spec/replicas must be integer", (spec: Record<string, unknown>) => (spec.replicas = "two")],
    ["a field left out", "required property selector", (spec: Record<string, unknown>) => delete spec.selector],
  ])("%s is found", (_, fault, spoil) => {
    const manifest = read("deployment.yaml");
    spoil(manifest.spec);
    expect(findFaults(manifest).join()).toContain(fault);
  });

  test("a field misspelt deep inside is found", () => {
    const manifest = read("deployment.yaml");
    const { securityContext } = manifest.spec.template.spec.containers[0];
    securityContext.readOnlyRootFileSystem = true;
    expect(findFaults(manifest)).toEqual([
      "no such field: /spec/template/spec/containers/0/securityContext/readOnlyRootFileSystem",
    ]);
  });

  test("kustomization.yaml applies every manifest that is here", () => {
    expect([...read("kustomization.yaml").resources].sort()).toEqual([...names].sort());
  });

  test("everything that points at the pods points at these", () => {
    const labels = deployment.spec!.template.metadata!.labels;
    const migration = job.spec!.template.metadata!.labels;
    const spread = pod.topologySpreadConstraints!.map(({ labelSelector }) => labelSelector!.matchLabels);
    const budget = read("disruption-budget.yaml").spec.selector.matchLabels;
    // No visitor is sent to the pod of a migration.
    for (const selector of [
      deployment.spec!.selector.matchLabels,
      read("service.yaml").spec.selector,
      budget,
      ...spread,
    ]) {
      expect(labels).toMatchObject(selector);
      expect(migration).not.toMatchObject(selector);
    }
    const { podSelector } = policy.spec!;
    for (const each of [labels, migration]) expect(each).toMatchObject(podSelector!.matchLabels!);
    const { apiVersion, kind, name } = read("autoscaler.yaml").spec.scaleTargetRef;
    expect([apiVersion, kind, name]).toEqual([deployment.apiVersion, deployment.kind, deployment.metadata!.name]);
    const [port] = read("service.yaml").spec.ports;
    expect(port.targetPort).toBe(pod.containers[0]!.ports![0]!.name);
    const { service } = read("ingress.yaml").spec.rules[0].http.paths[0].backend;
    expect(service).toEqual({ name: read("service.yaml").metadata.name, port: { name: port.name } });
  });
});

/** Every way on which the policy lets pods out, as protocol and port. */
function waysOut({ spec }: INetworkPolicy): string[] {
  return spec!.egress!.flatMap(({ ports }) => ports?.map(({ protocol, port }) => `${protocol} ${port}`) ?? ["any"]);
}

test("the network policy lets in what asks for the pods' port, and out to names, the database and the webhook", () => {
  expect(policy.spec!.policyTypes).toEqual(["Ingress", "Egress"]);
  const ports = policy.spec!.ingress!.flatMap(({ ports }) => ports!.map(({ port }) => port));
  expect(ports).toEqual([pod.containers[0]!.ports![0]!.name]);
  expect(waysOut(policy)).toEqual(["UDP 53", "TCP 53", "TCP 5432", "TCP 443"]);
});

test("the migration runs the image that serves, with the settings of the pods and those of its own behind", () => {
  const [migrate] = job.spec!.template.spec!.containers;
  expect([migrate!.image, migrate!.args]).toEqual([pod.containers[0]!.image, ["migrate"]]);
  const secrets = migrate!.envFrom!.map(({ secretRef }) => secretRef!.name);
  expect(secrets[0]).toBe(pod.containers[0]!.envFrom!.find(({ secretRef }) => secretRef)!.secretRef!.name);
});

interface Patch {
  target: { kind: string; name: string };
  patch: string;
}

/** The manifest with what an overlay replaces in it; a path that is not there is a fault. */
function patched(manifest: object, patches: Patch[]): object {
  const copy = structuredClone(manifest) as { kind: string; metadata: { name: string } };
  const own = patches.filter(({ target }) => target.kind === copy.kind && target.name === copy.metadata.name);
  for (const { op, path, value } of own.flatMap(({ patch }) => parse(patch))) {
    const keys = String(path).split("/").slice(1);
    const last = keys.pop()!;
    const parent = keys.reduce((at: Record<string, unknown>, key) => at[key] as never, copy as never);
    expect([op, parent?.[last] !== undefined], path).toEqual(["replace", true]);
    parent[last] = value;
  }
  return copy;
}

/** Literals of a generator, as settings. */
const settingsOf = (kustomization: { configMapGenerator: { literals: string[] }[] }): Record<string, string> =>
  Object.fromEntries(
    kustomization.configMapGenerator.flatMap(({ literals }) => literals.map((text) => text.split("="))),
  );

describe.each(environments)("the overlay for %s", (environment) => {
  const path = `overlays/${environment}`;
  const overlay = readFrom(`${path}/kustomization.yaml`);
  afterEach(() => vi.unstubAllEnvs());

  test("is the base in a namespace of its own, which lets in no pod with privileges", () => {
    expect(overlay.resources).toEqual(["namespace.yaml", "../../base"]);
    const namespace = readFrom(`${path}/namespace.yaml`);
    expect(findFaults(namespace)).toEqual([]);
    expect(namespace.metadata).toMatchObject({
      name: overlay.namespace,
      labels: { "pod-security.kubernetes.io/enforce": "restricted" },
    });
    expect(overlay.images.map(({ name }: { name: string }) => name)).toEqual([pod.containers[0]!.image]);
  });

  test("leaves every manifest valid, with one host for the rule and its certificate", () => {
    const targets = overlay.patches.map(({ target }: Patch) => target.kind);
    expect(names.map((name) => read(name).kind)).toEqual(expect.arrayContaining(targets));
    for (const name of names) expect(findFaults(patched(read(name), overlay.patches) as never), name).toEqual([]);
    const { spec } = patched(read("ingress.yaml"), overlay.patches) as ReturnType<typeof read>;
    expect(spec.tls[0].hosts).toEqual([spec.rules[0].host]);
  });

  test("sets what the server takes, in the map that the pods read", () => {
    const base = read("kustomization.yaml");
    const maps = [base, overlay].flatMap(({ configMapGenerator }) => configMapGenerator);
    const source = pod.containers[0]!.envFrom!.find(({ configMapRef }) => configMapRef)!.configMapRef!.name;
    expect(maps.map(({ name }) => name)).toEqual([source, source]);
    expect(overlay.configMapGenerator[0].behavior).toBe("merge");
    const settings = { ...settingsOf(base), ...settingsOf(overlay) };
    for (const [name, value] of Object.entries<string>(settings)) vi.stubEnv(name, value);
    expect(Object.keys(env())).toEqual(expect.arrayContaining(Object.keys(settings)));
  });
});

test("staging and production have hosts and namespaces of their own", () => {
  expect(environments.sort()).toEqual(["production", "staging"]);
  const overlays = environments.map((name) => readFrom(`overlays/${name}/kustomization.yaml`));
  expect(new Set(overlays.map(({ namespace }) => namespace)).size).toBe(2);
  expect(new Set(overlays.map(({ patches }) => patches[0].patch)).size).toBe(2);
});
