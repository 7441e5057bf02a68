import type { Metadata } from "next";
import { Code, Prose } from "@/components/docs/code";
import { FieldTable } from "@/components/docs/field-table";
import {
  type DescribedAnswer,
  type DescribedOperation,
  OperationCard,
} from "@/components/docs/operation-card";
import { fieldsOf, type Schema } from "@/components/docs/schema-text";
import { Logo } from "@/components/frame/logo";
import { Page } from "@/components/frame/page";
import { PageHeader } from "@/components/frame/page-header";
import { Card } from "@/components/ui/card";
import { getApp } from "@/lib/boot";
import { allOperations } from "@/lib/http/contract/all-operations";
import { type Operation, type Tag, tags } from "@/lib/http/contract/operation";
import { apiDocument } from "@/lib/http/openapi/build-document";

export const metadata: Metadata = { title: "API" };

/** The API for people: what /api/openapi.json says, in sentences and tables, with calls to paste. For anyone. */
export default function ApiDocsPage() {
  const origin = getApp().settings.auth.url.replace(/\/$/, "");
  const { description = "" } = apiDocument().info;
  const used = (Object.keys(tags) as Tag[]).filter((tag) => allOperations.some((one) => one.tag === tag));
  return (
    <Page>
      <a href="/" aria-label="Storeyard: all stores" className="mb-8 inline-flex rounded-md">
        <Logo />
      </a>
      <PageHeader title="The API" description={<Prose>{description}</Prose>} />
      <Code label="What every example begins with">
        {`export STOREYARD=${origin}\nexport AUTH="Authorization: Bearer sy_…"`}
      </Code>
      <p className="mt-3 text-ink-muted text-sm">
        Make a token in your account's settings. For programs, all of this is{" "}
        <a href="/api/openapi.json" className="rounded-sm underline underline-offset-4">
          OpenAPI 3.1
        </a>
        .
      </p>
      <nav aria-label="Contents" className="mt-8 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {used.map((tag) => (
          <Contents key={tag} tag={tag} operations={operationsOf(tag)} />
        ))}
      </nav>
      {used.map((tag) => (
        <section key={tag} aria-labelledby={`tag-${tag}`} className="mt-14 flex flex-col gap-4">
          <header>
            <h2 id={`tag-${tag}`} className="scroll-mt-6 font-semibold text-lg capitalize tracking-[-0.01em]">
              {tag}
            </h2>
            <p className="text-ink-muted text-sm">{tags[tag]}</p>
          </header>
          {operationsOf(tag).map((operation) => (
            <OperationCard key={operation.id} operation={operation} {...describe(operation)} />
          ))}
        </section>
      ))}
      <Schemas />
    </Page>
  );
}

function Contents({ tag, operations }: { tag: Tag; operations: Operation[] }) {
  return (
    <section>
      <h2 className="mb-1.5 font-semibold text-sm capitalize">
        <a href={`#tag-${tag}`} className="rounded-sm hover:underline">
          {tag}
        </a>
      </h2>
      <ul className="flex flex-col gap-1 text-[0.8125rem]">
        {operations.map(({ id, summary }) => (
          <li key={id}>
            <a href={`#${id}`} className="rounded-sm text-ink-muted hover:text-ink hover:underline">
              {summary}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Schemas() {
  const schemas = Object.entries((apiDocument().components?.schemas ?? {}) as Record<string, Schema>);
  return (
    <section aria-labelledby="schemas" className="mt-14 flex flex-col gap-4">
      <h2 id="schemas" className="font-semibold text-lg tracking-[-0.01em]">
        What is answered
      </h2>
      {schemas.map(([name, schema]) => (
        <Card key={name} id={`schema-${name}`} aria-label={name} className="scroll-mt-6 px-4 py-4 sm:px-5">
          <h3 className="mb-2 font-semibold text-sm">{name}</h3>
          <FieldTable caption="Fields" fields={fieldsOf(schema)} />
        </Card>
      ))}
    </section>
  );
}

const methods = ["GET", "POST", "PATCH", "DELETE"];

function operationsOf(tag: Tag): Operation[] {
  return allOperations
    .filter((operation) => operation.tag === tag)
    .sort((a, b) => a.path.localeCompare(b.path) || methods.indexOf(a.method) - methods.indexOf(b.method));
}

function describe(operation: Operation) {
  const document = apiDocument();
  const item = document.paths?.[operation.path] as Record<string, DescribedOperation>;
  const described = item[operation.method.toLowerCase()] as DescribedOperation;
  const shared = document.components?.responses as unknown as Record<string, DescribedAnswer>;
  const answers = Object.entries(described.responses).map(([status, answer]): [string, DescribedAnswer] => {
    const { $ref } = answer as { $ref?: string };
    return [status, $ref === undefined ? answer : (shared[$ref.split("/").at(-1) ?? ""] ?? answer)];
  });
  return { described, answers };
}
