import { drawScene, drawShadow, roundGradient } from "./scene";

interface Paint {
  wall: [string, string];
  table: [string, string];
  tones: [string, string, string];
}

export const ochre: Paint = {
  wall: ["#e6ded2", "#cdbfad"],
  table: ["#b49a7c", "#94795b"],
  tones: ["#eab54e", "#cf922b", "#8f5e15"],
};

export const ink: Paint = {
  wall: ["#dfe1e4", "#bcc1c8"],
  table: ["#98918a", "#78716b"],
  tones: ["#56657c", "#334056", "#171e2c"],
};

/** A dome of steel on a slender stem, lit. */
export function drawLamp({ wall, table, tones }: Paint): string {
  const steel: [string, string, string] = ["#f1efea", "#b9b4ab", "#6f6a62"];
  return drawScene({
    wall,
    table,
    defs: `${roundGradient("shade", tones)}${roundGradient("steel", steel)}${roundGradient("foot", tones)}
    <radialGradient id="glow" cx="0.5" cy="0" r="1"><stop offset="0" stop-color="#fff3cf" stop-opacity="0.95"/><stop offset="0.35" stop-color="#ffe2a0" stop-opacity="0.5"/><stop offset="1" stop-color="#ffd98a" stop-opacity="0"/></radialGradient>
    <radialGradient id="pool" cx="0.5" cy="0.5" r="0.5"><stop offset="0" stop-color="#fff0c6" stop-opacity="0.9"/><stop offset="1" stop-color="#ffe3a6" stop-opacity="0"/></radialGradient>`,
    body: `<path d="M 330 560 L 60 1120 H 1140 L 870 560 Z" fill="url(#glow)" filter="url(#soft)" opacity="0.8"/>
    <ellipse cx="600" cy="985" rx="520" ry="120" fill="url(#pool)"/>
    ${drawShadow(600, 992, 300, "#2c1d0f")}
    <path d="M 440 960 C 440 930 520 918 600 918 C 680 918 760 930 760 960 V 976 C 760 1004 680 1016 600 1016 C 520 1016 440 1004 440 976 Z" fill="url(#foot)"/>
    <ellipse cx="600" cy="958" rx="160" ry="40" fill="${tones[0]}" opacity="0.9"/>
    <ellipse cx="600" cy="954" rx="34" ry="10" fill="#000" opacity="0.25"/>
    <rect x="588" y="540" width="24" height="416" rx="6" fill="url(#steel)"/>
    <ellipse cx="600" cy="560" rx="272" ry="46" fill="#fff6dd"/>
    <ellipse cx="600" cy="566" rx="110" ry="22" fill="#fffdf4" filter="url(#softer)"/>
    <path d="M 322 562 C 322 352 440 240 600 240 C 760 240 878 352 878 562 C 800 522 700 514 600 514 C 500 514 400 522 322 562 Z" fill="url(#shade)"/>
    <path d="M 322 562 C 400 522 500 514 600 514 C 700 514 800 522 878 562" fill="none" stroke="#fff2cc" stroke-opacity="0.85" stroke-width="5"/>
    <path d="M 398 470 C 416 372 470 306 540 282" fill="none" stroke="#fff" stroke-opacity="0.5" stroke-width="30" stroke-linecap="round" filter="url(#softer)"/>
    <path d="M 420 430 C 440 372 476 332 516 312" fill="none" stroke="#fff" stroke-opacity="0.5" stroke-width="8" stroke-linecap="round"/>
    <path d="M 572 244 C 572 214 580 200 600 200 C 620 200 628 214 628 244 Z" fill="url(#steel)"/>`,
  });
}
