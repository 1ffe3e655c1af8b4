/** What a cost is a share of, as COSTAUDIT's columns name it. */
export type AuditBase = "NAV" | "risk capital" | "condor notional";

export const AUDIT_BASES: readonly AuditBase[] = ["NAV", "risk capital", "condor notional"];

/** The form of the room, as it is kept in the workbook; dollars and condors go into the desk's settings. */
export interface AuditForm {
  readonly base: AuditBase;
  /** "" for the preset of the hedge plan. */
  readonly preset: string;
  readonly source: "sample" | "range";
  /** A name, a table or a place with the history; "" while none is chosen. */
  readonly range: string;
}

export const FIRST_AUDIT_FORM: AuditForm = { base: "NAV", preset: "", source: "sample", range: "" };
