import { type ExitCode, exit, type Terminal } from '../terminal.ts';
import { doJob, type WorkshopOptions } from '../workshop.ts';

/** `biaoli check`: everything that `render` would find wrong, and nothing is written. */
export const check = (args: readonly string[], options: WorkshopOptions, terminal: Terminal): Promise<ExitCode> =>
  doJob({ args, options, terminal }, async ({ press, inputs, reporter, tell }) => {
    let faulty = 0;
    for (const { file } of inputs) {
      const outcome = await press.check(file);
      reporter.report(outcome.ok ? outcome.warnings : outcome.problems);
      const told = outcome.ok ? tell(outcome.value) : [];
      if (told.length > 0) terminal.out(`${file}\n${told.map((line) => `${line}\n`).join('')}`);
      if (!outcome.ok) faulty += 1;
    }
    reporter.finish();
    const sound = inputs.length - faulty;
    terminal.out(faulty === 0 ? `${sound} 份没有问题。\n` : `${sound} 份没有问题，${faulty} 份有错误。\n`);
    return faulty === 0 ? exit.fine : exit.faulty;
  });
