import type { ReactNode } from "react";
import type { Desk } from "./desk";
import type { RunAction } from "./useAction";

/** What every room is given. */
export interface RoomProps {
  desk: Desk;
  run: RunAction;
  inExcel: boolean;
  /** Leads to another room, whose heading then has the focus. */
  openRoom(id: RoomId): void;
}

export type RoomId =
  "start" | "book" | "plan" | "scenario" | "roll" | "audit" | "share" | "functions" | "log";

/** A room; its code is fetched when it is first opened, or ahead. */
export interface Room {
  id: RoomId;
  title: string;
  /** On its tab, where little fits. */
  tab: string;
  /** Whether it is of use where there is no workbook. */
  withoutExcel: boolean;
  Content: (props: RoomProps) => ReactNode;
}
