/**
 * What a manifest may hold, as a table: the elements that this add-in uses and the optional ones beside them, in the
 * order that Office demands. Office refuses a manifest in another order without saying why.
 *
 * A type lists its children: `Id` once, `AlternateId?` at most once, `Host+` one or more, `Override*` any number. After
 * = stands the child's own type, where it is not named like the element, and before : its namespace, where it is not that
 * of its siblings. What an attribute or a text may say is a kind of VALUES. A type with variants is chosen by xsi:type.
 */
export const NAMESPACES = {
  app: "http://schemas.microsoft.com/office/appforoffice/1.1",
  vo: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
  bt: "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
  xsi: "http://www.w3.org/2001/XMLSchema-instance",
};

const RESOURCE_ID = [/^[^]{1,32}$/u, "1 to 32 characters"];

/** Kinds of attribute values and texts: what they must match, and how that is told. */
export const VALUES = {
  guid: [/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i, "a GUID"],
  alternateId: [/^.{5,12}\\WA\d{9}$/u, "an id that the Marketplace gave"],
  version: [/^\d{1,5}(\.\d{1,5}){3}$/, "a version of four numbers"],
  setVersion: [/^\d{1,5}\.\d{1,5}$/, "a version of two numbers"],
  locale: [/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i, "a language such as en-US"],
  permissions: [
    /^(Restricted|(Read|ReadAll|Write|ReadWrite)Document)$/,
    "a permission such as ReadWriteDocument",
  ],
  lifetime: [/^(short|long)$/, '"short" or "long"'],
  size: [/^\d+$/, "a whole number of pixels"],
  short: [/^[^]{1,125}$/u, "1 to 125 characters"],
  long: [/^[^]{1,250}$/u, "1 to 250 characters"],
  url: [/^[^]{1,2048}$/u, "1 to 2048 characters"],
  id: RESOURCE_ID,
  // Ids of resources, which name the group that must define them.
  Images: RESOURCE_ID,
  Urls: RESOURCE_ID,
  ShortStrings: RESOURCE_ID,
  LongStrings: RESOURCE_ID,
};

const TYPES = {
  // The outer part, which every Excel reads.
  OfficeApp: variants("TaskPaneApp"),
  TaskPaneApp: app(
    "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl?=Url HighResolutionIconUrl?=Url " +
      "SupportUrl?=Url AppDomains? Hosts? Requirements? DefaultSettings Permissions vo:VersionOverrides?",
  ),
  Id: text("guid"),
  AlternateId: text("alternateId"),
  Version: text("version"),
  ProviderName: text("short"),
  DefaultLocale: text("locale"),
  DisplayName: app("Override*=ShortOverride", { DefaultValue: "short" }),
  Description: app("Override*=LongOverride", { DefaultValue: "long" }),
  Url: app("Override*=UrlOverride", { DefaultValue: "url" }),
  AppDomains: app("AppDomain+"),
  AppDomain: text("long"),
  Hosts: app("Host+"),
  Host: empty({ Name: "short" }),
  Requirements: app("Sets?"),
  Sets: app("Set+", { "DefaultMinVersion?": "setVersion" }),
  Set: empty({ Name: "short", "MinVersion?": "setVersion" }),
  DefaultSettings: app("SourceLocation=Url"),
  Permissions: text("permissions"),

  // The inner part: functions, ribbon and pane.
  VersionOverrides: variants("VersionOverridesV1_0"),
  VersionOverridesV1_0: overrides(
    "Description?=LongReference Requirements?=InnerRequirements Hosts?=InnerHosts Resources?",
  ),
  InnerRequirements: basic("Sets=InnerSets"),
  InnerSets: basic("Set+", { "DefaultMinVersion?": "setVersion" }),
  InnerHosts: overrides("Host+=InnerHost"),
  InnerHost: variants("Workbook"),
  Workbook: overrides("Runtimes? AllFormFactors? DesktopFormFactor?"),
  Runtimes: overrides("Runtime+"),
  Runtime: overrides("Override*=RuntimeOverride", { resid: "Urls", "lifetime?": "lifetime" }),
  RuntimeOverride: empty({ type: "short", resid: "Urls" }),
  AllFormFactors: overrides("ExtensionPoint+=FunctionsPoint"),
  FunctionsPoint: variants("CustomFunctions"),
  CustomFunctions: overrides("Script=Location Page=Location Metadata?=Location Namespace?=ShortReference"),
  Location: overrides("SourceLocation=UrlReference"),
  DesktopFormFactor: overrides("GetStarted? ExtensionPoint+=CommandsPoint"),
  GetStarted: overrides("Title=ShortReference Description=LongReference LearnMoreUrl=UrlReference"),
  CommandsPoint: variants("PrimaryCommandSurface"),
  PrimaryCommandSurface: overrides("OfficeTab+"),
  OfficeTab: overrides("Group+", { id: "short" }),
  Group: overrides("Label=ShortReference Icon Control+", { id: "short" }),
  Control: variants("Button"),
  Button: overrides("Label=ShortReference Supertip Icon Action", { id: "short" }),
  Supertip: overrides("Title=ShortReference Description=LongReference"),
  Icon: basic("Image+=ImageReference"),
  Action: variants("ShowTaskpane"),
  ShowTaskpane: overrides("TaskpaneId? SourceLocation=UrlReference Title?=ShortReference"),
  TaskpaneId: text("short"),
  UrlReference: empty({ resid: "Urls" }),
  ShortReference: empty({ resid: "ShortStrings" }),
  LongReference: empty({ resid: "LongStrings" }),
  ImageReference: empty({ resid: "Images", size: "size" }),

  Resources: basic("Images? Urls? ShortStrings? LongStrings?"),
  Images: basic("Image*=UrlResource"),
  Urls: basic("Url*=UrlResource"),
  ShortStrings: basic("String*=ShortResource"),
  LongStrings: basic("String*=LongResource"),
  UrlResource: basic("Override*=UrlOverride", { id: "id", DefaultValue: "url" }),
  ShortResource: basic("Override*=ShortOverride", { id: "id", DefaultValue: "short" }),
  LongResource: basic("Override*=LongOverride", { id: "id", DefaultValue: "long" }),
  UrlOverride: empty({ Locale: "locale", Value: "url" }),
  ShortOverride: empty({ Locale: "locale", Value: "short" }),
  LongOverride: empty({ Locale: "locale", Value: "long" }),
};

/** The root element, as a child of the document. */
export const ROOT = child("OfficeApp", "app");

/**
 * @typedef {{ name: string, namespace: string, type: string, min: number, max: number }} Child
 * @typedef {{ name: string, kind: string, isRequired: boolean }} Attribute
 * @typedef {{ children: Child[], attributes: Attribute[], text?: string, variants?: string[] }} Content
 */

/**
 * What an element of a type may hold. A type with variants holds what its xsi:type says, and nothing where that is none of them.
 * @param {string} type
 * @param {string | null} variant the value of xsi:type
 * @returns {Content}
 */
export function contentOf(type, variant) {
  const content = TYPES[type];
  return content.variants?.includes(variant) ? { ...TYPES[variant], variants: content.variants } : content;
}

function app(children, attributes) {
  return content("app", children, attributes);
}

function overrides(children, attributes) {
  return content("vo", children, attributes);
}

function basic(children, attributes) {
  return content("bt", children, attributes);
}

function empty(attributes) {
  return content("app", "", attributes);
}

function text(kind) {
  return { ...empty({}), text: kind };
}

function variants(...names) {
  return { ...empty({}), variants: names };
}

function content(prefix, children, attributes = {}) {
  return {
    children: children
      .split(" ")
      .filter(Boolean)
      .map((entry) => child(entry, prefix)),
    attributes: Object.entries(attributes).map(([name, kind]) => ({
      name: name.replace("?", ""),
      kind,
      isRequired: !name.endsWith("?"),
    })),
  };
}

function child(entry, siblings) {
  const [, prefix = siblings, name, count, type = name] = /^(?:(\w+):)?(\w+)([?+*]?)(?:=(\w+))?$/.exec(entry);
  return {
    name,
    namespace: NAMESPACES[prefix],
    type,
    min: count === "?" || count === "*" ? 0 : 1,
    max: count === "+" || count === "*" ? Infinity : 1,
  };
}
