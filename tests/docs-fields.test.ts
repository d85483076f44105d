import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fieldsPage } from '../docs/generate/fields.ts';
import { everyForm } from '../docs/generate/forms.ts';
import { schemaFiles } from '../docs/generate/schemas.ts';
import { type Field, words } from '../src/blueprint/index.ts';
import { parseSource } from '../src/source/index.ts';
import { filledIn } from './support/fill-in.ts';
import { realPress } from './support/real-world.ts';

const { shelf } = realPress();
const forms = everyForm(shelf);

/** Every single value that a form asks for. */
const scalarsIn = (field: Field): Field[] => {
  switch (field.kind) {
    case 'group':
      return field.fields.flatMap(scalarsIn);
    case 'list':
      return scalarsIn(field.item);
    case 'tree':
      return scalarsIn(field.row);
    default:
      return [field];
  }
};

describe('what is generated', () => {
  test('docs/fields.md is as `npm run docs` writes it', () => {
    expect(readFileSync('docs/fields.md', 'utf8')).toBe(fieldsPage(shelf));
  });

  test('so are the schemas beside the forms', () => {
    const files = schemaFiles(shelf);
    expect(files.size).toBe(forms.length);
    for (const [file, text] of files) {
      const kept = readFileSync(file, 'utf8');
      expect({ file, fresh: kept === text }).toEqual({ file, fresh: true });
    }
  });
});

describe('docs/fields.md', () => {
  const page = fieldsPage(shelf);

  test('has every form, every type of field and every reserved key', () => {
    for (const { id } of forms) expect(page).toContain(`\n## ${id}\n`);
    for (const type of Object.values(words.fieldTypes)) expect(page).toContain(`\n| ${type} | `);
    for (const key of [words.form.id, words.record.layout, words.record.accept])
      expect(page).toContain(`\n| \`${key}\` | `);
  });

  test('has every field with its unit, need, example and note', () => {
    expect(page).toContain('\n| `年度` | 年份 |  | 必填 | `2024` | 预算年度 |\n');
    expect(page).toContain('\n| `预算整体情况.收入来源.财政拨款` | 金额 | 万元 | 可留空 | `5300.5` |  |\n');
    expect(page).toContain('\n| `年度重点工作任务.拟投入的资金` | 金额 | 元 | 可留空 | `8400000` |  |\n');
    expect(page).toContain(
      '\n| `金额合计.总额` | 金额 | 万元 | 可不写 | `1219.80` | 是 `年度主要任务.预算金额.总额` 之和 |\n',
    );
    expect(page).toContain('\n| `年度整体绩效目标.每项` | 段落 |  |  | ');
  });
});

describe.each(forms.map((form) => [form.id, form] as const))('the examples of %s', (_, form) => {
  test('are there for every value', () => {
    const without = scalarsIn(form.fields).filter(({ example }) => example === '');
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test('together make a record without an error', async () => {
    const text = filledIn(form);
    expect(parseSource('例.yaml', text).ok).toBe(true);
    const outcome = await realPress(new Map([['例.yaml', text]])).check('例.yaml');
    expect(outcome.ok ? [] : outcome.problems.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });
});
