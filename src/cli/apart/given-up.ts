import { fileFault } from '../disk/file-fault.ts';
import { nodeWorld } from '../disk/world.ts';
import { type ExitCode, exit, type Terminal } from '../process/terminal.ts';
import { openReporter } from '../report/reporter.ts';
import type { GivenUp } from './types.ts';

/** E011: tells that a document was not read to its end, and why. */
export function tellGivenUp([, ...args]: readonly string[], why: GivenUp, terminal: Terminal): ExitCode {
  const file = args.find((arg) => /\.(?:pdf|docx)$/iu.test(arg)) ?? args.find((arg) => !arg.startsWith('-')) ?? '';
  const reporter = openReporter(terminal, nodeWorld());
  reporter.report([fileFault('E011', file, [reasonFor(why), advice])]);
  return exit.faulty;
}

const advice = '文件多半损坏了，或者是故意做成这样的，不要再开；来路清楚、只是特别大的，拆成几份再读。';

function reasonFor(why: GivenUp): string {
  switch (why.kind) {
    case 'time':
      return `读了 ${why.seconds} 秒还没有读完，停下了`;
    case 'memory':
      return `读它要的内存超过 ${why.megabytes} MB，停下了`;
    case 'crash':
      return `没有读完：${why.reason}`;
  }
}
