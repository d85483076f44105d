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

  test('brackets of full width are told as such', () => {
    expect(faultsIn({ template: table('«＜row＞»') })).toEqual([
      'F006 文字“＜row＞”不能写在这里 → 标签的尖括号要用半角的 < 和 >。',
    ]);
  });

  test('an element that resembles none is not taken for the shortest', () => {
    const [fault] = faultsIn({ template: table('«<script>»</script>') });
    expect(fault).toContain('F005 没有 <script> 这种元素 → 可以写的有：');
  });
});
