import { describe, expect, it } from "vitest";
import { createStoreInput } from "./create-store-input";

const refused: [string, unknown][] = [
  ["an empty name", ""],
  ["64 characters", "a".repeat(64)],
  ["41 characters", "a".repeat(41)],
  ["upper case", "Blue"],
  ["a leading digit", "1blue"],
  ["a leading hyphen", "-blue"],
  ["a trailing hyphen", "blue-"],
  ["www", "www"],
  ["admin", "admin"],
  ["kube-system", "kube-system"],
  ["another of Kubernetes' own", "kube-anything"],
  ["a path", "../blue"],
  ["a shell command", "blue; rm -rf /"],
  ["a substitution", "$(reboot)"],
  ["a second line", "blue\nkind: Secret"],
  ["a YAML anchor", "&blue"],
  ["a dot", "blue.red"],
  ["an umlaut", "blü"],
  ["a number", 7],
  ["nothing", undefined],
];

describe("a store's name", () => {
  it.each(refused)("cannot be %s", (_, name) => {
    const parsed = createStoreInput.safeParse({ name, type: "wordpress" });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toContain("name");
  });

  it.each(["a", "blue", "blue-2", "a".repeat(40)])("can be %s", (name) => {
    expect(createStoreInput.parse({ name, type: "wordpress" }).name).toBe(name);
  });
});

describe("the fields beside the name", () => {
  const parse = (more: object) => createStoreInput.safeParse({ name: "blue", type: "woocommerce", ...more });

  it.each([
    [{ type: 7 }],
    [{ country: "XX" }],
    [{ country: "EU" }],
    [{ country: "ZZ" }],
    [{ currency: "XDR" }],
    [{ country: "de" }],
    [{ currency: "EURO" }],
    [{ title: "a\u0000b" }],
    [{ title: "x".repeat(81) }],
    [{ adminEmail: "not an e-mail" }],
    [{ sampleProduct: "yes" }],
    [{ replicas: 3 }],
  ])("cannot be %o", (more) => {
    expect(parse(more).success).toBe(false);
  });

  it("a title that is too long is refused with the limit and its length", () => {
    const [issue] = parse({ title: "x".repeat(81) }).error?.issues ?? [];
    expect(issue?.message).toBe("The title may have at most 80 characters. This one has 81.");
    expect(parse({ title: `  ${"x".repeat(80)}  ` }).data?.title).toBe("x".repeat(80));
  });

  it("can be omitted", () => {
    expect(parse({}).data).toMatchObject({ country: "US", currency: "USD", sampleProduct: true });
  });
});
