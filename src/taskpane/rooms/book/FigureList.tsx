import { makeStyles, tokens } from "@fluentui/react-components";

/** Figures under one another: what each is on the left, its value on the right. */
export function FigureList({
  figures,
  label,
}: {
  figures: readonly (readonly [name: string, value: string])[];
  label: string;
}) {
  const styles = useStyles();
  return (
    <dl className={styles.list} aria-label={label}>
      {figures.map(([name, value]) => (
        <div key={name} className={styles.row}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  list: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  row: { display: "flex", columnGap: "12px", justifyContent: "space-between", padding: "2px 0" },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, textAlign: "right", fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
});
