import { Accordion, makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { useDeferredValue, useState } from "react";
import catalogue from "../../functionCatalogue.json";
import { strings } from "../../strings";
import type { RunAction } from "../../useAction";
import { FunctionItem } from "./FunctionItem";
import { groupByFamily } from "./groupByFamily";
import { searchFunctions } from "./searchFunctions";

/** Every cell function, found by a word, with its arguments and examples that go into the selected cell. */
export function FunctionsRoom({ inExcel, run }: { inExcel: boolean; run: RunAction }) {
  const styles = useStyles();
  const [query, setQuery] = useState("");
  const shownQuery = useDeferredValue(query);
  const found = searchFunctions(catalogue, shownQuery);

  return (
    <section className={styles.section} aria-labelledby="functions-heading">
      <h2 id="functions-heading" className={styles.heading}>
        {strings.functions.heading}
      </h2>
      <SearchBox
        className={styles.search}
        aria-label={strings.functions.search}
        placeholder={strings.functions.search}
        value={query}
        onChange={(_event, { value }) => {
          setQuery(value);
        }}
        dismiss={{ "aria-label": strings.functions.clear }}
      />
      <p role="status" aria-live="polite" className={styles.count}>
        {found.length === 0
          ? strings.functions.none(shownQuery)
          : strings.functions.count(found.length, catalogue.length)}
      </p>
      <Accordion multiple collapsible>
        {groupByFamily(found).map(({ family, title, entries }) => (
          <section key={family} aria-label={title}>
            <h3 className={styles.family}>{title}</h3>
            {entries.map((entry) => (
              <FunctionItem key={entry.id} entry={entry} inExcel={inExcel} run={run} />
            ))}
          </section>
        ))}
      </Accordion>
    </section>
  );
}

const useStyles = makeStyles({
  section: { marginTop: "16px" },
  heading: {
    margin: "0 0 6px",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  search: { width: "100%", maxWidth: "none" },
  count: {
    margin: "4px 0 0",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  family: {
    margin: "12px 0 2px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
});
