import { backtestTable } from "../../../src/alvh/backtest";
import { costAuditTable } from "../../../src/alvh/costAudit";
import { readHistory } from "../../../src/alvh/history";
import { settingsInForce } from "../../../src/alvh/presets";
import { tasks } from "../../../src/taskpane/worker/tasks";
import { finish } from "../finish";

test("the audits are the tables of COSTAUDIT and BACKTEST, under the preset and the settings given", () => {
  const settings = [["Audit.Condors", 20]];
  const inForce = settingsInForce("VXTH", settings);
  const history = readHistory(undefined, inForce.settings);
  const input = { history: undefined, preset: "VXTH", settings };
  expect(finish(tasks.costAudit(input)).result).toEqual(
    costAuditTable(history, inForce.settings, inForce.preset),
  );
  expect(finish(tasks.backtest(input)).result).toEqual(
    backtestTable(history, inForce.settings, inForce.preset),
  );
});
