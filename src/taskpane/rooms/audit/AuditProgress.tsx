import { useEffect, useState } from "react";
import { Progress } from "../../components/Progress";
import { strings } from "../../strings/audit";

/** Which of the two steps runs and for how long: a step is one piece of work, whose share done nobody can tell. */
export function AuditProgress({ step, onCancel }: { step: 1 | 2; onCancel(): void }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const started = performance.now();
    const clock = setInterval(() => {
      setSeconds(Math.floor((performance.now() - started) / 1000));
    }, 1000);
    return () => {
      clearInterval(clock);
    };
  }, []);
  return <Progress label={strings.run.steps(step, seconds)} onCancel={onCancel} />;
}
