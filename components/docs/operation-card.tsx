import { Fragment } from "react";
import type { Operation } from "@/lib/http/contract/operation";
import { accessSentence } from "@/lib/http/openapi/access-sentence";
import { curlExample } from "@/lib/http/openapi/curl-example";
import { Badge, type Tone } from "../ui/badge";
import { Card } from "../ui/card";
import { Code, Prose } from "./code";
import { FieldTable } from "./field-table";
import { fieldsOf, type Schema, typeText } from "./schema-text";

/** An operation of the OpenAPI document. */
export interface DescribedOperation {
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, DescribedAnswer>;
}

export interface DescribedAnswer {
  /** Set instead of the other fields: a reference to a shared response. */
  $ref?: string;
  description: string;
  content?: Record<string, { schema?: Schema }>;
}

const tones: Record<Operation["method"], Tone> = { GET: "busy", POST: "good", PATCH: "warn", DELETE: "bad" };

interface OperationCardProps {
  operation: Operation;
  described: DescribedOperation;
  /** The successful responses. */
  answers: [status: string, answer: DescribedAnswer][];
  /** Statuses of the problem responses. */
  problems: string[];
}

export function OperationCard({ operation, described, answers, problems }: OperationCardProps) {
  const { id, method, path, summary, description, access } = operation;
  const example = curlExample(operation);
  const body = described.requestBody?.content["application/json"]?.schema;
  const parameters = described.parameters ?? [];
  return (
    <Card id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6">
      <header className="flex flex-col gap-1 border-line border-b px-4 py-3 sm:px-5">
        <h2 id={`${id}-title`} className="font-semibold text-sm">
          <a href={`#${id}`} className="rounded-sm hover:underline">
            {summary}
          </a>
        </h2>
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={tones[method]}>{method}</Badge>
          <code className="break-all font-mono text-[0.8125rem]">{path}</code>
        </p>
      </header>
      <div className="flex flex-col gap-5 px-4 py-4 sm:px-5">
        <p className="text-ink-muted text-sm">
          <Prose>{[description, accessSentence(access)].filter(Boolean).join(" ")}</Prose>
        </p>
        {parameters.length > 0 ? (
          <FieldTable
            caption="Parameters"
            fields={parameters.map((parameter) => ({ ...parameter, required: parameter.required ?? false }))}
          />
        ) : null}
        {body ? <FieldTable caption="Body (JSON)" fields={fieldsOf(body)} /> : null}
        <Answers answers={answers} problems={problems} />
        {example ? <Code label={`Example of ${id}`}>{example}</Code> : null}
      </div>
    </Card>
  );
}

function Answers({ answers, problems }: Pick<OperationCardProps, "answers" | "problems">) {
  return (
    <section>
      <h3 className="mb-1.5 font-medium text-ink-muted text-xs">Responses</h3>
      <dl className="grid grid-cols-[3.5rem_1fr] gap-y-1 text-[0.8125rem] text-ink-muted [&>dt]:font-mono [&>dt]:text-ink [&>dt]:text-xs [&>dt]:leading-5">
        {answers.map(([status, answer]) => (
          <Fragment key={status}>
            <dt>{status}</dt>
            <dd>
              <Prose>{answer.description}</Prose> <AnswerBody answer={answer} />
            </dd>
          </Fragment>
        ))}
      </dl>
      <p className="mt-1.5 text-[0.8125rem] text-ink-muted">
        <a href="/api/docs/answers#problems" className="rounded-sm underline underline-offset-4">
          Problems
        </a>
        : {problems.join(", ")}.
      </p>
    </section>
  );
}

function AnswerBody({ answer }: { answer: DescribedAnswer }) {
  const [[type, content] = []] = Object.entries(answer.content ?? {});
  if (type === undefined || type.startsWith("application/problem")) return null;
  if (!content?.schema) return <code className="font-mono text-xs">{type}</code>;
  const { schema } = content;
  if (schema.$ref !== undefined) {
    return (
      <a
        href={`/api/docs/answers#schema-${typeText(schema)}`}
        className="rounded-sm underline underline-offset-4"
      >
        {typeText(schema)}
      </a>
    );
  }
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => `${name}: ${typeText(field)}`,
  );
  return <code className="font-mono text-xs">{`{ ${fields.join(", ")} }`}</code>;
}
