import type { Metadata } from "next";
import { Code, Prose } from "@/components/docs/code";
import { operationsOf, usedTags } from "@/components/docs/describe-operation";
import { DocsPage } from "@/components/docs/docs-page";
import { PageHeader } from "@/components/frame/page-header";
import { getApp } from "@/lib/get-app";
import { type Tag, tags } from "@/lib/http/contract/operation";
import { apiDocument } from "@/lib/http/openapi/build-document";

export const metadata: Metadata = { title: "API" };

/** The API reference, rendered from the OpenAPI document: one page per group of operations. */
export default function ApiDocsPage() {
  const origin = getApp().settings.auth.url.replace(/\/$/, "");
  const { description = "" } = apiDocument().info;
  return (
    <DocsPage>
      <PageHeader title="API reference" description={<Prose>{description}</Prose>} />
      <Code label="Variables used in the examples">
        {`export STOREYARD=${origin}\nexport AUTH="Authorization: Bearer sy_…"`}
      </Code>
      <p className="mt-3 text-ink-muted text-sm">
        Create a token under Account settings. The same reference is available as an{" "}
        <a href="/api/openapi.json" className="rounded-sm underline underline-offset-4">
          OpenAPI 3.1 document
        </a>
        . The fields of all responses are listed under{" "}
        <a href="/api/docs/answers" className="rounded-sm underline underline-offset-4">
          Responses
        </a>
        .
      </p>
      <nav aria-label="Contents" className="mt-8 grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {usedTags.map((tag) => (
          <Contents key={tag} tag={tag} />
        ))}
      </nav>
    </DocsPage>
  );
}

function Contents({ tag }: { tag: Tag }) {
  return (
    <section>
      <h2 className="font-semibold text-sm capitalize">
        <a href={`/api/docs/${tag}`} className="rounded-sm hover:underline">
          {tag}
        </a>
      </h2>
      <p className="mb-2 text-[0.8125rem] text-ink-muted">{tags[tag]}</p>
      <ul className="flex flex-col gap-1 text-[0.8125rem]">
        {operationsOf(tag).map(({ id, summary }) => (
          <li key={id}>
            <a href={`/api/docs/${tag}#${id}`} className="rounded-sm hover:underline">
              {summary}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
