import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entry, type Node } from '../../../src/source/index.ts';
import { plain, read, readMapping } from './read.ts';

const every = (node: Node): Node[] => {
  if (node.kind === 'scalar') return [node];
  const children = node.kind === 'list' ? node.items : node.entries.flatMap((one) => [one.key, one.value]);
  return [node, ...children.flatMap(every)];
};

describe('a tree of texts', () => {
  it('keeps every plain scalar as it was typed', () => {
    expect(plain(read('a: 1219.80\nb: 2024\nc: no\nd: null\ne: ~\nf: 0x1F\ng: 2024-01-01\n').root)).toEqual([
      ['a', '1219.80'],
      ['b', '2024'],
      ['c', 'no'],
      ['d', 'null'],
      ['e', '~'],
      ['f', '0x1F'],
      ['g', '2024-01-01'],
    ]);
  });

  it('gives each plain scalar the span of exactly its own characters', () => {
    const file = read('年度: 2024   # 注\n任务:\n  - { 甲: 1.0, 乙: “二” }\n  - 丙\n');
    for (const node of every(file.root)) {
      if (node.kind === 'scalar') expect(file.text.slice(node.span.start, node.span.end)).toBe(node.text);
    }
  });

  it('puts a blank value right after its colon or dash, whatever comment follows', () => {
    const text = 'a:   # 注释\nb:\nc:\n  -   # 注释\n';
    const root = readMapping(text);
    const [a, b, c] = root.entries.map((one) => one.value);
    const item = c?.kind === 'list' ? c.items[0] : undefined;
    for (const [node, place] of [
      [a, 2],
      [b, text.indexOf('b:') + 2],
      [item, text.indexOf('-') + 1],
    ] as const)
      expect(node).toMatchObject({ kind: 'scalar', blank: true, text: '', span: { start: place, end: place } });
  });

  it('calls white space in quotes blank, and a lone ~ not', () => {
    const root = readMapping('a: "  "\nb: ~\nc: \'\'\n');
    expect(root.entries.map((one) => one.value.kind === 'scalar' && one.value.blank)).toEqual([true, false, true]);
  });

  it('cooks quoted scalars and spans them with their quotes', () => {
    const text = `a: "二\\u4e8c\\"x\\""\nb: 'it''s'\n`;
    const root = readMapping(text);
    expect(plain(root)).toEqual([
      ['a', '二二"x"'],
      ['b', "it's"],
    ]);
    const span = entry(root, 'b')?.value.span;
    expect(text.slice(span?.start, span?.end)).toBe("'it''s'");
    expect(entry(root, 'a')?.value).toMatchObject({ style: 'quoted' });
  });

  it('reads a literal block as its lines, outer blank lines dropped', () => {
    for (const header of ['|', '|-', '|+', '|2']) {
      const root = readMapping(`a: ${header}\n\n  一\n  二\n\n  三\n\n\nb: 1\n`);
      expect(plain(root)).toEqual([
        ['a', '一\n二\n\n三'],
        ['b', '1'],
      ]);
    }
  });

  it('accepts CRLF and a byte order mark, and still counts offsets from the start of the text', () => {
    const text = '\uFEFF甲: 1\r\n乙: |\r\n  一\r\n  二\r\n丙: "x"\r\n';
    const root = readMapping(text);
    expect(plain(root)).toEqual([
      ['甲', '1'],
      ['乙', '一\n二'],
      ['丙', 'x'],
    ]);
    expect(root.entries.map((one) => text.slice(one.key.span.start, one.key.span.end))).toEqual(['甲', '乙', '丙']);
  });

  it('keeps the author’s order of keys, numbers among them', () => {
    expect(readMapping('b: 1\n2024: 2\na: 3\n1: 4\n').entries.map((one) => one.key.text)).toEqual([
      'b',
      '2024',
      'a',
      '1',
    ]);
  });

  it('has all comments with their places', () => {
    const { comments, text } = read('# 头\na: |  # 块\n  # 不是注释\nb: "#x" # 尾\n');
    expect(comments.map((one) => one.text)).toEqual(['头', '块', '尾']);
    expect(comments.map((one) => text.slice(one.span.start, one.span.end))).toEqual(['# 头', '# 块', '# 尾']);
  });

  it('accepts one document with its marks, and finds no entry that is not there', () => {
    const root = readMapping('---\na: 1\n...\n');
    expect(entry(root, 'a')?.value).toMatchObject({ text: '1' });
    expect(entry(root, 'b')).toBeUndefined();
  });

  it('spans a collection from its first child to its last, a flow collection with its brackets', () => {
    const text = 'a:\n  b: 1\n  c: 二\n\n# 尾\nd: [ 1, 2 ]\n';
    const root = readMapping(text);
    const parts = root.entries.map((one) => text.slice(one.value.span.start, one.value.span.end));
    expect(parts).toEqual(['b: 1\n  c: 二', '[ 1, 2 ]']);
  });

  it('reads back any text a single-quoted scalar can hold', () => {
    const line = fc.string({
      unit: fc.constantFrom('中', 'a', "'", '"', ':', ' ', '#', '-', '{', ']', '\\', '≥', '%'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(line, { minLength: 1, maxLength: 5 }), (texts) => {
        const source = texts.map((one) => `- '${one.replaceAll("'", "''")}'\n`).join('');
        expect(plain(read(source).root)).toEqual(texts);
      }),
    );
  });
});
