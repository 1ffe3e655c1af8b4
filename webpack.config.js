import { join } from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import CustomFunctionsMetadataPlugin from "custom-functions-metadata-plugin";
import HtmlPlugin from "html-webpack-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";
import webpack from "webpack";
import { addinOrigin, DEFAULT_ORIGIN } from "./scripts/addinOrigin.mjs";
import { functionFiles } from "./scripts/functionFiles.mjs";
import { helpOfFunctions } from "./scripts/helpOfFunctions.mjs";
import { HELP_PAGES, helpPage } from "./scripts/helpPages.mjs";
import { licenceTexts } from "./scripts/licenceTexts.mjs";
import { PANE_POLICY, READING_POLICY, withPolicy } from "./scripts/pagePolicies.mjs";
import { mustBeListed } from "./scripts/shippedPackages.mjs";

const root = import.meta.dirname;
const families = functionFiles();
const origin = addinOrigin(process.env.ADDIN_ORIGIN);

/** The add-in: dist/ holds all that a web server must offer, and nothing in it is made for one server. */
export default (_env, { mode = "production" }) => ({
  mode,
  target: ["web", "es2022"],
  entry: {
    // Every family is an entry of its own, so that no "unused" export can drop a registration.
    // A layer of their own: what the pane uses too is built twice, and does not keep the functions from being one small module.
    functions: { import: families, layer: "functions" },
    taskpane: join(root, "src/taskpane/taskpane.ts"),
  },
  output: {
    path: join(root, "dist"),
    filename: "[name].js",
    chunkFilename: "[name].[contenthash:8].js",
    clean: { keep: /^workbook\// },
  },
  experiments: { layers: true },
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [{ test: /\.tsx?$/, loader: "ts-loader", options: { transpileOnly: true } }],
  },
  plugins: [
    new CustomFunctionsMetadataPlugin({ output: "functions.json", input: families }),
    helpLinks,
    ...guardFunctions(),
    new HtmlPlugin({
      filename: "taskpane.html",
      template: join(root, "src/taskpane/taskpane.html"),
      // The functions first: Excel may calculate while the pane's code is still on its way.
      chunks: ["functions", "taskpane"],
      chunksSortMode: "manual",
      scriptLoading: "defer",
      hash: true,
      minify: false,
    }),
    panePolicy,
    listedPackages,
    new CopyPlugin({
      patterns: [
        { from: "assets/*.png" },
        ...Object.keys(HELP_PAGES).map((name) => ({
          from: `docs/${name}.md`,
          to: `${name}.html`,
          transform: (text) => helpPage(name, text.toString()),
        })),
        { from: "docs/pictures/*.png", to: "assets/pictures/[name][ext]" },
        { from: "docs/licences.md", to: "licences.txt", transform: () => licenceTexts() },
        {
          from: "assets/support.html",
          to: "support.html",
          transform: (page) => withPolicy(page.toString(), READING_POLICY),
        },
        {
          from: "manifest.xml",
          transform: (text) => text.toString().replaceAll(DEFAULT_ORIGIN, origin),
        },
      ],
    }),
  ],
  optimization: {
    // Scripts alone: the pages stay as they are written, they are short, and read by people who check them.
    // SWC takes a tenth of the time of webpack's own choice, Terser.
    minimizer: [
      new MinimizerPlugin({
        test: /\.js$/,
        minify: MinimizerPlugin.swcMinify,
        minimizerOptions: { compress: { passes: 2 } },
        extractComments: false,
      }),
    ],
  },
  devtool: mode === "production" ? false : "source-map",
  // Bytes before compression; what functions.js may weigh compressed is held by test/contract.
  performance: {
    hints: mode === "production" && "error",
    maxEntrypointSize: 270_000,
    maxAssetSize: 600_000,
  },
  stats: { preset: "errors-warnings", assets: true, entrypoints: true, excludeAssets: /icon-/ },
  devServer: { static: false },
});

function listedPackages(compiler) {
  compiler.hooks.afterCompile.tap("ListedPackages", ({ modules }) =>
    mustBeListed(Array.from(modules, (module) => module.resource ?? "")),
  );
}

function panePolicy(compiler) {
  compiler.hooks.compilation.tap("PanePolicy", (compilation) => {
    HtmlPlugin.getHooks(compilation).beforeEmit.tap("PanePolicy", (data) => ({
      ...data,
      html: withPolicy(data.html, PANE_POLICY),
    }));
  });
}

/** Where Office.js could not be loaded there is nothing to register with: the page says so, without an error here. */
function guardFunctions() {
  const banner = { test: /^functions\.js$/, raw: true };
  return [
    new webpack.BannerPlugin({ ...banner, banner: 'if (typeof CustomFunctions !== "undefined") {' }),
    new webpack.BannerPlugin({ ...banner, banner: "}", footer: true }),
  ];
}

/** Completes the functions.json that the metadata plugin has put among the assets. */
function helpLinks(compiler) {
  const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
  const complete = (source) =>
    new webpack.sources.RawSource(helpOfFunctions(String(source.source()), origin));
  compiler.hooks.thisCompilation.tap("HelpLinks", (compilation) => {
    compilation.hooks.processAssets.tap({ name: "HelpLinks", stage }, () => {
      compilation.updateAsset("functions.json", complete);
    });
  });
}
