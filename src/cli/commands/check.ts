import { type ExitCode, exit, type Terminal } from '../terminal.ts';
import { openJob, openWorkshop } from '../workshop.ts';

/** `biaoli check`: everything that `render` would find wrong, and nothing is written. */
export async function check(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const workshop = await openWorkshop(terminal);
  const { reporter } = workshop;
  const job = openJob(workshop, args);
  if (!job.ok) {
    reporter.report(job.problems);
    reporter.finish();
    return exit.faulty;
  }
  const { press, inputs } = job.value;
  let faulty = 0;
  for (const { file } of inputs) {
    const outcome = press.check(file);
    reporter.report(outcome.ok ? outcome.warnings : outcome.problems);
    if (!outcome.ok) faulty += 1;
  }
  reporter.finish();
  const sound = inputs.length - faulty;
  terminal.out(faulty === 0 ? `${sound} 份没有问题。\n` : `${sound} 份没有问题，${faulty} 份有错误。\n`);
  return faulty === 0 ? exit.fine : exit.faulty;
}
