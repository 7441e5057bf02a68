import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Fragment } from "react";
import { Prose } from "@/components/docs/code";
import {
  describeOperation,
  listProblems,
  operationsOf,
  usedTags,
} from "@/components/docs/describe-operation";
import { DocsPage } from "@/components/docs/docs-page";
import { FieldTable } from "@/components/docs/field-table";
import { OperationCard } from "@/components/docs/operation-card";
import { fieldsOf, type Schema } from "@/components/docs/schema-text";
import { BackLink } from "@/components/frame/back-link";
import { PageHeader } from "@/components/frame/page-header";
import { Card } from "@/components/ui/card";
import { type Tag, tags } from "@/lib/http/contract/operation";
import { apiDocument } from "@/lib/http/openapi/build-document";

const answers = "answers";

export async function generateMetadata({ params }: PageProps<"/api/docs/[part]">): Promise<Metadata> {
  return { title: `API: ${(await params).part}` };
}

/** One group of operations, or the schemas of all responses. */
export default async function ApiDocsPartPage({ params }: PageProps<"/api/docs/[part]">) {
  const { part } = await params;
  const tag = usedTags.find((one) => one === part);
  if (tag === undefined && part !== answers) notFound();
  return (
    <DocsPage>
      <BackLink href="/api/docs">API reference</BackLink>
      {tag === undefined ? <Schemas /> : <Operations tag={tag} />}
    </DocsPage>
  );
}

function Operations({ tag }: { tag: Tag }) {
  return (
    <>
      <PageHeader title={<span className="capitalize">{tag}</span>} description={tags[tag]} />
      <div className="flex flex-col gap-4">
        {operationsOf(tag).map((operation) => (
          <OperationCard key={operation.id} operation={operation} {...describeOperation(operation)} />
        ))}
      </div>
    </>
  );
}

function Schemas() {
  const schemas = Object.entries((apiDocument().components?.schemas ?? {}) as Record<string, Schema>);
  return (
    <>
      <PageHeader title="Responses" description="The fields of every response, by schema." />
      <div className="flex flex-col gap-4">
        <Card id="problems" aria-label="Problems" className="scroll-mt-6 px-4 py-4 sm:px-5">
          <h2 className="mb-2 font-semibold text-sm">Problems</h2>
          <dl className="grid grid-cols-[3.5rem_1fr] gap-y-1 text-[0.8125rem]">
            {listProblems().map(([status, description]) => (
              <Fragment key={status}>
                <dt className="font-mono text-xs leading-5">{status}</dt>
                <dd className="text-ink-muted">
                  <Prose>{description}</Prose>
                </dd>
              </Fragment>
            ))}
          </dl>
        </Card>
        {schemas.map(([name, schema]) => (
          <Card key={name} id={`schema-${name}`} aria-label={name} className="scroll-mt-6 px-4 py-4 sm:px-5">
            <h2 className="mb-2 font-semibold text-sm">{name}</h2>
            <FieldTable caption="Fields" fields={fieldsOf(schema)} />
          </Card>
        ))}
      </div>
    </>
  );
}
