import type { ComponentType, SVGProps } from "react";

/** The icon of an engine, in the text's color: one of lucide's icons, or an SVG of its own. */
export type EngineIcon = ComponentType<Pick<SVGProps<SVGSVGElement>, "className" | "aria-hidden">>;
