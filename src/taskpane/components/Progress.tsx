import { Button, Field, makeStyles, ProgressBar } from "@fluentui/react-components";
import { strings } from "../strings/components";

/** How far a long calculation is, and the way out of it. Without `share`, only that it runs. */
export function Progress(props: { label: string; share?: number | undefined; onCancel(): void }) {
  const { label, share, onCancel } = props;
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Field validationMessage={label} validationState="none" className={styles.bar}>
        <ProgressBar aria-label={label} {...(share === undefined ? {} : { value: share, max: 1 })} />
      </Field>
      <Button size="small" onClick={onCancel}>
        {strings.cancel}
      </Button>
    </div>
  );
}

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", columnGap: "8px" },
  bar: { flexGrow: 1 },
});
