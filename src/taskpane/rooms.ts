import type { ComponentType } from "react";
import type { Desk } from "./desk";
import { strings } from "./strings";
import type { RunAction } from "./useAction";

/** What every room is given. */
export interface RoomProps {
  desk: Desk;
  run: RunAction;
  inExcel: boolean;
  /** Leads to another room, whose heading then has the focus. */
  openRoom(id: RoomId): void;
}

export type RoomId = "start" | "book" | "plan" | "scenario" | "roll" | "audit" | "functions" | "log";

/** A room; its code is fetched when it is first opened. */
export interface Room {
  id: RoomId;
  title: string;
  /** On its tab, where little fits. */
  tab: string;
  /** Whether it is of use where there is no workbook. */
  withoutExcel: boolean;
  load: () => Promise<{ default: ComponentType<RoomProps> }>;
}

/** In the order of the tabs. */
export const ROOMS: readonly Room[] = [
  room("start", true, () => import("./rooms/start/StartRoom")),
  room("functions", true, () => import("./rooms/functions/FunctionsRoom")),
];

function room(id: RoomId, withoutExcel: boolean, load: Room["load"]): Room {
  return { id, ...strings.rooms[id], withoutExcel, load };
}

/** The rooms that can be entered; the one asked for, or the first where it cannot. */
export function roomsFor(inExcel: boolean, wanted: string): { rooms: readonly Room[]; current: Room } {
  const rooms = ROOMS.filter(({ withoutExcel }) => inExcel || withoutExcel);
  const current = rooms.find(({ id }) => id === wanted) ?? rooms[0];
  if (current === undefined) throw new Error("The pane has no room to show.");
  return { rooms, current };
}
