/** Unit and contract tests. The browser's tests are apart: jest.e2e.config.js. */
export const transform = {
  "\\.(tsx?|mjs)$|/(trading-signals|@ironcalc/wasm)/.+\\.js$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
    },
  ],
};

// These packages hold ES modules alone, which Jest loads only transformed.
export const transformIgnorePatterns = ["/node_modules/(?!(?:trading-signals|@ironcalc/wasm|hucre)/)"];

export default {
  testEnvironment: "node",
  // Every core: Jest would leave one of two idle.
  maxWorkers: "100%",
  testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/e2e/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  transformIgnorePatterns,
  transform,
};
