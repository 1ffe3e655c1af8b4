import { transform, transformIgnorePatterns } from "./jest.config.js";

/** Tests that drive a browser over the built dist/. Two files at a time: each holds a browser, and waits for it half of the time. */
export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
  transform,
  transformIgnorePatterns,
  maxWorkers: 2,
  testTimeout: 60_000,
};
