import { andThen, type Diagnostic, findingsOf, type Outcome, succeed } from '../../base/index.ts';
import { compareRecords, type FilledRecord } from '../../compare/index.ts';
import type { Press } from '../../press.ts';
import type { Opened, Pulled } from '../../pull/index.ts';
import type { DocxContent } from '../../read/index.ts';
import { readBytes } from '../disk/bytes.ts';
import { DOCUMENT_LIMIT } from '../disk/document.ts';
import { replaceFile } from '../disk/output.ts';
import { nodeWorld, withTexts } from '../disk/world.ts';
import { type ExitCode, exit, inLines, type Terminal } from '../process/terminal.ts';
import { inUnix, withLineEnds } from '../pull/line-ends.ts';
import { pulledLines } from '../pull/pulled-lines.ts';
import { endFaulty, type Reporter } from '../report/reporter.ts';
import { openWorkshop, type WorkshopOptions } from '../workshop.ts';

export type PullOptions = Pick<WorkshopOptions, 'templates' | 'fonts'> & {
  readonly partial?: boolean;
  readonly dryRun?: boolean;
};

/** A table that was edited, and the record that it was made from. */
export type Files = { readonly docx: string; readonly yaml: string };

/** `biaoli pull`: writes what was changed in a DOCX back into its YAML, then checks that. */
export async function pullBack({ docx, yaml }: Files, options: PullOptions, terminal: Terminal): Promise<ExitCode> {
  const disk = nodeWorld();
  // While the work goes on the record is looked at with line ends of one kind, and at the end as it will be.
  const texts = new Map<string, Outcome<string>>();
  const { press, reporter } = await openWorkshop(terminal, options, withTexts(disk, texts));
  const gaveUp = (problems: readonly Diagnostic[]): ExitCode => {
    const code = endFaulty(reporter, problems);
    terminal.err(`没有写：${yaml}\n`);
    return code;
  };
  const opened = andThen(press, (one) =>
    andThen(disk.readText(yaml), (typed) => {
      const text = inUnix(typed);
      texts.set(yaml, succeed(text));
      return andThen(one.open(yaml, text), (before) => succeed({ press: one, before, typed }));
    }),
  );
  if (!opened.ok) return gaveUp(opened.problems);
  const { before, typed } = opened.value;
  const content = await contentOf(docx, reporter);
  if (!content.ok) return gaveUp(content.problems);
  const pulled = await pullInto(content.value, before, opened.value.press, yaml);
  if (!pulled.ok) return gaveUp(pulled.problems);
  const { problems, after, text } = pulled.value;
  reporter.report(problems);
  const isSame = text === before.source.text;
  const isStopped = problems.length > 0 && options.partial !== true;
  if (!isStopped && !isSame && options.dryRun !== true) {
    const written = replaceFile(yaml, bytesOf(text, { typed, isMarked: disk.isMarked(yaml) }));
    if (!written.ok) return gaveUp(written.problems);
  }
  const lines = linesOf(before, after, yaml);
  const head = summary(lines.length, { problems: problems.length, isStopped, isSame, options, yaml });
  terminal.out(inLines([head, ...lines.map((line) => `  ${line}`)]));
  if (isStopped) {
    reporter.finish();
    terminal.err(`没有写：有 ${problems.length} 处没有看懂。改好再写回，或者用 --partial 先写回看懂的。\n`);
    return exit.faulty;
  }
  if (problems.length > 0)
    terminal.err(`有 ${problems.length} 处没有看懂；和它们同在一列、一组的增删、移动也没有写。改好再写回一次。\n`);
  texts.set(yaml, succeed(text));
  const checked = await opened.value.press.check(yaml);
  reporter.report(findingsOf(checked));
  reporter.finish();
  return problems.length === 0 && checked.ok ? exit.fine : exit.faulty;
}

/** The content of a document; what it holds that cannot be pulled is refused. */
async function contentOf(docx: string, reporter: Reporter): Promise<Outcome<DocxContent>> {
  const { readDocx } = await import('../../read/index.ts');
  const { refusals, remarks } = await import('../../pull/index.ts');
  return andThen(readBytes(docx, DOCUMENT_LIMIT), (bytes) => {
    const read = readDocx(bytes, docx);
    if (!read.ok) return read;
    const [nested, ...more] = refusals(read.warnings);
    if (nested !== undefined) return { ok: false, problems: [nested, ...more] };
    // What could not be read is told where it stands in the form.
    const warnings = read.warnings.filter(({ code }) => code !== 'D010');
    reporter.report([...warnings, ...remarks(read.value, docx)]);
    return succeed(read.value);
  });
}

async function pullInto(content: DocxContent, before: Opened, press: Press, file: string): Promise<Outcome<Pulled>> {
  const { pull } = await import('../../pull/index.ts');
  return pull(content, before, { open: (text) => press.open(file, text), expand: press.expand });
}

function linesOf(before: Opened, after: Opened, file: string): readonly string[] {
  const filled = (opened: Opened): FilledRecord => ({ ...opened, text: opened.source.text });
  const changes = compareRecords(filled(before), filled(after));
  return pulledLines(changes, { before: before.source, after: after.source, file });
}

type Ending = {
  /** How many places were not understood. */
  readonly problems: number;
  readonly isStopped: boolean;
  readonly isSame: boolean;
  readonly options: PullOptions;
  readonly yaml: string;
};

function summary(count: number, { problems, isStopped, isSame, options, yaml }: Ending): string {
  if (isSame) return problems > 0 ? '没有看懂可以写回的改动。' : `没有要写回的改动：${yaml}`;
  if (isStopped) return `看懂了 ${count} 处，没有写：`;
  if (count === 0)
    return `${options.dryRun === true ? '会写回（--dry-run，没有写）' : `已写回 ${yaml}`}，印出来的没有变。`;
  return options.dryRun === true ? `会写回 ${count} 处（--dry-run，没有写）：` : `已写回 ${yaml}，${count} 处：`;
}

/** The bytes of a new text, with the byte order mark and the line ends that the file had. */
function bytesOf(
  text: string,
  { typed, isMarked }: { readonly typed: string; readonly isMarked: boolean },
): Uint8Array {
  return Buffer.from(`${isMarked ? '\uFEFF' : ''}${withLineEnds(text, typed)}`);
}
