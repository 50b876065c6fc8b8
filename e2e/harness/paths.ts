/** Where things are in the repository. */

import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The directory of the end-to-end tests. */
export const E2E: string = fileURLToPath(new URL("..", import.meta.url));
/** The root of the repository. */
export const ROOT: string = join(E2E, "..");
