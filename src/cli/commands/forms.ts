import { andThen, type Outcome, type Span, succeed } from '../../base/index.ts';
import type { Blueprint, Field } from '../../blueprint/index.ts';
import type { Press } from '../../pipeline.ts';
import { type ExitCode, exit, type Terminal } from '../terminal.ts';
import { openWorkshop } from '../workshop.ts';

/** A form named on the command line has no place in a file. */
const COMMAND_LINE: Span = { file: '命令行', start: 0, end: 0 };

/** `biaoli forms`: all forms with the names of their fields, or one with all there is to fill in. */
export async function forms(form: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const { reporter, press } = await openWorkshop(terminal);
  const printed = andThen(press, (opened) => (form === undefined ? listed(opened) : described(opened, form)));
  reporter.report(printed.ok ? printed.warnings : printed.problems);
  if (!printed.ok) return exit.faulty;
  terminal.out(printed.value);
  return exit.fine;
}

const listed = ({ shelf }: Press): Outcome<string> =>
  shelf.ids().reduce<Outcome<string>>(
    (above, id) =>
      andThen(above, (text) =>
        andThen(
          shelf.find(id, () => null, COMMAND_LINE),
          ({ fields }) => succeed(`${text}${id}\n  ${fields.fields.map(({ name }) => name).join('、')}\n`),
        ),
      ),
    succeed(''),
  );

const described = ({ shelf }: Press, form: string): Outcome<string> =>
  andThen(
    shelf.find(form.normalize('NFC'), () => null, COMMAND_LINE),
    (blueprint) =>
      succeed(
        [...head(blueprint), ...blueprint.fields.fields.flatMap((field) => fieldLines(field, 0))]
          .map((line) => `${line}\n`)
          .join(''),
      ),
  );

const head = ({ id, edition, years }: Blueprint): string[] => [
  `表: ${id}`,
  `# 版本 ${edition}${years === null ? '' : `，适用 ${years.join('、')} 年`}`,
];

const kinds: Readonly<Record<Field['kind'], string>> = {
  text: '文字',
  prose: '一段或几段文字',
  year: '年份',
  count: '个数',
  target: '指标值',
  amount: '金额',
  group: '一组',
  list: '一列',
  tree: '分级指标',
};

/** A field with what stands below it, indented as in a record. */
function fieldLines(field: Field, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const facts = [
    kinds[field.kind] + (field.kind === 'amount' && field.unit !== '' ? `（${field.unit}）` : ''),
    field.required ? '必填' : '可不写',
    field.required && field.mayBeBlank ? '可留空' : '',
    field.example === '' ? '' : `例：${field.example}`,
    field.note,
  ];
  const line = `${indent}${field.name}:  # ${facts.filter((fact) => fact !== '').join('，')}`;
  return [line, ...below(field, depth + 1)];
}

function below(field: Field, depth: number): string[] {
  switch (field.kind) {
    case 'group':
      return field.fields.flatMap((child) => fieldLines(child, depth));
    case 'list':
      return asItem(field.item.kind === 'group' ? below(field.item, depth + 1) : [], depth);
    case 'tree': {
      const indent = '  '.repeat(depth);
      return [...field.taxonomy.levels].flatMap(([first, seconds]) => [
        `${indent}${first}:`,
        ...seconds.flatMap((second) => [`${indent}  ${second}:`, ...asItem(below(field.row, depth + 3), depth + 2)]),
      ]);
    }
    default:
      return [];
  }
}

/** Lines of an item: a dash stands in the indentation of the first. */
function asItem(lines: readonly string[], depth: number): string[] {
  const [first, ...others] = lines;
  const indent = '  '.repeat(depth);
  return first === undefined ? [`${indent}-`] : [`${indent}- ${first.trimStart()}`, ...others];
}
