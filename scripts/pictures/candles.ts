import { drawScene, drawShadow, roundGradient } from "./scene";

/** Two candles of beeswax at dusk, one of them lit. */
export function drawCandles(): string {
  return drawScene({
    wall: ["#66706f", "#434b4d"],
    table: ["#4c4138", "#33291f"],
    defs: `${roundGradient("wax", ["#f3cf7f", "#dba84a", "#8d6020"])}${roundGradient("brass", ["#f0dba2", "#b48b40", "#5f4415"])}
    <radialGradient id="flame" cx="0.5" cy="0.72" r="0.6"><stop offset="0" stop-color="#fffbe8"/><stop offset="0.45" stop-color="#ffd978"/><stop offset="1" stop-color="#ff9d2e"/></radialGradient>
    <radialGradient id="halo"><stop offset="0" stop-color="#ffdf95" stop-opacity="0.85"/><stop offset="0.3" stop-color="#ffc667" stop-opacity="0.34"/><stop offset="1" stop-color="#ffb84d" stop-opacity="0"/></radialGradient>
    <linearGradient id="warm" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#ffefbf" stop-opacity="0.95"/><stop offset="0.3" stop-color="#ffdf95" stop-opacity="0"/></linearGradient>`,
    body: `<circle cx="470" cy="330" r="430" fill="url(#halo)"/>
    <ellipse cx="590" cy="985" rx="470" ry="70" fill="#ffcf7d" opacity="0.2" filter="url(#soft)"/>
    ${drawShadow(470, 976, 280, "#0d0906")}${drawShadow(742, 1004, 280, "#0d0906")}
    ${drawCandle({ x: 470, top: 448, foot: 950, width: 112, lit: true })}
    ${drawCandle({ x: 742, top: 640, foot: 978, width: 112, lit: false })}`,
  });
}

function drawCandle({
  x,
  top,
  foot,
  width,
  lit,
}: Record<"x" | "top" | "foot" | "width", number> & { lit: boolean }) {
  const [left, right, rim] = [x - width / 2, x + width / 2, width * 0.13];
  const stem = `M ${left} ${top} V ${foot} C ${left} ${foot + 26} ${right} ${foot + 26} ${right} ${foot} V ${top} Z`;
  return `<ellipse cx="${x}" cy="${foot + 22}" rx="${width * 1.08}" ry="30" fill="url(#brass)"/>
    <ellipse cx="${x}" cy="${foot + 14}" rx="${width}" ry="24" fill="#5b4318" opacity="0.7"/>
    <path d="${stem}" fill="url(#wax)"/>
    ${lit ? `<path d="${stem}" fill="url(#warm)"/>` : ""}
    ${[0.22, 0.5, 0.78].map((at) => `<path d="M ${left} ${top + (foot - top) * at} q ${width / 2} ${rim * 1.8} ${width} 0" fill="none" stroke="#7d5519" stroke-opacity="0.22" stroke-width="4"/>`).join("")}
    <path d="M ${left + 24} ${top + 30} V ${foot - 30}" stroke="#fff" stroke-opacity="0.3" stroke-width="12" stroke-linecap="round" filter="url(#softer)"/>
    <ellipse cx="${x}" cy="${top}" rx="${width / 2}" ry="${rim}" fill="${lit ? "#ffe7ab" : "#e9c274"}"/>
    <ellipse cx="${x}" cy="${top + 2}" rx="${width * 0.32}" ry="${rim * 0.6}" fill="${lit ? "#fff3cf" : "#c79a45"}" opacity="0.8"/>
    <path d="M ${x} ${top + 2} C ${x - 3} ${top - 14} ${x + 4} ${top - 22} ${x + 1} ${top - 38}" fill="none" stroke="#2b1d10" stroke-width="6" stroke-linecap="round"/>
    ${lit ? `<path d="M ${x} ${top - 168} C ${x + 46} ${top - 96} ${x + 38} ${top - 28} ${x} ${top - 24} C ${x - 38} ${top - 28} ${x - 46} ${top - 96} ${x} ${top - 168} Z" fill="url(#flame)"/>` : ""}`;
}
