import type { Outcome } from '../../base/index.ts';
import type { Format, Press } from '../../pipeline.ts';
import type { Input } from '../inputs.ts';
import { writeWhole } from '../output.ts';
import type { Reporter } from '../reporter.ts';
import { type ExitCode, exit, type Terminal } from '../terminal.ts';
import { doJob } from '../workshop.ts';

export type RenderOptions = { readonly out: string; readonly format: readonly Format[] };

/** `biaoli render`: sets each record and writes it in each format; a faulty record does not stop the others. */
export const render = (args: readonly string[], options: RenderOptions, terminal: Terminal): Promise<ExitCode> =>
  doJob(args, terminal, async ({ press, inputs, reporter }) => {
    let done = 0;
    for (const input of inputs) {
      const lines = await renderOne(input, { press, options, reporter });
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

type Run = { readonly press: Press; readonly options: RenderOptions; readonly reporter: Reporter };

/** One line for each file written. */
async function renderOne(input: Input, { press, options, reporter }: Run): Promise<Outcome<string[]>> {
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
  return { ok: true, value: lines, warnings: [] };
}
