import { z } from "zod";
import { formatCount } from "./php-limits";

interface Switch {
  kind: "switch";
  default: boolean;
  about: string;
}

interface Amount {
  kind: "amount";
  default: number;
  least: number;
  most: number;
  unit: string;
  about: string;
}

/**
 * The constants of wp-config.php that owners may set. None of them affects the database, keys, addresses, paths, cron or
 * what the platform needs to run the shop. Not among them: SCRIPT_DEBUG, because the image has no uncompressed scripts;
 * WP_DEBUG_DISPLAY, because it would show paths and queries to visitors; WP_DEBUG_LOG, because it moves all errors from the
 * container's log, in which the platform finds the file and line of a failure, to a file that fills the volume.
 */
export const wordpressConstants = {
  WP_DEBUG: { kind: "switch", default: false, about: "Adds warnings and notices of PHP to the store's log." },
  WP_POST_REVISIONS: {
    kind: "amount",
    default: 10,
    least: 0,
    most: 1_000,
    unit: "revisions",
    about: "Stored former versions of each page.",
  },
  EMPTY_TRASH_DAYS: {
    kind: "amount",
    default: 30,
    least: 0,
    most: 3_650,
    unit: "days",
    about: "Time until trash is deleted. 0 deletes at once.",
  },
  AUTOSAVE_INTERVAL: {
    kind: "amount",
    default: 60,
    least: 10,
    most: 86_400,
    unit: "seconds",
    about: "Time between automatic saves in the editor.",
  },
  MEDIA_TRASH: { kind: "switch", default: false, about: "Deleted media go to the trash first." },
  DISALLOW_FILE_MODS: {
    kind: "switch",
    default: false,
    about: "Nobody can install, update or delete plugins and themes in wp-admin.",
  },
  DISALLOW_UNFILTERED_HTML: {
    kind: "switch",
    default: false,
    about: "Administrators and editors can't publish scripts in pages either.",
  },
  AUTOMATIC_UPDATER_DISABLED: {
    kind: "switch",
    default: false,
    about: "Plugins and themes are not updated automatically.",
  },
} as const satisfies Record<string, Switch | Amount>;

export type WordpressConstantName = keyof typeof wordpressConstants;
export type WordpressConstants = Partial<Record<WordpressConstantName, boolean | number>>;

export const wordpressConstantNames = Object.keys(wordpressConstants) as WordpressConstantName[];

function schemaOf(name: WordpressConstantName): z.ZodType<boolean | number> {
  const constant: Switch | Amount = wordpressConstants[name];
  if (constant.kind === "switch") {
    return z.boolean({ error: `${name} must be true or false.` }).meta({ description: constant.about });
  }
  const { least, most, unit, about } = constant;
  const error = `${name} must be a whole number from ${formatCount(least)} to ${formatCount(most)} ${unit}.`;
  return z
    .number({ error })
    .int({ error })
    .min(least, { error })
    .max(most, { error })
    .meta({ description: `${about} Unit: ${unit}.` });
}

/** The platform owns all other constants. */
const notSettable = z.unknown().refine(() => false, {
  error: ({ path }) => {
    const name = String(path?.at(-1));
    if (name === "WP_DEBUG_LOG")
      return "WP_DEBUG_LOG is not needed: with WP_DEBUG the store's log has all reports.";
    return `“${name.slice(0, 60)}” can't be set here. These can: ${wordpressConstantNames.join(", ")}.`;
  },
});

export const wordpressConstantValues = z
  .object(
    Object.fromEntries(wordpressConstantNames.map((name) => [name, schemaOf(name).optional()])) as Record<
      WordpressConstantName,
      z.ZodOptional<z.ZodType<boolean | number>>
    >,
  )
  .catchall(notSettable);
