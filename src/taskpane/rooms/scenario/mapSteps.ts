import type { MapSteps } from "./stressMap";

/** Steps of the map: few enough that their figures stand in a pane of 350 pixels, and many for who scrolls. */
export const mapSteps: { readonly coarse: MapSteps; readonly fine: MapSteps } = {
  coarse: {
    spots: [-0.2, -0.15, -0.1, -0.075, -0.05, -0.025, 0, 0.025, 0.05, 0.075, 0.1],
    vixes: [-5, 0, 5, 10, 20, 30, 40],
  },
  fine: {
    spots: Array.from({ length: 21 }, (_, step) => Number((-0.2 + 0.015 * step).toFixed(3))),
    vixes: Array.from({ length: 21 }, (_, step) => -10 + 2.5 * step),
  },
};
