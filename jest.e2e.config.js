import { transform, transformIgnorePatterns } from "./jest.config.js";

/** Tests that drive a browser over the built dist/. One at a time: each holds a browser. */
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  transform,
  transformIgnorePatterns,
  maxWorkers: 1,
  testTimeout: 60_000,
};
