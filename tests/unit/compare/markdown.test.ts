import { describe, expect, test } from 'vitest';
import { type Change, type ComparedRecord, markdownOf } from '../../../src/compare/index.ts';

const edited = (before: string, after: string, what = '年度指标值'): Change => ({
  ...{ kind: 'edited', place: ['产出指标'], what, before, after, path: ['a'], printed: true },
});
const both = (file: string, changes: readonly Change[], notes: readonly string[] = []): ComparedRecord => ({
  ...{ kind: 'both', file, renamedFrom: null, form: '某表', changes: { changes, notes, unseen: false } },
});

describe('a comment for a pull request', () => {
  test('begins with the mark by which a workflow finds it again, and a summary', () => {
    const text = markdownOf([
      both('data/甲.yaml', [edited('1', '2')]),
      both('data/乙.yaml', []),
      { kind: 'added', file: 'data/丙.yaml', renamedFrom: null, form: '某表' },
      { kind: 'removed', file: 'data/丁.yaml', renamedFrom: null, form: '某表' },
      {
        ...{ kind: 'faulty', file: 'data/戊.yaml', renamedFrom: null, form: '' },
        faults: [{ place: 'HEAD:data/戊.yaml:3:1', message: '缺必填项' }],
      },
    ]);
    expect(text.split('\n').slice(0, 4)).toEqual([
      '<!-- biaoli-diff -->',
      '## 表的改动',
      '',
      '1 份有改动，1 份是新增的，1 份删去了，1 份印出来的内容没有变，1 份有错误，没有比。',
    ]);
    expect(text).toContain('### data/戊.yaml\n\n有错误，没有比：\n\n- HEAD:data/戊.yaml:3:1：缺必填项\n');
  });

  test('without records says so', () => {
    expect(markdownOf([])).toBe('<!-- biaoli-diff -->\n## 表的改动\n\n没有改动。\n');
  });

  test('what a record says is never markup, a mention or a link to an issue', () => {
    const wild = 'a|b *c* _d_ `e` <img src=x> [f](g) @everyone #12 ~h~ $i$ \\ &amp;\n第二段';
    const row = markdownOf([both('data/甲.yaml', [edited('1', wild, wild)])])
      .split('\n')
      .find((line) => line.includes('everyone')) as string;
    expect(row.split('|')).toHaveLength(5);
    const text = row.slice(1, -1).replaceAll(/<\/?(?:del|ins|br|span)>|&#\d+;| \| /g, '');
    expect(text).not.toMatch(/[&<>*_`[\]@#~$\\|]/);
    expect(row).toContain('<span>&#64;</span>everyone <span>&#35;</span>12');
    expect(row).toContain('<br>第二段');
  });

  test.each([
    ['a mention', '@octocat', '<span>&#64;</span>octocat'],
    ['an address of mail', 'a@b.com', 'a<span>&#64;</span>b.com'],
    ['an issue', '#12', '<span>&#35;</span>12'],
    ['an issue by its old name', 'gh-12', 'gh<span>-</span>12'],
    [
      'references of GitLab',
      '!12 ~a %1.2 $3 &4',
      '<span>&#33;</span>12 <span>&#126;</span>a <span>%</span>1.2 <span>&#36;</span>3 <span>&#38;</span>4',
    ],
    ['an address', 'https://evil.example/x', 'https<span>:</span>//evil.example/x'],
    ['an address without its scheme', 'WWW.evil.com', 'WWW<span>.</span>evil.com'],
    ['emoji', ':smile: :+1: :100:', '<span>:</span>smile: <span>:</span>+1: <span>:</span>100:'],
    ['the hash of a commit', '1a2b3c4d', '1a2b3c<span>4</span>d'],
  ])('%s is broken by an element, since it is looked for in the decoded text', (_, typed, written) => {
    const text = markdownOf([both(`data/${typed}.yaml`, [edited('1', typed)])]);
    expect(text).toContain(`<ins>${written}</ins>`);
    expect(text).toContain(`### data/${written}.yaml`);
  });

  test.each(['≥95%', '8400000', '12:30', '100%以上', '2024-1'])('%s is written as it stands', (typed) => {
    expect(markdownOf([both('data/甲.yaml', [edited('1', typed)])])).toContain(`<ins>${typed}</ins>`);
  });

  test('long tables are folded, short ones are not', () => {
    const many = (count: number): string =>
      markdownOf([
        both(
          'data/甲.yaml',
          Array.from({ length: count }, (_, i) => edited('1', String(i + 2))),
        ),
      ]);
    expect(many(14)).not.toContain('<details>');
    expect(many(15)).toContain('<details><summary>共 15 行，点开看</summary>\n\n| 位置 | 原 | 新 |');
    expect(many(15)).toContain('\n</details>\n');
  });

  test('is never longer than GitHub takes, and counts what it left out', () => {
    const long = Array.from({ length: 120 }, (_, i) => edited('甲'.repeat(300), `${'乙'.repeat(300)}${i}`));
    const text = markdownOf([
      both('data/甲.yaml', long),
      both('data/乙.yaml', long),
      both(`data/${'丙'.repeat(400)}.yaml`, []),
    ]);
    expect(text.length).toBeLessThan(65_536);
    expect(text.length).toBeGreaterThan(60_000);
    expect(text).toMatch(/另有 \d+ 处写不下，没有列出/);
    expect(text).toMatch(/另有 1 份写不下，没有列出/);
  });
});
