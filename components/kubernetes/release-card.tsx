"use client";

import { useState } from "react";
import { TimeAgo } from "../live/time-ago";
import { Badge } from "../ui/badge";
import { Card, CardHeader } from "../ui/card";
import { CopyButton } from "../ui/copy-button";
import { Segments } from "../ui/segments";
import { Skeleton } from "../ui/skeleton";
import { useRelease } from "./use-release";
import { YamlView } from "./yaml-view";

type Text = "manifest" | "values";

/** The store's Helm release: its manifest and values. */
export function ReleaseCard() {
  const { release, failure } = useRelease();
  const [text, setText] = useState<Text>("manifest");

  return (
    <Card aria-labelledby="release-title" className="overflow-hidden">
      <CardHeader
        id="release-title"
        title={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            Helm release
            {release ? (
              <Badge tone={release.status === "deployed" ? "good" : "busy"}>{release.status}</Badge>
            ) : null}
          </span>
        }
        description={
          release ? (
            <>
              {release.chart}, revision {release.revision}
              {release.updatedAt ? (
                <>
                  , <TimeAgo at={release.updatedAt} />
                </>
              ) : null}
            </>
          ) : (
            "The manifest and values that were applied"
          )
        }
      />
      {release ? (
        <>
          <div className="flex items-center justify-between gap-3 border-line border-b px-3 py-2 sm:px-4">
            <Segments<Text>
              label="Manifest or values"
              options={[
                { value: "manifest", label: "Manifest" },
                { value: "values", label: "Values" },
              ]}
              value={text}
              onChange={setText}
            />
            <CopyButton text={release[text]} what={text} />
          </div>
          <YamlView yaml={release[text]} label={text === "manifest" ? "Manifest" : "Values"} />
        </>
      ) : (
        <div className="min-h-40 px-4 py-5 sm:px-5">
          {failure ? (
            <p role="status" className="text-ink-muted text-sm">
              {failure}
            </p>
          ) : (
            <div className="flex flex-col gap-2.5">
              {["w-40", "w-64", "w-52", "w-72"].map((width) => (
                <Skeleton key={width} className={`h-3.5 max-w-full ${width}`} />
              ))}
            </div>
          )}
        </div>
      )}
    </Card>
  );
}
