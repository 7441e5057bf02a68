import { resolve } from "node:path";

/** The generated migrations, read at run time: the app runs from the project's directory. */
export const migrationsFolder = resolve(/* turbopackIgnore: true */ process.cwd(), "drizzle");
