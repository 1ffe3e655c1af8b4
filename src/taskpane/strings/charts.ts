/** Texts of the charts. */
export const strings = {
  showTable: "Show as table",
  showChart: "Show as chart",
  loss: "loss",
  gain: "gain",
};
