/** Texts of the parts that every room is made of. */
export const strings = {
  disclaimer: "Computed figures, not advice.",
  useSelection: "Use selection",
  useSelectionFor: (label: string) => `Use selection for ${label}`,
  putOnSheet: "Put on sheet",
  cancel: "Cancel",
  warning: "Warning:",
  error: "Error:",
  atMost: (label: string, max: string) => `${label} must be ${max} or less.`,
  atLeast: (label: string, min: string) => `${label} must be ${min} or more.`,
  between: (label: string, min: string, max: string) => `${label} must be from ${min} to ${max}.`,

  tooLarge: (typed: string) => `${typed} is too large a number.`,
  notANumber: (typed: string, example: string) => `“${typed}” is not a number: write it such as ${example}.`,

  override: {
    open: "Override…",
    openFor: (rule: string) => `Override ${rule}`,
    decision: "What was done instead",
    reason: "Reason",
    noDecision: "Say what was done instead.",
    noReason: "An override needs its reason.",
    record: "Record override",
    recorded: "Overridden:",
    because: "Reason:",
  },
};
