import { describe, expect, test } from 'vitest';
import { type TagTree, tagDocument } from '../../../src/tags/index.ts';
import { everyForm } from '../../support/every-form.ts';
import { paperOf } from '../../support/fake-fonts.ts';
import { lineText, type SetForm, setForm } from '../../support/set-form.ts';
import { band, cell, formOf, header, label, lines, row, table, title } from '../../support/specs.ts';

/** The tree, a line for each element. */
function picture({ tags }: TagTree): string[] {
  const depths: number[] = [];
  return tags.map(({ role, parent, cell: facts }, n) => {
    depths[n] = parent < 0 ? 0 : (depths[parent] ?? 0) + 1;
    const spans = facts === null ? '' : ` ${facts.columns}×${facts.rows}`;
    return `${'  '.repeat(depths[n])}${role}${spans}`;
  });
}

/** What is said under each element, in the order of the pages; repeats and page numbers under null. */
function spoken({ pages }: SetForm, { tagOf }: TagTree): Map<number | null, string> {
  const said = new Map<number | null, string>();
  for (const text of pages.flatMap((page) => page.texts)) {
    const element = tagOf(text);
    said.set(element, (said.get(element) ?? '') + lineText(text.line));
  }
  return said;
}

describe('the tree of a document', () => {
  const form = formOf(
    paperOf(440, 480),
    title('绩效目标表'),
    lines([50, 50], cell('单位：甲'), cell(['金额单位：', '万元'])),
    table(
      band(
        [30, 70],
        header(label('名称'), label('内容')),
        row(cell('甲'), cell(['一段', '二段'])),
        row(label('备注'), cell('')),
      ),
    ),
  );
  const set = setForm(form);
  const tree = tagDocument(set.measured);

  test('has the title as a heading, lines as paragraphs, and a table of rows and cells', () => {
    expect(picture(tree)).toEqual([
      'H1',
      'P',
      'P',
      'P',
      'Table',
      '  TR',
      '    TH 1×1',
      '    TH 1×1',
      '  TR',
      '    TD 1×1',
      '    TD 1×1',
      '      P',
      '      P',
      '  TR',
      '    TH 1×1',
      '    TD 1×1',
    ]);
  });

  test('has every printed text under its own element', () => {
    expect([...spoken(set, tree)]).toEqual([
      [0, '绩效目标表'],
      [1, '单位：甲'],
      [2, '金额单位：'],
      [3, '万元'],
      [6, '名称'],
      [7, '内容'],
      [9, '甲'],
      [11, '一段'],
      [12, '二段'],
      [14, '备注'],
    ]);
  });
});

test('over any number of pages each cell is said once and whole, and repeats are said to nobody', () => {
  everyForm(
    (set) => {
      const tree = tagDocument(set.measured);
      const said = spoken(set, tree);
      tree.tags.forEach(({ cell: facts }, element) => {
        if (facts === null) return;
        const under = tree.tags.flatMap(({ parent }, n) =>
          n === element || parent === element ? [said.get(n) ?? ''] : [],
        );
        const cells = set.grid.cells[facts.cell]?.paragraphs ?? [];
        const whole = cells.flatMap(({ lines: all }) => all.map(lineText)).join('');
        expect(under.join('').trim()).toBe(whole.trim());
      });
      const { grid } = set.grid;
      expect(tree.tags.filter(({ cell: facts }) => facts !== null)).toHaveLength(grid.cells.length);
      expect(tree.tags.filter(({ role }) => role === 'TR')).toHaveLength(grid.rows);
    },
    { seed: 61 },
  );
});
