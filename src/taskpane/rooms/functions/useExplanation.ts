import { useEffect, useState } from "react";
import { followExplanation } from "./followExplanation";
import type { CellExplanation } from "./readExplanation";

/** The explanation of the last selected cell that holds an ALVH formula, as it stands. */
export function useExplanation(inExcel: boolean): { explanation?: CellExplanation; problem?: string } {
  const [explanation, setExplanation] = useState<CellExplanation>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => (inExcel ? followExplanation(setExplanation, setProblem) : undefined), [inExcel]);

  return {
    ...(explanation === undefined ? {} : { explanation }),
    ...(problem === undefined ? {} : { problem }),
  };
}
