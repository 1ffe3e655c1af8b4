import { settingProblem } from "../../../../src/taskpane/rooms/plan/settingProblem";

test.each([
  ["B07.Low", 0.5],
  ["B20.Events", "EVENT_UNDERHEDGE"],
  ["B20.NextEvent", "2022-02-10"],
  ["Layer1.MinDte", 0],
])("%s can be %s", (name, value) => {
  expect(settingProblem(name, value)).toBeUndefined();
});

// The limits of the rules: a share lies between 0 and 1, days are whole, a choice is one of those named.
test.each([
  ["B07.Low", 60, /^B07\.Low.*60/],
  ["Layer1.MinDte", 4.5, /^Layer1\.MinDte.*4\.5/],
  ["B20.Events", "SLEEP", /^B20\.Events: "SLEEP" is not known: use EVENT_HOLD, EVENT_UNDERHEDGE$/],
])("%s cannot be %s, and one sentence says why", (name, value, sentence) => {
  expect(settingProblem(name, value)).toMatch(sentence);
});
