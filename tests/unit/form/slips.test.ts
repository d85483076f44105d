import { describe, expect, test } from 'vitest';
import { faultsIn, table } from './support.ts';

const top = (title: string): string => title + table('<row><cell/><cell/></row>').slice('<form>'.length);

describe('slips in the names of elements', () => {
  test('a misspelt end tag is told once, and ends its element', () => {
    expect(faultsIn({ template: top('<form><title>甲表«</titel>»') })).toEqual([
      'F005 没有 </titel> 这种元素 → 是不是 </title>？',
    ]);
  });

  test('what is no element is told once, whatever ends it or would have to', () => {
    const said = (cell: string) => faultsIn({ template: table(`<row>${cell}<cell/></row>`) });
    expect(said('«<sell>»甲</cell>')).toEqual([expect.stringContaining('F005 没有 <sell> 这种元素')]);
    expect(said('<cell>甲«<br>»乙</cell>')).toEqual(['F005 没有 <br> 这种元素 → 另起一行写成 <p>…</p><p>…</p>。']);
  });

  test('an end tag that is nothing like the open element does not end it', () => {
    expect(faultsIn({ template: top('<form><title>甲表«</x>»</title>') })).toEqual([
      expect.stringContaining('F006 </x> 没有对应的开头'),
    ]);
  });

  test('the end tag of another element, where nothing of its name can stand, ends the open one', () => {
    expect(faultsIn({ template: table('<row><label>甲«</cell>»<cell/></row>') })).toEqual([
      'F006 这里应是 </label>，写成了 </cell> → 改成 </label>。',
    ]);
    expect(faultsIn({ template: table('<row><cell>甲«</p>»</cell><cell/></row>') })).toEqual([
      expect.stringContaining('F006 </p> 没有对应的开头'),
    ]);
  });

  test('words of HTML are answered with the words to write', () => {
    const said = (content: string) => faultsIn({ template: table(content) });
    expect(said('<row>«<td>»甲</td><cell/></row>')).toEqual(['F005 没有 <td> 这种元素 → 写成 <cell>。']);
    expect(said('<row><cell>«<b>»甲</b></cell><cell/></row>')).toEqual([
      'F005 没有 <b> 这种元素 → 删去它：字体、字号和粗细写在 form.yaml 的“字”里。',
    ]);
    expect(said('<row>«<cell colspan="2">»甲</cell></row>')[0]).toBe('F007 <cell> 没有属性 colspan → 写成 span。');
    expect(said('<row>«<cell rowspan="2">»甲</cell><cell/></row>')[0]).toBe(
      'F007 <cell> 没有属性 rowspan → 写成 rows。',
    );
  });

  test('a partial without its > is told once', () => {
    expect(faultsIn({ template: table('«{{指标 指标=列}}»') })).toEqual([
      'F002 没有这样的算法 → 要放部件，写成 {{> 指标 …}}；可用的只有 {{序号 @index}}：写在 {{#each}} 里，从 1 起编号。合计写在 form.yaml 的“求和”里。',
    ]);
  });

  test('brackets of full width are told as such', () => {
    expect(faultsIn({ template: table('«＜row＞»') })).toEqual([
      'F006 文字“＜row＞”不能写在这里 → 标签的尖括号要用半角的 < 和 >。',
    ]);
  });

  test('… once, with what stands between them', () => {
    expect(faultsIn({ template: table('<row>«＜cell＞»{{名称}}＜/cell＞<cell/></row>') })).toEqual([
      'F006 文字“＜cell＞”不能写在这里 → 标签的尖括号要用半角的 < 和 >。',
    ]);
  });

  test('names of HTML and names that are no elements are told once, whichever tag has the right one', () => {
    const said = (content: string) => faultsIn({ template: table(content) });
    expect(said('«<tr>»<cell/><cell/></row>')).toEqual(['F005 没有 <tr> 这种元素 → 写成 <row>。']);
    expect(said('<row><cell/><cell/>«</tr>»')).toEqual(['F005 没有 </tr> 这种元素 → 是不是 </row>？']);
    expect(said('«<line>»<cell/><cell/></row>')).toEqual([expect.stringContaining('F005 没有 <line> 这种元素')]);
    expect(faultsIn({ template: `«<html>»${table('<row><cell/><cell/></row>')}` })).toEqual([
      expect.stringContaining('F005 没有 <html> 这种元素'),
    ]);
  });

  test('Chinese names of elements are told once, with those there are', () => {
    expect(faultsIn({ template: table('<row>«<格子>»甲</格子><cell/></row>') })).toEqual([
      expect.stringMatching(/^F005 没有 <格子> 这种元素 → 可以写的有：.*要印“<”请写 &lt;。$/u),
    ]);
  });

  test('an element that resembles none is not taken for the shortest', () => {
    const [fault] = faultsIn({ template: table('«<script>»</script>') });
    expect(fault).toContain('F005 没有 <script> 这种元素 → 可以写的有：');
  });
});

describe('slips in blocks', () => {
  const rows = (open: string, close: string) =>
    faultsIn({ template: table(`${open}<row><cell/><cell/></row>${close}`) });

  test('a block that runs into its field is told there', () => {
    expect(rows('«{{#each列}}»', '{{/each}}')).toEqual([
      'F001 {{#each}} 和“列”连在一起 → 中间空一格，写成 {{#each 列}}。',
    ]);
  });

  test('signs of full width are told at each of them, and nothing else is', () => {
    expect(rows('«｛｛#each 列｝｝»', '{{/each}}')).toEqual(['F001 “｛”“｝”是全角的 → 写成 {{#each 列}}。']);
    expect(rows('{{#each 列}}', '«{{／each}}»')).toEqual(['F001 “／”是全角的 → 写成 {{/each}}。']);
    expect(rows('«{{＃each 列}}»', '｛｛/each｝｝')).toEqual([
      'F001 “＃”是全角的 → 写成 {{#each 列}}。',
      expect.stringContaining('F001 “｛”“｝”是全角的 → 写成 {{/each}}。'),
    ]);
    expect(rows('{{#each 列}}{{!-- ｛｛#each 列｝｝ --}}', '{{/each}}')).toEqual([]);
  });

  test('a path that begins with the list or the group that it stands in is told without it', () => {
    expect(faultsIn({ template: table('{{#each 列}}<row><cell>«{{列.名称}}»</cell><cell/></row>{{/each}}') })).toEqual([
      'F008 这里没有“列”这个字段 → 这里已经在“列”里面，直接写 {{名称}}。',
    ]);
    expect(faultsIn({ template: table('{{#each 列}}<row><cell>«{{序号}}»</cell><cell/></row>{{/each}}') })).toEqual([
      'F008 这里没有“序号”这个字段 → 编号写成 {{序号 @index}}，放在 {{#each}} 里，从 1 起。',
    ]);
  });
});
