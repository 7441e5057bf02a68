export interface Scene {
  /** Colours of the wall (top and bottom) and of the table (back and front). */
  wall: [string, string];
  table: [string, string];
  /** Definitions and shapes of what stands on the table. */
  defs: string;
  body: string;
}

/** Where the table begins, in the picture's 1200 units. */
export const horizon = 860;

/** A still life: light from the upper left, a wall, a table, and something on it. */
export function drawScene({ wall, table, defs, body }: Scene): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 1200" width="1200" height="1200">
  <defs>
    <linearGradient id="wall" x1="0" y1="0" x2="0.35" y2="1">
      <stop offset="0" stop-color="${wall[0]}"/><stop offset="1" stop-color="${wall[1]}"/>
    </linearGradient>
    <linearGradient id="table" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="${table[0]}"/><stop offset="1" stop-color="${table[1]}"/>
    </linearGradient>
    <radialGradient id="daylight" cx="0.24" cy="0.16" r="0.85">
      <stop offset="0" stop-color="#fff" stop-opacity="0.5"/><stop offset="1" stop-color="#fff" stop-opacity="0"/>
    </radialGradient>
    <filter id="soft" x="-50%" y="-150%" width="200%" height="400%"><feGaussianBlur stdDeviation="26"/></filter>
    <filter id="softer" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="14"/></filter>
    <filter id="edge" x="-5%" y="-50%" width="110%" height="200%"><feGaussianBlur stdDeviation="5"/></filter>
    <filter id="grain"><feTurbulence type="fractalNoise" baseFrequency="0.9" numOctaves="2" seed="7"/>
      <feColorMatrix values="0 0 0 0 0.2  0 0 0 0 0.15  0 0 0 0 0.1  0 0 0 0.09 0"/></filter>
    ${defs}
  </defs>
  <rect width="1200" height="1200" fill="url(#wall)"/>
  <rect y="${horizon - 6}" width="1200" height="20" fill="${table[0]}" filter="url(#edge)"/>
  <rect y="${horizon}" width="1200" height="${1200 - horizon}" fill="url(#table)"/>
  ${body}
  <rect width="1200" height="1200" fill="url(#daylight)"/>
  <rect width="1200" height="1200" filter="url(#grain)"/>
</svg>`;
}

/** A shadow on the table, falling to the right of what stands there. */
export function drawShadow(x: number, y: number, width: number, colour: string): string {
  return `<ellipse cx="${x + width * 0.18}" cy="${y}" rx="${width * 0.72}" ry="${width * 0.1}" fill="${colour}" opacity="0.38" filter="url(#soft)"/>
  <ellipse cx="${x + 4}" cy="${y}" rx="${width * 0.5}" ry="${width * 0.055}" fill="${colour}" opacity="0.55" filter="url(#softer)"/>`;
}

/** A round body's shading, from its lit left side to its dark right one. */
export function roundGradient(id: string, [light, middle, dark]: [string, string, string]): string {
  return `<linearGradient id="${id}" x1="0" x2="1" y1="0" y2="0">
    <stop offset="0" stop-color="${middle}"/><stop offset="0.28" stop-color="${light}"/>
    <stop offset="0.62" stop-color="${middle}"/><stop offset="0.95" stop-color="${dark}"/>
    <stop offset="1" stop-color="${middle}"/>
  </linearGradient>`;
}
