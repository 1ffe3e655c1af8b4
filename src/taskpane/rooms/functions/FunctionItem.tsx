import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Link,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { insertFormula } from "../../../workbook/insertFormula";
import { strings } from "../../strings/functions";
import { useLocale } from "../../components/useLocale";
import type { RunAction } from "../../useAction";
import { localFormula } from "./localFormula";
import { orderExamples } from "./orderExamples";
import type { FunctionEntry } from "./searchFunctions";

/** One function: its name and summary; opened, its arguments, its result and its examples. */
export function FunctionItem(props: { entry: FunctionEntry; inExcel: boolean; run: RunAction }) {
  const { entry, inExcel, run } = props;
  const styles = useStyles();
  const locale = useLocale();
  return (
    <AccordionItem value={entry.id}>
      <AccordionHeader
        as="h4"
        size="small"
        className={styles.header}
        button={{ className: styles.headerButton }}
      >
        <span className={styles.headerText}>
          <span className={styles.name}>{entry.id}</span>
          <span className={styles.summary}>{entry.summary}</span>
        </span>
      </AccordionHeader>
      <AccordionPanel className={styles.panel}>
        <p className={styles.signature}>{signature(entry, locale.list)}</p>
        <ul className={styles.examples} aria-label={strings.examples}>
          {orderExamples(entry.examples).map((formula) => (
            <li key={formula} className={styles.example}>
              <code className={styles.formula}>{localFormula(formula, locale)}</code>
              {inExcel && (
                <Button
                  size="small"
                  aria-label={strings.insertExample(localFormula(formula, locale))}
                  onClick={() => {
                    run(() => insertFormula(formula, localFormula(formula, locale)));
                  }}
                >
                  {strings.insert}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {entry.parameters.length === 0 ? (
          <p className={styles.text}>{strings.noArguments}</p>
        ) : (
          <dl className={styles.list} aria-label={strings.arguments}>
            {entry.parameters.map(({ name, description, optional }) => (
              <div key={name}>
                <dt className={styles.term}>
                  {name}
                  {optional && <span className={styles.optional}> ({strings.optional})</span>}
                </dt>
                <dd className={styles.description}>{description}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className={styles.text}>
          <strong>{strings.returns}:</strong> {entry.returns}
        </p>
        <p className={styles.text}>
          <Link
            href={helpAddress(entry.help)}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={strings.fullHelpOf(entry.id)}
          >
            {strings.fullHelp}
          </Link>
        </p>
      </AccordionPanel>
    </AccordionItem>
  );
}

function signature({ id, parameters }: FunctionEntry, separator: string): string {
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  return `ALVH.${id}(${names.join(`${separator} `)})`;
}

const useStyles = makeStyles({
  header: { margin: 0 },
  headerButton: { padding: "4px 8px 4px 0", minHeight: "44px" },
  headerText: { display: "flex", flexDirection: "column", textAlign: "left", minWidth: 0 },
  name: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  summary: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  panel: { display: "flex", flexDirection: "column", rowGap: "8px", margin: "0 0 12px 28px" },
  signature: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    color: tokens.colorNeutralForeground2,
  },
  list: { display: "flex", flexDirection: "column", rowGap: "6px", margin: 0 },
  term: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  optional: { fontFamily: tokens.fontFamilyBase, fontWeight: tokens.fontWeightRegular },
  description: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  text: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  examples: {
    display: "flex",
    flexDirection: "column",
    rowGap: "8px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  example: {
    display: "flex",
    columnGap: "8px",
    alignItems: "center",
    justifyContent: "space-between",
    padding: "6px 8px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  formula: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
    minWidth: 0,
  },
});

/** Beside the pane's scripts, also where the page that shows it stands in a folder of its own. */
function helpAddress(page: string): string {
  const script = document.querySelector<HTMLScriptElement>("script[src*='taskpane.js']");
  return new URL(page, script?.src ?? document.baseURI).href;
}
