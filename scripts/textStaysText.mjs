/** For ESLint: text never becomes a program or markup, since React and the DOM take it as text. */
export const textStaysText = [
  ...["innerHTML", "outerHTML", "srcdoc"].map((property) => ({
    selector: `AssignmentExpression > MemberExpression.left[property.name='${property}']`,
    message: "Text becomes markup here: set textContent, or build the elements.",
  })),
  {
    selector:
      "CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString)$/]",
    message: "Text becomes markup here: build the elements.",
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: "Text becomes markup here: build the elements.",
  },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "Text becomes markup here." },
  { selector: "Property[key.name='dangerouslySetInnerHTML']", message: "Text becomes markup here." },
  { selector: "Literal[value=/^\\s*javascript:/i]", message: "A link that runs what it says." },
  { selector: "TemplateElement[value.raw=/^\\s*javascript:/i]", message: "A link that runs what it says." },
  {
    selector:
      "CallExpression[callee.name=/^set(Timeout|Interval)$/] > :matches(Literal, TemplateLiteral).arguments:first-child",
    message: "Text becomes a program here: hand over a function.",
  },
  {
    selector: "ImportExpression > :not(Literal).source",
    message: "What is loaded must be known when it is built.",
  },
  {
    selector:
      "NewExpression[callee.name=/^(Shared)?Worker$/] > :not(NewExpression[callee.name='URL']).arguments:first-child",
    message: "A worker is a file of ours: new Worker(new URL(…, import.meta.url)).",
  },
  {
    selector: "CallExpression[callee.name='importScripts']",
    message: "A worker imports what is bundled with it.",
  },
  {
    selector:
      "JSXOpeningElement:has(JSXAttribute[name.name='target']):not(:has(JSXAttribute[name.name='rel'][value.value=/noopener/]))",
    message: 'A page that is opened can reach this one: rel="noopener".',
  },
];
