import type { ComponentType, SVGProps } from "react";

/** A kind of shop as a small drawing in the text's color: one of lucide's icons, or an SVG of its own. */
export type EngineIcon = ComponentType<Pick<SVGProps<SVGSVGElement>, "className" | "aria-hidden">>;
