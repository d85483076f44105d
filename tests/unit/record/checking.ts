import { andThen, type Diagnostic, placeAt } from '../../../src/base/index.ts';
import { checkRecord, readRecord } from '../../../src/record/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { commons, type Files, openedShelf, repository, saidBy, worldOf } from '../blueprint/support.ts';
import { FILE } from './support.ts';

export const FORM = 'templates/表一/form.yaml';

/** Everything that reading and checking a record finds. */
export async function checked(form: string, record: string, others: Files = {}): Promise<readonly Diagnostic[]> {
  const shelf = openedShelf(worldOf({ ...commons, [FORM]: form, ...others }));
  return found(record, shelf, FILE);
}

/** The same for one of the repository's own records, after a change. */
export async function checkedReal(file: string, change: (text: string) => string): Promise<readonly Diagnostic[]> {
  const text = repository.readText(file);
  if (!text.ok) throw new Error(file);
  const changed = change(text.value);
  return found(changed, openedShelf(repository), file);
}

async function found(text: string, shelf: ReturnType<typeof openedShelf>, file: string): Promise<Diagnostic[]> {
  const read = andThen(parseSource(file, text), (source) => readRecord(source, shelf));
  return [...saidBy(read), ...(read.ok ? await checkRecord(read.value, shelf.commons) : [])];
}

/** A diagnostic as `line:column «what stands there» severity code message → advice`, in the file it belongs to. */
export const lineOf =
  (texts: Files) =>
  ({ at, code, severity, message, advice }: Diagnostic): string => {
    const text = texts[at.file] ?? '';
    const { line, column } = placeAt(text, at.start);
    return `${line}:${column} «${text.slice(at.start, at.end)}» ${severity} ${code} ${message} → ${advice}`;
  };

/** What is said of a form with these checks and of a record of it, as lines. */
export async function toldOf(form: string, record: string): Promise<string[]> {
  return (await checked(form, record)).map(lineOf({ [FILE]: record, [FORM]: form }));
}
