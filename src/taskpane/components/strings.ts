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
};
