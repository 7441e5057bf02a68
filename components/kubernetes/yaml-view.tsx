import { memo } from "react";
import { cn } from "../ui/cn";
import { colourYaml, type YamlPart } from "./colour-yaml";

const colours: Record<YamlPart, string> = {
  key: "text-busy",
  text: "text-ink",
  number: "text-warn",
  word: "text-warn",
  comment: "text-ink-subtle",
  mark: "text-ink-subtle",
};

const chunkLines = 100;
const lineHeightPx = 20;

/** Highlighted YAML. The browser neither lays out nor paints chunks that are out of view. */
export const YamlView = memo(function YamlView({ yaml, label }: { yaml: string; label: string }) {
  const lines = yaml.trimEnd().split("\n");
  const chunks = Array.from({ length: Math.ceil(lines.length / chunkLines) }, (_, index) =>
    lines.slice(index * chunkLines, (index + 1) * chunkLines),
  );
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus to be scrolled by keys.
      tabIndex={0}
      className="max-h-[36rem] overflow-auto rounded-b-lg bg-sunken py-3 outline-offset-[-2px]"
    >
      <pre className="font-mono text-xs leading-5">
        {chunks.map((chunk, index) => (
          <code
            // The chunks of a text keep their order.
            key={index}
            className="block w-max min-w-full px-4 [content-visibility:auto] sm:px-5"
            style={{ containIntrinsicSize: `auto none auto ${chunk.length * lineHeightPx}px` }}
          >
            {chunk.map((line, number) => (
              <Line key={number} source={line} />
            ))}
          </code>
        ))}
      </pre>
    </section>
  );
});

function Line({ source }: { source: string }) {
  return (
    <>
      {colourYaml(source).map(({ text, part }, index) => (
        <span key={index} className={cn(colours[part])}>
          {text}
        </span>
      ))}
      {"\n"}
    </>
  );
}
