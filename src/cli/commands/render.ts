import { type Outcome, settle } from '../../base/index.ts';
import type { Format, Press } from '../../pipeline.ts';
import type { Input } from '../inputs.ts';
import { writeWhole } from '../output.ts';
import { type ExitCode, exit, type Terminal } from '../terminal.ts';
import { doJob, type Job, type WorkshopOptions } from '../workshop.ts';

export type RenderOptions = WorkshopOptions & { readonly out: string; readonly format: readonly Format[] };

/** `biaoli render`: sets each record and writes it in each format; a faulty record does not stop the others. */
export const render = (args: readonly string[], options: RenderOptions, terminal: Terminal): Promise<ExitCode> =>
  doJob({ args, options, terminal }, async (job) => {
    const { inputs, reporter } = job;
    let done = 0;
    for (const input of inputs) {
      const lines = await renderOne(input, job, options);
      reporter.report(lines.ok ? lines.warnings : lines.problems);
      if (lines.ok) {
        done += 1;
        terminal.out(lines.value.map((line) => `${line}\n`).join(''));
      } else terminal.err(`没有生成：${input.file}\n`);
    }
    const failed = inputs.length - done;
    reporter.finish();
    terminal.out(failed === 0 ? `共生成 ${done} 份。\n` : `生成 ${done} 份，${failed} 份有错误，没有生成。\n`);
    return failed === 0 ? exit.fine : exit.faulty;
  });

/** Sets one record and writes its files; gives a line for each of them, and what is to be told of how it was set. */
export async function renderOne(
  input: Input,
  { press, tell }: { readonly press: Press; readonly tell: Job['tell'] },
  { out, format: formats }: RenderOptions,
): Promise<Outcome<readonly string[]>> {
  const rendered = await press.render(input.file, formats);
  if (!rendered.ok) return rendered;
  const lines: string[] = [];
  for (const [format, bytes] of rendered.value.files) {
    const written = writeWhole(`${out}/${input.target}.${format}`, bytes);
    if (!written.ok) return settle(lines, [...rendered.warnings, ...written.problems]);
    lines.push(`已生成 ${written.value}${format === 'pdf' ? `（${rendered.value.pages}页）` : ''}`);
  }
  return settle([...lines, ...tell(rendered.value.set)], rendered.warnings);
}
