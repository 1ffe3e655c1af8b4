import { lazyPart } from "./lazyParts";
import type { Room, RoomId, RoomProps } from "./rooms";
import { strings } from "./strings/pane";

/** In the order of the tabs. */
const ROOMS: readonly Room[] = [
  room("start", true, () => import("./rooms/start/StartRoom")),
  room("book", false, () => import("./rooms/book/BookRoom")),
  room("plan", false, () => import("./rooms/plan/PlanRoom")),
  room("scenario", false, () => import("./rooms/scenario/ScenarioRoom")),
  room("roll", false, () => import("./rooms/roll/RollRoom")),
  room("audit", false, () => import("./rooms/audit/AuditRoom")),
  room("share", false, () => import("./rooms/share/ShareRoom")),
  room("functions", true, () => import("./rooms/functions/FunctionsRoom")),
  room("log", false, () => import("./rooms/log/LogRoom")),
];

function room(id: RoomId, withoutExcel: boolean, load: Parameters<typeof lazyPart<RoomProps>>[0]): Room {
  return { id, ...strings.rooms[id], withoutExcel, Content: lazyPart(load) };
}

/** The rooms that can be entered; the one asked for, or the first where it cannot. */
export function roomsFor(inExcel: boolean, wanted: string): { rooms: readonly Room[]; current: Room } {
  const rooms = ROOMS.filter(({ withoutExcel }) => inExcel || withoutExcel);
  const current = rooms.find(({ id }) => id === wanted) ?? rooms[0];
  if (current === undefined) throw new Error("the pane has no room to show");
  return { rooms, current };
}
