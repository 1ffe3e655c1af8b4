/** Which layer of src may import which: the whole architecture in one table. */
const layers = {
  core: [],
  alvh: ["core"],
  functions: ["core", "alvh"],
  // Files that travel: bytes in, bytes out. It runs in the pane, in the browser workbook and on the command line alike,
  // so that it sees neither Excel nor a page.
  share: ["core", "alvh"],
  workbook: ["core", "alvh", "share"],
  taskpane: ["core", "alvh", "share", "workbook"],
  demo: ["share", "workbook", "taskpane"],
};

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer}-imports-${allowed.join("-") || "nothing"}`,
  comment: `src/${layer} may import ${allowed.join(", ") || "no other layer"}.`,
  severity: "error",
  from: { path: `^src/${layer}/` },
  to: { path: "^src/", pathNot: [layer, ...allowed].map((name) => `^src/${name}/`) },
}));

export default {
  forbidden: [
    ...layerRules,
    {
      name: "layer-in-the-table",
      comment: "Every folder of src is a layer of the table above.",
      severity: "error",
      from: { path: "^src/", pathNot: Object.keys(layers).map((name) => `^src/${name}/`) },
      to: {},
    },
    {
      name: "core-is-alone",
      comment: "src/core is pure numerics: no packages.",
      severity: "error",
      from: { path: "^src/core/" },
      to: { pathNot: "^src/core/" },
    },
    {
      name: "no-node-in-src",
      comment: "src runs inside Excel's web view, where Node's own modules do not exist.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-tests-in-src",
      comment: "The product never imports its tests or its scripts.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts|bench)/" },
    },
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or miss a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "An import that resolves to nothing.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^dist/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "default", "types"],
    },
  },
};
