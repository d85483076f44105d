import { InvalidArgumentError, Option } from 'commander';
import type { Format } from '../../pipeline.ts';
import type { RenderOptions } from '../commands/render.ts';
import { type AddCommand, fonts, inputs, pages, templates, verbose } from './shared.ts';

const formats: readonly Format[] = ['pdf', 'docx'];

export const addRender: AddCommand = (program, terminal, done) => {
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
    .addOption(templates())
    .addOption(fonts())
    .addOption(verbose())
    .option('--watch', '一直看着：数据、模板或字库改了就重新生成，按 Ctrl-C 结束')
    .addHelpText(
      'after',
      '\n例：\n  biaoli render data -o out\n  biaoli render data/某某镇/民政办公室.yaml --format pdf\n  biaoli render data --watch',
    )
    .action(async (args: string[], options: RenderOptions & { readonly watch?: boolean }) => {
      if (options.watch) {
        const { interrupted, watch } = await import('../watch/watch.ts');
        done(await watch(args, options, terminal, interrupted()));
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
