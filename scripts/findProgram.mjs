import { accessSync, constants } from "node:fs";

/**
 * An installed program's path, or undefined: along PATH, and where servers are kept that a user's PATH leaves out.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {(path: string) => boolean} [canRun]
 * @returns {string | undefined}
 */
export function findProgram(name, environment = process.env, canRun = isExecutable) {
  const folders = [...(environment.PATH ?? "").split(":"), "/usr/sbin", "/usr/local/sbin"].filter(Boolean);
  return folders.map((folder) => `${folder}/${name}`).find(canRun);
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
