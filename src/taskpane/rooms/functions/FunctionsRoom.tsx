import { Accordion, makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { useDeferredValue, useState } from "react";
import catalogue from "../../functionCatalogue.json";
import type { RoomProps } from "../../rooms";
import { ExplainCell } from "./ExplainCell";
import { FunctionItem } from "./FunctionItem";
import { groupByFamily } from "./groupByFamily";
import { searchFunctions } from "./searchFunctions";
import { strings } from "../../strings/functions";

/** Every cell function, found by a word, with its arguments and examples that go into the selected cell. */
export default function FunctionsRoom({ inExcel, run }: RoomProps) {
  const styles = useStyles();
  const [query, setQuery] = useState("");
  const shownQuery = useDeferredValue(query);
  const found = searchFunctions(catalogue, shownQuery);

  return (
    <>
      {inExcel && <ExplainCell run={run} inExcel={inExcel} />}
      <section className={styles.section} aria-labelledby="functions-heading">
        <h2 id="functions-heading" className={styles.heading}>
          {strings.list}
        </h2>
        <SearchBox
          className={styles.search}
          aria-label={strings.search}
          placeholder={strings.search}
          value={query}
          onChange={(_event, { value }) => {
            setQuery(value);
          }}
          dismiss={{ "aria-label": strings.clear }}
        />
        <p role="status" aria-live="polite" className={styles.count}>
          {found.length === 0 ? strings.none(shownQuery) : strings.count(found.length, catalogue.length)}
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
    </>
  );
}

const useStyles = makeStyles({
  section: { marginTop: "4px" },
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
