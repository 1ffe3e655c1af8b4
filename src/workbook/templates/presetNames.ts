/** The presets that a cell may be given, in the order of the reference. */
export const presetNames = [
  "S1_442",
  "S0_PYRAMID",
  "S3_FRONT",
  "S4_TEMPORAL",
  "S4_LITERAL",
  "SITE_30_110_220",
  "SITE_PCT",
  "VXTH",
];
