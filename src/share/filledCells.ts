import type { Area, CellPlace } from "./cellAddress";

/** Whether cells lie in what formulas fill. Asked from the top down, so that each area is looked at once. */
export class FilledCells {
  private readonly areas: readonly Area[];
  private next = 0;
  /** The last row that is filled, by column, of the areas that begin above. */
  private readonly bottoms: number[] = [];

  constructor(areas: readonly Area[]) {
    this.areas = [...areas].sort((a, b) => a.top - b.top);
  }

  has({ row, column }: CellPlace): boolean {
    for (
      let area = this.areas[this.next];
      area !== undefined && area.top <= row;
      area = this.areas[this.next]
    ) {
      for (let index = area.left; index <= area.right; index++) {
        this.bottoms[index] = Math.max(this.bottoms[index] ?? -1, area.bottom);
      }
      this.next += 1;
    }
    return row <= (this.bottoms[column] ?? -1);
  }
}
