import { type ExitCode, exit, type Terminal } from '../terminal.ts';
import { doJob } from '../workshop.ts';

/** `biaoli check`: everything that `render` would find wrong, and nothing is written. */
export const check = (args: readonly string[], terminal: Terminal): Promise<ExitCode> =>
  doJob(args, terminal, ({ press, inputs, reporter }) => {
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
  });
