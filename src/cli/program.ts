import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Format } from '../pipeline.ts';
import type { ReadAs } from './commands/read.ts';
import type { RenderOptions } from './commands/render.ts';
import { chineseHelp } from './help.ts';
import { findInstall } from './install.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import type { WorkshopOptions } from './workshop.ts';

const formats: readonly Format[] = ['pdf', 'docx'];

const inputs = (): Argument => new Argument('<输入...>', 'YAML 文件、文件夹（连同里面的文件夹）或通配符');

const pages = (): Option =>
  new Option('--fit <页数>', '缩小文字和格子里的空，排成至多这么多页（不小于六号字）').argParser(parsePages);

const fonts = (): Option =>
  new Option('--fonts <文件夹>', '自己的字库和 faces.yaml 在哪里；不写就看当前文件夹下的 fonts');

const verbose = (): Option => new Option('--verbose', '说明每份的栏宽是怎么定的，什么地方用了哪种字体、哪个字库');

/**
 * The command line of biaoli. Each action loads its own part of the program when it is called, and hands its exit code
 * to `done`. Wrong usage is thrown as a CommanderError and prints nothing.
 */
export function createProgram(terminal: Terminal, done: (code: ExitCode) => void): Command {
  const program = new Command('biaoli')
    .description('表里：把一份 YAML 排成可以打印盖章的政府报表（PDF 与 DOCX），并能逐格读回来')
    .usage('<命令> [选项]')
    .configureHelp(chineseHelp)
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => undefined })
    .exitOverride()
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示一个命令的帮助')
    .version(findInstall().version, '-V, --version', '显示版本号');
  addRender(program, terminal, done);
  addCheck(program, terminal, done);
  addRead(program, terminal, done);
  addForms(program, terminal, done);
  return program;
}

type Add = (program: Command, terminal: Terminal, done: (code: ExitCode) => void) => void;

const addRender: Add = (program, terminal, done) => {
  program
    .command('render')
    .summary('生成 PDF 和 DOCX')
    .description('生成 PDF 和 DOCX；data 文件夹下的层次照搬到输出文件夹。')
    .usage('<输入...> [选项]')
    .addArgument(inputs())
    .addOption(new Option('-o, --out <文件夹>', '输出到哪个文件夹').default('out'))
    .addOption(
      new Option('-f, --format <格式>', '生成哪几种格式，用逗号隔开')
        .argParser(parseFormats)
        .default(formats, 'pdf,docx'),
    )
    .addOption(pages())
    .addOption(fonts())
    .addOption(verbose())
    .addHelpText(
      'after',
      '\n例：\n  biaoli render data -o out\n  biaoli render data/某某镇/民政办公室.yaml --format pdf',
    )
    .action(async (args: string[], options: RenderOptions) => {
      const { render } = await import('./commands/render.ts');
      done(await render(args, options, terminal));
    });
};

const addCheck: Add = (program, terminal, done) => {
  program
    .command('check')
    .summary('检查数据，什么也不生成')
    .description('检查数据，什么也不生成；没有问题的，一定能生成。')
    .usage('<输入...> [选项]')
    .addArgument(inputs())
    .addOption(pages())
    .addOption(fonts())
    .addOption(verbose())
    .addHelpText('after', '\n例：\n  biaoli check data')
    .action(async (args: string[], options: WorkshopOptions) => {
      const { check } = await import('./commands/check.ts');
      done(await check(args, options, terminal));
    });
};

const addRead: Add = (program, terminal, done) => {
  program
    .command('read')
    .summary('读出 PDF 或 DOCX 里的文字')
    .description('读出 PDF 或 DOCX 里的文字或表格，写到标准输出。')
    .usage('<文件> [选项]')
    .argument('<文件>', 'PDF 或 DOCX 文件')
    .addOption(
      new Option('--as <样子>', 'text：全部文字；table：只要 DOCX 里的表格，一行一行，格子之间是制表符')
        .argParser(parseReadAs)
        .default('text'),
    )
    .addHelpText('after', '\n例：\n  biaoli read out/某某镇/民政办公室.docx --as table')
    .action(async (file: string, options: { readonly as: ReadAs }) => {
      const { read } = await import('./commands/read.ts');
      done(await read(file, options.as, terminal));
    });
};

const addForms: Add = (program, terminal, done) => {
  program
    .command('forms')
    .summary('列出有哪些表，或一张表要填什么')
    .description('列出有哪些表；写出表名，就列出这张表要填什么。')
    .usage('[表名]')
    .argument('[表名]', '数据里“表:”后面写的名字')
    .addHelpText('after', '\n例：\n  biaoli forms\n  biaoli forms 表名')
    .action(async (form: string | undefined) => {
      const { forms } = await import('./commands/forms.ts');
      done(await forms(form, terminal));
    });
};

function parsePages(value: string): number {
  const pages = /^([1-9]\d?)页?$/.exec(value)?.[1];
  if (pages !== undefined) return Number(pages);
  throw new InvalidArgumentError(`--fit 后面写页数，1 到 99，不能写“${value}”。`);
}

function parseFormats(value: string): Format[] {
  const names = value.split(/[,，、\s]+/u).filter((name) => name !== '');
  const wanted = formats.filter((format) => names.some((name) => name.toLowerCase() === format));
  if (names.length === 0 || names.some((name) => !formats.some((format) => format === name.toLowerCase())))
    throw new InvalidArgumentError(`没有“${value}”这种格式，可以写 pdf、docx 或 pdf,docx。`);
  return wanted;
}

function parseReadAs(value: string): ReadAs {
  if (value === 'text' || value === 'table') return value;
  throw new InvalidArgumentError(`--as 后面写 text 或 table，不能写“${value}”。`);
}
