import { expect, test } from 'vitest';
import { renameWords, rowText, valuesText } from '../../../src/compare/sentences.ts';

const row = {
  noun: '任务',
  name: '一段\n二段',
  values: [
    { name: '名', path: ['名'], text: '一段\n二段' },
    { name: '内容', path: ['内容'], text: '三段\n四段。' },
  ],
};

test('paragraphs of a name or a value stand side by side', () => {
  expect(rowText(row)).toBe('任务“一段 ¶ 二段”');
  expect(valuesText(row)).toBe('内容 三段 ¶ 四段');
  expect(renameWords({ before: '甲\n乙', after: '丙' }).map(({ text }) => text)).toEqual(['“甲 ¶ 乙”', ' → ', '“丙”']);
});
