import { describe, expect, it } from "vitest";
import { pickIngressClass, readAddress } from "./existing-cluster";

const classes = (...names: string[]) => ({
  items: names.map((name) => ({
    metadata: {
      name: name.replace("*", ""),
      ...(name.endsWith("*") && { annotations: { "ingressclass.kubernetes.io/is-default-class": "true" } }),
    },
  })),
});

describe("the ingress class of an existing cluster", () => {
  it("is empty if the cluster has a default class", () => {
    expect(pickIngressClass(classes("nginx", "traefik*"), undefined, "prod")).toBe("");
  });

  it("is the only class if there is no default", () => {
    expect(pickIngressClass(classes("haproxy"), undefined, "prod")).toBe("haproxy");
  });

  it("is the configured class if the cluster has it", () => {
    expect(pickIngressClass(classes("nginx", "traefik*"), "nginx", "prod")).toBe("nginx");
    expect(() => pickIngressClass(classes("nginx"), "traefik", "prod")).toThrow("It has nginx.");
  });

  it("has to be set if there are several classes and no default", () => {
    expect(() => pickIngressClass(classes("nginx", "traefik"), undefined, "prod")).toThrow(
      "Set INGRESS_CLASS to one of them.",
    );
  });

  it("is missing if the cluster has no ingress controller", () => {
    expect(() => pickIngressClass(classes(), undefined, "prod")).toThrow("install one, such as Traefik");
  });
});

describe("the store addresses of an existing cluster", () => {
  it("are on this host if the cluster is", () => {
    expect(readAddress({}, "https://127.0.0.1:41234", "k3d-a")).toEqual({
      ingressOrigin: "http://127.0.0.1",
      storeDomain: "localhost",
      storeScheme: "http",
      storePort: undefined,
      local: true,
    });
  });

  it("have to be set if the cluster is elsewhere", () => {
    expect(() => readAddress({}, "https://203.0.113.7:6443", "prod")).toThrow("set STORE_DOMAIN");
  });

  it("follow the environment", () => {
    const env = {
      STORE_DOMAIN: "shops.example",
      STORE_SCHEME: "https",
      INGRESS_ORIGIN: "https://10.1.1.1:8443",
    };
    expect(readAddress(env, "https://203.0.113.7:6443", "prod")).toEqual({
      ingressOrigin: "https://10.1.1.1:8443",
      storeDomain: "shops.example",
      storeScheme: "https",
      storePort: 8443,
      local: false,
    });
  });
});
