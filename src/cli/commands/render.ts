import { type Outcome, succeed } from '../../base/index.ts';
import type { Format } from '../../pipeline.ts';
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

/** One line for each file written, and what is to be told of how they were set. */
async function renderOne(
  input: Input,
  { press, reporter, tell }: Job,
  options: RenderOptions,
): Promise<Outcome<string[]>> {
  const rendered = await press.render(input.file, options.format);
  reporter.report(rendered.ok ? rendered.warnings : rendered.problems);
  if (!rendered.ok) return rendered;
  const lines: string[] = [];
  for (const [format, bytes] of rendered.value.files) {
    const written = writeWhole(`${options.out}/${input.target}.${format}`, bytes);
    if (!written.ok) {
      reporter.report(written.problems);
      return written;
    }
    lines.push(`已生成 ${written.value}${format === 'pdf' ? `（${rendered.value.pages}页）` : ''}`);
  }
  return succeed([...lines, ...tell(rendered.value.set)]);
}
