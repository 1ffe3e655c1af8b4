/** A fault, what to replace in manifest.xml by what to make it, and what must be said of it. */
type Fault = [fault: string, from: string | RegExp, to: string, words: string];

/** A whole element of a name, from the first one's start to its end. */
const whole = (name: string) => `[ \\t]*<${name}\\b(?:[^>]*/>|[^]*?</${name}>)\\n`;
/** An element and the one after it: "$2$1" changes their places. */
const pair = (first: string, second: string) => new RegExp(`(${whole(first)})(${whole(second)})`);
const only = (name: string) => new RegExp(whole(name));
const twice = (name: string) => new RegExp(`(${whole(name)})`);

/** What Microsoft's schema refuses too. */
export const BROKEN_STRUCTURE: Fault[] = [
  [
    "Version after ProviderName",
    pair("Version", "ProviderName"),
    "$2$1",
    "<Version> must stand before <ProviderName>",
  ],
  [
    "Requirements before Hosts",
    pair("Hosts", "Requirements"),
    "$2$1",
    "<Hosts> must stand before <Requirements>",
  ],
  [
    "Permissions before DefaultSettings",
    pair("DefaultSettings", "Permissions"),
    "$2$1",
    "<DefaultSettings> must stand before <Permissions>",
  ],
  [
    "Resources before the inner Hosts",
    /( {4}<Hosts>\n {6}<Host xsi[^]*?<\/Hosts>\n)( {4}<Resources>[^]*?<\/Resources>\n)/,
    "$2$1",
    "<Hosts> must stand before <Resources>",
  ],
  [
    "Runtimes after AllFormFactors",
    pair("Runtimes", "AllFormFactors"),
    "$2$1",
    "<Runtimes> must stand before <AllFormFactors>",
  ],
  [
    "DesktopFormFactor before AllFormFactors",
    pair("AllFormFactors", "DesktopFormFactor"),
    "$2$1",
    "<AllFormFactors> must stand before <DesktopFormFactor>",
  ],
  ["Metadata before Page", pair("Page", "Metadata"), "$2$1", "<Page> must stand before <Metadata>"],
  [
    "Namespace before Script",
    /( *<Script>[^]*?<\/Metadata>\n)( *<Namespace .*\n)/,
    "$2$1",
    "<Script> must stand before <Namespace>",
  ],
  [
    "a ribbon before GetStarted",
    /( *<GetStarted>[^]*?<\/GetStarted>\n)( *<ExtensionPoint xsi:type="Primary[^]*?<\/ExtensionPoint>\n)/,
    "$2$1",
    "<GetStarted> must stand before <ExtensionPoint>",
  ],
  [
    "Description before Title in GetStarted",
    pair("Title", "Description"),
    "$2$1",
    "<Title> must stand before <Description>",
  ],
  ["the group's Icon before its Label", pair("Label", "Icon"), "$2$1", "<Label> must stand before <Icon>"],
  [
    "the button's Action before its Icon",
    /( {18}<Icon>[^]*?<\/Icon>\n)( *<Action [^]*?<\/Action>\n)/,
    "$2$1",
    "<Icon> must stand before <Action>",
  ],
  [
    "SourceLocation before TaskpaneId",
    pair("TaskpaneId", "SourceLocation"),
    "$2$1",
    "<TaskpaneId> must stand before <SourceLocation>",
  ],
  ["Urls before Images", pair("bt:Images", "bt:Urls"), "$2$1", "<bt:Images> must stand before <Urls>"],
  [
    "LongStrings before ShortStrings",
    pair("bt:ShortStrings", "bt:LongStrings"),
    "$2$1",
    "<bt:ShortStrings> must stand before <LongStrings>",
  ],
  ["no Id", only("Id"), "", "<OfficeApp> has no <Id>"],
  ["no Permissions", only("Permissions"), "", "<OfficeApp> has no <Permissions>"],
  ["functions without a Page", only("Page"), "", "<ExtensionPoint> has no <Page>"],
  ["a group without an Icon", only("Icon"), "", "<Group> has no <Icon>"],
  ["a button without a Supertip", only("Supertip"), "", "<Control> has no <Supertip>"],
  ["two versions", twice("Version"), "$1$1", "<OfficeApp> has a second <Version>"],
  ["two Runtimes", twice("Runtimes"), "$1$1", "<Host> has a second <Runtimes>"],
  [
    "an element that nobody knows",
    "  <Permissions>",
    "  <Rights />\n  <Permissions>",
    "<Rights> is no element of <OfficeApp>",
  ],
  [
    "an element that nobody knows deep inside",
    "<Supertip>",
    "<Hint />\n<Supertip>",
    "<Hint> is no element of <Control>",
  ],
  ["a misspelt element", /ProviderName>/g, "PublisherName>", "<PublisherName> is no element of <OfficeApp>"],
  [
    "an element in a wrong namespace",
    / xmlns="http:\/\/schemas.microsoft.com\/office\/taskpaneapp[^"]*"/,
    "",
    "<VersionOverrides> is no element of <OfficeApp>",
  ],
  [
    "a resource without its namespace",
    /<bt:Url id="Support.Url"/,
    '<Url id="Support.Url"',
    "<Url> is no element of <bt:Urls>",
  ],
  [
    "another kind of add-in",
    'xsi:type="TaskPaneApp"',
    'xsi:type="SpreadsheetApp"',
    'has xsi:type "SpreadsheetApp" and not TaskPaneApp',
  ],
  [
    "a button of an unknown kind",
    'xsi:type="Button"',
    'xsi:type="Knob"',
    '<Control> has xsi:type "Knob" and not Button',
  ],
  [
    "an action without a kind",
    ' xsi:type="ShowTaskpane"',
    "",
    '<Action> has xsi:type "" and not ShowTaskpane',
  ],
  ["an unknown attribute", "<Group id=", '<Group colour="red" id=', "<Group> has the attribute colour"],
  ["a group without an id", '<Group id="ALVH.Group">', "<Group>", "<Group> has no id"],
  ["a set without a name", 'Name="SharedRuntime" ', "", "<Set> has no Name"],
  ["text among elements", "<Hosts>", "<Hosts>Excel", '<Hosts> holds the text "Excel"'],
  ["an id that is no GUID", /<Id>.*<\/Id>/, "<Id>alvh</Id>", 'Id "alvh" must be a GUID'],
  [
    "a version with letters",
    /<Version>.*<\/Version>/,
    "<Version>0.1.0-beta</Version>",
    'Version "0.1.0-beta" must be a version of four numbers',
  ],
  [
    "an unknown permission",
    "ReadWriteDocument",
    "Everything",
    'Permissions "Everything" must be a permission',
  ],
  ["an unknown lifetime", 'lifetime="long"', 'lifetime="forever"', 'lifetime "forever" must be'],
  ["a size in words", 'size="80"', 'size="large"', 'size "large" must be a whole number of pixels'],
  [
    "a requirement set of three numbers",
    'MinVersion="1.3"',
    'MinVersion="1.3.0"',
    'MinVersion "1.3.0" must be a version of two numbers',
  ],
  [
    "an empty name",
    'DisplayName DefaultValue="ALVH for Excel"',
    'DisplayName DefaultValue=""',
    "must be 1 to 125 characters",
  ],
  [
    "a long name",
    'DisplayName DefaultValue="ALVH',
    `DisplayName DefaultValue="${"x".repeat(120)}`,
    "has 130 characters: it must be 1 to 125 characters",
  ],
  [
    "a long description",
    '<Description DefaultValue="',
    `<Description DefaultValue="${"x".repeat(250)}`,
    "it must be 1 to 250 characters",
  ],
  [
    "a long label",
    'DefaultValue="ALVH is ready"',
    `DefaultValue="${"x".repeat(126)}"`,
    "has 126 characters: it must be 1 to 125 characters",
  ],
  [
    "a long tip",
    'id="OpenPane.Tip" DefaultValue="',
    `id="OpenPane.Tip" DefaultValue="${"x".repeat(250)}`,
    "it must be 1 to 250 characters",
  ],
  [
    "a long id of a resource",
    /GetStarted\.Title/g,
    "GetStarted.Title.That.Is.Far.Too.Long",
    "must be 1 to 32 characters",
  ],
];

/** What is no XML at all. */
export const BROKEN_XML: Fault[] = [
  ["an element that is not closed", "</Requirements>", "", "Requirements"],
  ["elements closed crosswise", "</Sets>\n  </Requirements>", "</Requirements>\n  </Sets>", "Sets"],
  ["an attribute given twice", "<Group id=", '<Group id="A" id=', "id"],
  ["an attribute without quotes", 'size="16"', "size=16", "16"],
  ["an entity that nobody defined", "ALVH is ready", "ALVH&nbsp;is ready", "nbsp"],
  ["a second root", "</OfficeApp>", "</OfficeApp><OfficeApp />", "element"],
  ["nothing", /[^]*/, "", "root"],
  ["another document", /[^]*/, "<html />", "the manifest is <html> and not <OfficeApp>"],
];

/** What the schema lets pass, and Excel, the Marketplace or our own functions do not. */
export const BROKEN_RULES: Fault[] = [
  ["another add-in's id", "<Id>569566c4", "<Id>569566c5", "installed add-ins are known by it"],
  [
    "a version other than the package's",
    /<Version>.*<\/Version>/,
    "<Version>9.9.9.0</Version>",
    'Version is "9.9.9.0" and not "0.1.0.0"',
  ],
  [
    "a version of three numbers",
    /<Version>.*<\/Version>/,
    "<Version>0.1.0</Version>",
    'Version "0.1.0" must be a version of four numbers',
  ],
  [
    "a newer requirement",
    'MinVersion="1.3"',
    'MinVersion="1.4"',
    'Requirements is "CustomFunctionsRuntime 1.4, SharedRuntime 1.1" and not',
  ],
  [
    "a missing requirement set",
    /.*Name="SharedRuntime".*\n/,
    "",
    'Requirements is "CustomFunctionsRuntime 1.3" and not',
  ],
  ["no requirements", only("Requirements"), "", 'Requirements is "" and not'],
  [
    "a resource that is missing",
    '<bt:Url id="Support.Url"',
    '<bt:Url id="Help.Url"',
    "resid Support.Url is used and not defined",
  ],
  [
    "a resource that nobody uses",
    '<bt:Url id="Support.Url"',
    '<bt:Url id="Help.Url"',
    "the resource Help.Url is defined and not used",
  ],
  [
    "a resource defined twice",
    twice("bt:String"),
    "$1$1",
    "the resource Functions.Namespace is defined twice",
  ],
  [
    "a text where an address belongs",
    '<LearnMoreUrl resid="Support.Url"',
    '<LearnMoreUrl resid="Group.Label"',
    "resid Group.Label of <LearnMoreUrl> stands among ShortStrings and not among Urls",
  ],
  [
    "a short text as a description",
    '<Description resid="OpenPane.Tip"',
    '<Description resid="Group.Label"',
    "not among LongStrings",
  ],
  [
    "an address without https",
    "https://localhost:3000/support.html",
    "http://localhost:3000/support.html",
    "http://localhost:3000/support.html is not https",
  ],
  [
    "an address that is none",
    "https://localhost:3000/support.html",
    "support.html",
    '"support.html" is no address',
  ],
  [
    "functions from another server",
    'https://localhost:3000/functions.js"',
    'https://elsewhere.example/functions.js"',
    "https://elsewhere.example/functions.js is not at https://localhost:3000",
  ],
  [
    "an icon of another size",
    "assets/icon-80.png",
    "assets/icon-64.png",
    "/assets/icon-64.png has 64 x 64 pixels and not 80",
  ],
  [
    "a small picture for sharp screens",
    '<HighResolutionIconUrl DefaultValue="https://localhost:3000/assets/icon-64.png"',
    '<HighResolutionIconUrl DefaultValue="https://localhost:3000/assets/icon-32.png"',
    "/assets/icon-32.png has 32 x 32 pixels and not 64",
  ],
  [
    "an icon that is no file",
    "assets/icon-80.png",
    "assets/icon-81.png",
    "/assets/icon-81.png is no file of the add-in",
  ],
  ["an icon that is no PNG", "assets/icon-80.png", "assets/icon.svg", "/assets/icon.svg is no PNG"],
  [
    "no icon for sharp screens",
    only("HighResolutionIconUrl"),
    "",
    "HighResolutionIconUrl, an icon of 64 pixels, has no address",
  ],
  [
    "a button without its large icon",
    /.*<bt:Image size="80" resid.*\n/g,
    "",
    "<Icon> has no image of 80 pixels",
  ],
  ["no page of support", only("SupportUrl"), "", "SupportUrl is missing"],
  [
    "another namespace of the functions",
    'DefaultValue="ALVH" />\n        <bt:String id="Group',
    'DefaultValue="HEDGE" />\n        <bt:String id="Group',
    'the namespace of the functions is "HEDGE" and not "ALVH"',
  ],
  ["no namespace", only("Namespace"), "", 'the namespace of the functions is "" and not "ALVH"'],
  ["functions apart from the pane", only("Runtimes"), "", "functions and pane would not share a page"],
  ["a page that ends with the pane", ' lifetime="long"', "", "must have the lifetime long"],
  [
    "functions on another page than the pane",
    /<Page>\s*<SourceLocation resid="Taskpane.Url"/,
    '<Page>\n<SourceLocation resid="Support.Url"',
    "<SourceLocation> leads to https://localhost:3000/support.html and not to the pane",
  ],
  [
    "another program as host",
    'Host Name="Workbook"',
    'Host Name="Document"',
    'Hosts are "Document" and not "Workbook"',
  ],
  [
    "a group and a button with one id",
    'id="ALVH.OpenPane"',
    'id="ALVH.Group"',
    "the id ALVH.Group is given twice",
  ],
  ["no cell functions", only("AllFormFactors"), "", "there would be no cell functions"],
  ["no button", only("DesktopFormFactor"), "", "asks for a button that opens the pane"],
];
