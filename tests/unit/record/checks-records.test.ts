import { describe, expect, test } from 'vitest';
import { byPlace, type Diagnostic, placeAt, type Severity } from '../../../src/base/index.ts';
import { checkRecord, readRecord } from '../../../src/record/index.ts';
import { parseSource } from '../../../src/source/index.ts';
import { openedShelf, repository, saidBy, successOf } from '../blueprint/support.ts';

const records = {
  大朗: 'data/大朗镇/公共服务办公室-2024.yaml',
  增城: 'data/增城区/民政局.yaml',
  渚源: 'data/渚源县/民政局-2024.yaml',
  小谷围: 'data/番禺区/小谷围街道办事处.yaml',
  福田: 'data/福田区/民政局-2024.yaml',
} as const;

const levels: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', hint: '提示' };
const shelf = openedShelf(repository);

/** Everything that is said of a record before it is set. */
async function findings(file: string): Promise<{ readonly text: string; readonly all: readonly Diagnostic[] }> {
  const text = successOf(repository.readText(file));
  const read = readRecord(successOf(parseSource(file, text)), shelf);
  const found = await checkRecord(successOf(read), shelf.commons);
  return { text, all: [...saidBy(read), ...found].toSorted(byPlace) };
}

function line(text: string, { at, code, severity, message, advice }: Diagnostic): string {
  const { line: row, column } = placeAt(text, at.start);
  return `${row}:${column} ${code} ${levels[severity]} «${text.slice(at.start, at.end)}» ${message} → ${advice}`;
}

describe('what the five records are told', () => {
  test.each(Object.entries(records))(
    '%s: no error, and each warning and hint as it was read and judged',
    async (name, file) => {
      const { text, all } = await findings(file);
      expect(all.filter(({ severity }) => severity === 'error')).toEqual([]);
      const lines = all.map((one) => `${line(text, one)}\n`).join('');
      await expect(lines).toMatchFileSnapshot(`../../cases/警告/${name}.txt`);
    },
  );

  test.each([
    ['大朗', []],
    ['增城', ['T4', 'V9']],
    ['渚源', ['T4', 'V4', 'V9']],
    ['小谷围', ['V5', 'V9']],
    ['福田', ['T4', 'V5', 'V9']],
  ] as const)('%s: its warnings are of the kinds that its auditors would name', async (name, codes) => {
    const { all } = await findings(records[name]);
    const warned = all.filter(({ severity }) => severity === 'warning').map(({ code }) => code);
    expect([...new Set(warned)].toSorted()).toEqual(codes);
  });

  test('the same record is told the same', async () => {
    expect(await findings(records.渚源)).toEqual(await findings(records.渚源));
  });
});
