import tseslint from "typescript-eslint";
import { textStaysText } from "./scripts/textStaysText.mjs";
import { paneTexts } from "./scripts/paneTexts.mjs";

/** core and alvh are pure: the moment and chance are arguments, and nothing is printed. */
const pure = {
  files: ["src/core/**/*.ts", "src/alvh/**/*.ts"],
  rules: {
    "no-console": "error",
    "no-restricted-properties": [
      "error",
      { object: "Date", property: "now", message: "The moment is an argument." },
      { object: "Math", property: "random", message: "Chance is an argument." },
    ],
    "no-restricted-syntax": [
      "error",
      ...textStaysText,
      {
        selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        message: "The moment is an argument.",
      },
      { selector: "CallExpression[callee.name='Date']", message: "The moment is an argument." },
    ],
  },
};

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/"] },
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}", "bench/**/*.ts"],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { project: "tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: "error",
      "no-restricted-globals": ["error", "alert", "confirm", "prompt"],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["scripts/**/*.mjs", "*.js"],
    rules: { eqeqeq: "error", "no-unused-vars": "error", "prefer-const": "error" },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "no-eval": "error",
      "@typescript-eslint/no-implied-eval": "error",
      "no-restricted-syntax": ["error", ...textStaysText],
    },
  },
  pure,
  paneTexts,
  {
    // Excel must hand over whatever the cell holds, so that our own sentence can refuse it.
    files: ["src/functions/**/*.ts", "test/**/*.ts"],
    rules: { "@typescript-eslint/no-explicit-any": "off" },
  },
  {
    // Loops over arrays of known length, where a check for every element would hide the formula.
    files: ["src/core/**/*.ts", "src/alvh/**/*.ts", "src/functions/support/**/*.ts", "test/**/*.{ts,tsx}"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
);
