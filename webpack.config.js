import { existsSync } from "node:fs";
import { join } from "node:path";
import CopyPlugin from "copy-webpack-plugin";
import CustomFunctionsMetadataPlugin from "custom-functions-metadata-plugin";
import HtmlPlugin from "html-webpack-plugin";
import webpack from "webpack";
import { addinOrigin, DEFAULT_ORIGIN } from "./scripts/addinOrigin.mjs";
import { functionFiles } from "./scripts/functionFiles.mjs";

const root = import.meta.dirname;
const families = functionFiles();
const taskpane = join(root, "src/taskpane/taskpane.ts");

/** The add-in: dist/ holds all that a web server must offer, and nothing in it is made for one server. */
export default (_env, { mode = "production" }) => ({
  mode,
  target: ["web", "es2022"],
  entry: {
    // Every family is an entry of its own, so that no "unused" export can drop a registration.
    functions: families,
    ...(existsSync(taskpane) ? { taskpane } : {}),
  },
  output: {
    path: join(root, "dist"),
    filename: "[name].js",
    chunkFilename: "[name].[contenthash:8].js",
    clean: { keep: /^workbook\// },
  },
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: {
    rules: [{ test: /\.tsx?$/, loader: "ts-loader", options: { transpileOnly: true } }],
  },
  plugins: [
    new CustomFunctionsMetadataPlugin({ output: "functions.json", input: families }),
    ...guardFunctions(),
    ...(existsSync(taskpane)
      ? [
          new HtmlPlugin({
            filename: "taskpane.html",
            template: join(root, "src/taskpane/taskpane.html"),
            chunks: ["functions", "taskpane"],
            chunksSortMode: "manual",
            scriptLoading: "defer",
            hash: true,
          }),
        ]
      : []),
    new CopyPlugin({
      patterns: [
        { from: "assets/*.png", noErrorOnMissing: true },
        {
          from: "manifest.xml",
          noErrorOnMissing: true,
          transform: (text) =>
            text.toString().replaceAll(DEFAULT_ORIGIN, addinOrigin(process.env.ADDIN_ORIGIN)),
        },
      ],
    }),
  ],
  devtool: mode === "production" ? false : "source-map",
  performance:
    mode === "production"
      ? { hints: "error", maxEntrypointSize: 300_000, maxAssetSize: 1_000_000 }
      : { hints: false },
  stats: { preset: "errors-warnings", assets: true, entrypoints: true, excludeAssets: /icon-/ },
  devServer: { static: false },
});

/** Where Office.js could not be loaded there is nothing to register with: the page says so, without an error here. */
function guardFunctions() {
  const banner = { test: /^functions\.js$/, raw: true };
  return [
    new webpack.BannerPlugin({ ...banner, banner: 'if (typeof CustomFunctions !== "undefined") {' }),
    new webpack.BannerPlugin({ ...banner, banner: "}", footer: true }),
  ];
}
