import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  SearchBox,
  Switch,
  tokens,
} from "@fluentui/react-components";
import { useDeferredValue, useMemo, useState } from "react";
import { settingsInForce } from "../../../alvh/presets";
import type { Desk } from "../../desk";
import { SettingField } from "./SettingField";
import { settingGroups } from "./settingGroups";
import { strings } from "../../strings/plan";

/** Every setting of the rules, by family and found by a word; those that are changed are marked and can be put back. */
export function SettingsForm({ desk, preset }: { desk: Desk; preset: string }) {
  const styles = useStyles();
  const [query, setQuery] = useState("");
  const [changedOnly, setChangedOnly] = useState(false);
  const [open, setOpen] = useState<string[]>([]);
  const shownQuery = useDeferredValue(query);
  const initial = useMemo(() => settingsInForce(preset, undefined).settings, [preset]);
  const isChanged = (name: string): boolean => desk.settings[name] !== undefined;
  const groups = settingGroups(shownQuery, ({ name }) => !changedOnly || isChanged(name));
  const count = groups.reduce((sum, { settings }) => sum + settings.length, 0);
  const changed = Object.keys(desk.settings).length;
  // What was searched for is shown at once.
  const isNarrowed = shownQuery.trim() !== "" || changedOnly;

  return (
    <>
      <SearchBox
        size="small"
        className={styles.search}
        aria-label={strings.settings.search}
        placeholder={strings.settings.search}
        value={query}
        onChange={(_event, { value }) => {
          setQuery(value);
        }}
        dismiss={{ "aria-label": strings.settings.clear }}
      />
      <div className={styles.row}>
        <Switch
          label={strings.settings.changedOnly}
          checked={changedOnly}
          onChange={(_event, { checked }) => {
            setChangedOnly(checked);
          }}
        />
        <Button size="small" disabled={changed === 0} onClick={desk.resetSettings}>
          {strings.settings.resetAll}
        </Button>
      </div>
      <p role="status" className={styles.count}>
        {count > 0
          ? strings.settings.count(count, changed)
          : changedOnly && shownQuery.trim() === ""
            ? strings.settings.noneChanged
            : strings.settings.none}
      </p>
      <Accordion
        multiple
        collapsible
        openItems={isNarrowed ? groups.map(({ title }) => title) : open}
        onToggle={(_event, { openItems }) => {
          if (!isNarrowed) setOpen(openItems as string[]);
        }}
      >
        {groups.map(({ title, settings }) => (
          <AccordionItem key={title} value={title}>
            <AccordionHeader as="h3" size="small" className={styles.header}>
              {strings.settings.group(
                title,
                settings.length,
                settings.filter(({ name }) => isChanged(name)).length,
              )}
            </AccordionHeader>
            <AccordionPanel className={styles.panel}>
              {settings.map((definition) => (
                <SettingField
                  key={definition.name}
                  definition={definition}
                  initial={initial.value(definition.name)}
                  value={desk.settings[definition.name]}
                  onChange={(value) => {
                    desk.changeSetting(definition.name, value);
                  }}
                />
              ))}
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </>
  );
}

const useStyles = makeStyles({
  search: { width: "100%", maxWidth: "none" },
  row: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  count: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  header: { margin: 0 },
  panel: { display: "flex", flexDirection: "column", rowGap: "10px", margin: "2px 0 12px 8px" },
});
