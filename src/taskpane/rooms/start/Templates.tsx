import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { insertTemplate } from "../../../workbook/insertTemplate";
import { TEMPLATES } from "../../../workbook/templates/templates";
import type { RunAction } from "../../useAction";
import { strings } from "../../strings/start";

/** Sheets for one job each, live on the workbook's own ranges. */
export function Templates({ run }: { run: RunAction }) {
  const styles = useStyles();
  return (
    <section aria-labelledby="templates-heading">
      <h2 id="templates-heading" className={styles.heading}>
        {strings.templates.heading}
      </h2>
      <p className={styles.text}>{strings.templates.text}</p>
      <ul className={styles.list}>
        {TEMPLATES.map((template) => (
          <li key={template.name} className={styles.item}>
            <div>
              <h3 className={styles.title}>{template.title}</h3>
              <p className={styles.text}>{template.description}</p>
            </div>
            <Button
              size="small"
              aria-label={strings.templates.insert(template.title)}
              onClick={() => {
                run(() => insertTemplate(template));
              }}
            >
              {strings.templates.button}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const useStyles = makeStyles({
  heading: {
    margin: "8px 0 2px",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  list: { margin: "4px 0 0", padding: 0, listStyleType: "none" },
  item: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: "8px",
    padding: "6px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});
