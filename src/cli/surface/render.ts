import { InvalidArgumentError, Option } from 'commander';
import { type Format, formats } from '../../wishes.ts';
import { reportFault } from '../batch/report/ending.ts';
import type { RenderOptions } from '../commands/render.ts';
import { openInterrupt } from '../process/interrupted.ts';
import { type AddCommand, fonts, inputs, noSource, out, pages, pdfKind, small, templates, verbose } from './shared.ts';

export const addRender: AddCommand = (program, terminal, done) => {
  program
    .command('render')
    .summary('生成 PDF 和 DOCX')
    .description('生成 PDF 和 DOCX；data 文件夹下的层次照搬到输出文件夹。')
    .usage('<输入...> [选项]')
    .addArgument(inputs())
    .addOption(out('-o, --out <文件夹>', '输出到哪个文件夹').default('out'))
    .addOption(
      new Option('-f, --format <格式>', '生成哪几种格式，用逗号隔开')
        .argParser(parseFormats)
        .default(formats, 'pdf,docx'),
    )
    .addOption(pages())
    .addOption(pdfKind())
    .addOption(noSource())
    .addOption(small())
    .addOption(templates())
    .addOption(fonts())
    .addOption(verbose())
    .addOption(
      new Option('-j, --jobs <份数>', '至多同时做几份；不写就按电脑有几个处理器').argParser(
        parseCount('--jobs', '同时做的份数'),
      ),
    )
    .addOption(
      new Option(
        '--timeout <秒>',
        '一份至多做多少秒（不写：同时做几份时是 60 秒，一份一份做时不限），过了就算它没有做成，别的接着做',
      ).argParser(parseCount('--timeout', '秒数')),
    )
    .option('--fresh', '全部重新生成；不写就只做改过的（数据、模板、字库、程序）')
    .option('--prune', '删掉数据已经没有了的成品；生成以后有人改过的不删')
    .addOption(
      new Option('--verify', '不写文件，只核对输出文件夹里的成品和数据是不是一致').conflicts(['prune', 'fresh']),
    )
    .addOption(new Option('--report <文件>', '把每份的结果写成 .json、.html 或 .xlsx').argParser(parseReport))
    .option('-q, --quiet', '只说没有做成的，和最后的总数')
    .addOption(
      new Option('--watch', '一直看着：数据、模板或字库改了就重新生成，按 Ctrl-C 结束').conflicts([
        'verify',
        'report',
        'prune',
        'fresh',
        'jobs',
        'timeout',
        'quiet',
      ]),
    )
    .addHelpText(
      'after',
      '\n例：\n  biaoli render data -o out\n  biaoli render data/某某镇/民政办公室.yaml --format pdf\n  biaoli render data --report 报告.html\n  biaoli render data --verify\n  biaoli render data --watch',
    )
    .action(async (args: string[], options: RenderOptions & { readonly watch?: boolean }) => {
      if (options.watch) {
        const { watch } = await import('../watch/watch.ts');
        done(await watch(args, options, terminal, openInterrupt().signal));
        return;
      }
      const { render } = await import('../commands/render.ts');
      done(await render(args, options, terminal));
    });
};

function parseFormats(value: string): Format[] {
  const names = value.split(/[,，、\s]+/u).filter((name) => name !== '');
  const wanted = formats.filter((format) => names.some((name) => name.toLowerCase() === format));
  if (names.length === 0 || names.some((name) => !formats.some((format) => format === name.toLowerCase())))
    throw new InvalidArgumentError(`没有“${value}”这种格式，可以写 pdf、docx 或 pdf,docx。`);
  return wanted;
}

const parseCount =
  (option: string, what: string) =>
  (value: string): number => {
    if (/^[1-9]\d{0,4}$/.test(value)) return Number(value);
    throw new InvalidArgumentError(`${option} 后面写${what}，1 到 99999 的整数，不能写“${value}”。`);
  };

function parseReport(value: string): string {
  const fault = reportFault(value);
  if (fault !== null) throw new InvalidArgumentError(fault);
  return value;
}
