/** The result that Office.js hands to a callback. */
interface AsyncResult {
  status: "succeeded";
}

/** The settings that Office.js keeps in a document: here as long as the page's workbook lives. */
export class DocumentSettings {
  private readonly kept = new Map<string, unknown>();

  get(name: string): unknown {
    return this.kept.get(name) ?? null;
  }

  set(name: string, value: unknown): void {
    // As in a file: what is changed afterwards in the object that was given does not count.
    this.kept.set(name, structuredClone(value));
  }

  remove(name: string): void {
    this.kept.delete(name);
  }

  saveAsync(callback?: (result: AsyncResult) => void): void {
    setTimeout(() => callback?.({ status: "succeeded" }));
  }
}
