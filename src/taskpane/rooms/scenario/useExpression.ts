import { useEffect, useState } from "react";
import type { ScenarioExpression } from "../../../alvh/scenarioExpression";
import { useLocale } from "../../components/useLocale";
import { fetchedLater, isLoadFailure } from "../../lazyParts";
import { strings } from "../../strings/scenario";
import { englishExpression } from "./englishExpression";

/** A compiled expression, the sentence why it cannot be, or neither while its parser is still loading. */
export interface ExpressionReading {
  expression?: ScenarioExpression;
  problem?: string;
}

/** Compiles an expression, written as the user writes numbers. Its parser is fetched when the first one is wanted. */
export function useExpression(text: string, isWanted: boolean): ExpressionReading {
  const locale = useLocale();
  const [reading, setReading] = useState<ExpressionReading & { of?: string }>({});
  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    loadParser()
      .then(({ compileScenario }) => ({ expression: compileScenario(englishExpression(text, locale)) }))
      .catch((problem: unknown) => {
        const sentence = problem instanceof Error ? problem.message : String(problem);
        return { problem: isLoadFailure(sentence) ? strings.noParser : sentence };
      })
      .then((next) => {
        if (isCurrent) setReading({ ...next, of: text });
      }, reportError);
    return () => {
      isCurrent = false;
    };
  }, [text, isWanted, locale]);
  return isWanted && reading.of === text ? reading : {};
}

const loadParser = fetchedLater(() => import("../../../alvh/scenarioExpression"));
