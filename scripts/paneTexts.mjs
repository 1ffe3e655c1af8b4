import { textStaysText } from "./textStaysText.mjs";

const shown =
  "/^(aria-(label|description|valuetext)|alt|caption|hint|label|message|note|placeholder|sheetName|title|unit|validationMessage)$/";
// Not an invariant's Error, which nobody should see, nor a name that is looked up in a function's result.
const meant =
  ":not(NewExpression[callee.name='Error'] *):not(CallExpression[callee.name='figure'] *):not(CallExpression[callee.property.name='get'] *)";
const threeWords = String.raw`\p{L}{2,}[,:;]? \p{L}+[,:;]? \p{L}{2}`;

/** Lint: what the user reads stands in src/taskpane/strings, where its words are read together and kept alike. @type {import("eslint").Linter.Config} */
export const paneTexts = {
  files: ["src/taskpane/**/*.{ts,tsx}"],
  ignores: ["src/taskpane/strings/**"],
  rules: {
    "no-restricted-syntax": [
      "error",
      // Set again here: the rule as the other sources have it would be replaced.
      ...textStaysText,
      ...[
        String.raw`JSXText[value=/[\p{L}$%]/u]`,
        String.raw`JSXAttribute[name.name=${shown}] > Literal[value=/\p{L}{2}/u]`,
        String.raw`JSXAttribute[name.name=${shown}] > * > Literal[value=/\p{L}{2}/u]`,
        String.raw`JSXAttribute[name.name=${shown}] > * > TemplateLiteral > TemplateElement[value.cooked=/\p{L}{2}/u]`,
        String.raw`Property[key.name=${shown}] > Literal.value[value=/\p{L}{2}/u]`,
        String.raw`Literal:not(.key)[value=/^[^=(].*${threeWords}/u]${meant}`,
        String.raw`TemplateElement[value.cooked=/${threeWords}/u]${meant}`,
        String.raw`NewExpression[callee.name='Error'] Literal[value=/^\p{Lu}.* .*\.$/u]`,
      ].map((selector) => ({ selector, message: "What the user reads belongs in src/taskpane/strings." })),
    ],
  },
};
