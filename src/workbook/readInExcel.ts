import { hostError } from "./hostError";

/** Reads from Excel without touching Undo. Whatever fails is thrown as a sentence. */
export async function readInExcel<Result>(
  reading: (context: Excel.RequestContext) => Promise<Result>,
): Promise<Result> {
  try {
    return await Excel.run(reading);
  } catch (error) {
    throw hostError(error);
  }
}
