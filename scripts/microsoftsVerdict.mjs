/**
 * What Microsoft's service says of a manifest.
 * @param {string} path
 * @param {(path: string) => Promise<{ isValid: boolean, status?: number, report?: { errors?: object[] } }>} validate
 * @param {number} patience milliseconds
 * @returns {Promise<{ words: string[], isRefused: boolean }>}
 */
export async function microsoftsVerdict(path, validate, patience) {
  let timer;
  const silence = new Promise((_, reject) => (timer = setTimeout(reject, patience)));
  try {
    const { isValid, status, report } = await Promise.race([validate(path), silence]);
    if (isValid) return { words: ["Microsoft's service accepts it."], isRefused: false };
    if (report === undefined) {
      return {
        words: [`Microsoft's service gave no verdict (status ${status}): not asked.`],
        isRefused: false,
      };
    }
    const errors = (report.errors ?? []).map(({ title, content }) => `${title}: ${content}`);
    return { words: ["Microsoft's service refuses it.", ...errors], isRefused: true };
  } catch {
    return { words: ["Microsoft's service was not reached: not asked."], isRefused: false };
  } finally {
    clearTimeout(timer);
  }
}
