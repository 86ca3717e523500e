import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Deployment, type IDeployment } from "kubernetes-models/apps/v1";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1";
import { Service } from "kubernetes-models/v1";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";

const folder = fileURLToPath(new URL("kubernetes/", import.meta.url));
const read = (name: string) => parse(readFileSync(join(folder, name), "utf8"));
const kinds = [Deployment, HorizontalPodAutoscaler, PodDisruptionBudget, Service];
const names = readdirSync(folder).filter((name) => name !== "kustomization.yaml");

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

  test("kustomization.yaml applies every manifest that is here, and names the image that they use", () => {
    const { resources, images } = read("kustomization.yaml");
    expect([...resources].sort()).toEqual([...names].sort());
    expect(images.map(({ name }: { name: string }) => name)).toEqual([pod.containers[0]!.image]);
  });

  test("everything that points at the pods points at these", () => {
    const labels = deployment.spec!.template.metadata!.labels;
    const budget = read("disruption-budget.yaml").spec.selector.matchLabels;
    expect([deployment.spec!.selector.matchLabels, read("service.yaml").spec.selector, budget]).toEqual([
      labels,
      labels,
      labels,
    ]);
    for (const { labelSelector } of pod.topologySpreadConstraints!) expect(labelSelector!.matchLabels).toEqual(labels);
    const { apiVersion, kind, name } = read("autoscaler.yaml").spec.scaleTargetRef;
    expect([apiVersion, kind, name]).toEqual([deployment.apiVersion, deployment.kind, deployment.metadata!.name]);
    expect(read("service.yaml").spec.ports[0].targetPort).toBe(pod.containers[0]!.ports![0]!.name);
  });
});
