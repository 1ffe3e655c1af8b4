import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import type { Room, RoomId } from "./rooms";
import { strings } from "./strings/pane";

/** Every room in one click, on two lines of a narrow pane. Arrow keys move, Enter or Space opens. */
export function RoomTabs(props: { rooms: readonly Room[]; current: RoomId; open(id: RoomId): void }) {
  const { rooms, current, open } = props;
  const styles = useStyles();
  return (
    <nav className={styles.bar} aria-label={strings.navigation}>
      <TabList
        className={styles.tabs}
        size="small"
        appearance="subtle-circular"
        aria-label={strings.navigation}
        selectedValue={current}
        onTabSelect={(_event, { value }) => {
          open(value as RoomId);
        }}
      >
        {rooms.map(({ id, tab }) => (
          <Tab key={id} id={`tab-${id}`} value={id} aria-controls={id === current ? "room" : undefined}>
            {tab}
          </Tab>
        ))}
      </TabList>
    </nav>
  );
}

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    // Excel draws the menu of the add-in over the top right corner.
    padding: "6px 48px 6px 10px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  tabs: { flexWrap: "wrap", rowGap: "2px" },
});
