export const DEFAULT_ORIGIN = "https://localhost:3000";

/**
 * Where the add-in will be served from, as the manifest needs it: an https origin without a path.
 * @param {string | undefined} setting the environment variable ADDIN_ORIGIN
 */
export function addinOrigin(setting) {
  if (setting === undefined || setting === "") return DEFAULT_ORIGIN;
  const url = URL.canParse(setting) ? new URL(setting) : undefined;
  if (url?.protocol !== "https:" || url.origin !== setting) {
    throw new Error(
      `ADDIN_ORIGIN (${JSON.stringify(setting)}) must be an https origin without a path or a trailing slash, ` +
        `such as "https://addin.example.com" or "${DEFAULT_ORIGIN}".`,
    );
  }
  return setting;
}
