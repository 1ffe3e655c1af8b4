/** Why a file is not read: one sentence for the user. Nothing has been changed then. */
export class FileRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "FileRefusal";
  }
}
