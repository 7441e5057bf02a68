import { drawScene, drawShadow, roundGradient } from "./scene";

interface Glaze {
  wall: [string, string];
  table: [string, string];
  tones: [string, string, string];
  inside: string;
}

export const clay: Glaze = {
  wall: ["#f3e9dd", "#e7d6c3"],
  table: ["#d9c2a8", "#c9ad8f"],
  tones: ["#d98f6c", "#c0714d", "#8c4a2f"],
  inside: "#7d432c",
};

export const sage: Glaze = {
  wall: ["#eceee6", "#d8ddcf"],
  table: ["#c9c4b2", "#b3ab96"],
  tones: ["#a9b79b", "#869678", "#56644c"],
  inside: "#4d5a45",
};

const outline =
  "M 372 470 C 372 600 378 760 398 868 C 404 912 430 932 470 938 C 520 945 632 945 682 938 C 722 932 748 912 754 868 C 774 760 780 600 780 470 Z";

/** A mug of stoneware: glazed, its foot left raw, with the clay's specks. */
export function drawMug({ wall, table, tones, inside }: Glaze): string {
  return drawScene({
    wall,
    table,
    defs: `${roundGradient("glaze", tones)}
    ${roundGradient("raw", ["#d9c7ab", "#bfa988", "#8a7556"])}
    <linearGradient id="hollow" x1="0" x2="1"><stop offset="0" stop-color="${inside}"/><stop offset="1" stop-color="${tones[1]}"/></linearGradient>
    <linearGradient id="handle" x1="0" x2="1" y1="0" y2="0.6"><stop offset="0" stop-color="${tones[1]}"/><stop offset="0.5" stop-color="${tones[0]}"/><stop offset="1" stop-color="${tones[2]}"/></linearGradient>
    <clipPath id="outline"><path d="${outline}"/></clipPath>`,
    body: `${drawShadow(590, 936, 470, "#3b2718")}
    <path d="M 758 562 C 900 520 946 610 930 690 C 914 776 836 812 752 800" fill="none" stroke="${tones[2]}" stroke-width="56" stroke-linecap="round"/>
    <path d="M 756 558 C 896 516 940 608 924 686 C 908 770 834 806 752 794" fill="none" stroke="url(#handle)" stroke-width="46" stroke-linecap="round"/>
    <path d="M 772 546 C 866 528 910 580 908 640" fill="none" stroke="#fff" stroke-opacity="0.28" stroke-width="9" stroke-linecap="round"/>
    <path d="${outline}" fill="url(#raw)"/>
    <g clip-path="url(#outline)">
      <path d="M 340 440 H 820 V 836 C 776 822 742 850 690 840 C 640 830 610 852 560 842 C 508 832 470 856 428 840 C 396 828 370 838 340 832 Z" fill="url(#glaze)"/>
      <path d="M 340 838 C 370 844 396 834 428 846 C 470 862 508 838 560 848 C 610 858 640 836 690 846 C 742 856 776 828 820 842" fill="none" stroke="${tones[2]}" stroke-opacity="0.45" stroke-width="5"/>
      ${drawSpecks()}
      <path d="M 442 520 C 438 640 446 740 458 812" fill="none" stroke="#fff" stroke-opacity="0.34" stroke-width="26" stroke-linecap="round" filter="url(#softer)"/>
      <path d="M 470 540 C 468 610 470 650 474 690" fill="none" stroke="#fff" stroke-opacity="0.38" stroke-width="7" stroke-linecap="round"/>
    </g>
    <ellipse cx="576" cy="470" rx="204" ry="46" fill="${tones[0]}"/>
    <ellipse cx="576" cy="474" rx="190" ry="38" fill="url(#hollow)"/>
    <ellipse cx="576" cy="490" rx="160" ry="24" fill="#2a1a12" opacity="0.5"/>
    <path d="M 386 462 C 430 436 500 428 560 428" fill="none" stroke="#fff" stroke-opacity="0.5" stroke-width="5" stroke-linecap="round"/>`,
  });
}

/** Specks where a dice would put them, the same ones each time. */
function drawSpecks(): string {
  let seed = 11;
  const next = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  return Array.from({ length: 130 }, () => {
    const [x, y, size] = [372 + next() * 408, 500 + next() * 440, 0.8 + next() * 2.2];
    return `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${size.toFixed(1)}" fill="#3a2617" opacity="${(0.16 + next() * 0.3).toFixed(2)}"/>`;
  }).join("");
}
