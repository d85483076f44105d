import { describe, expect, test } from 'vitest';
import { faultsIn, table } from './support.ts';

const top = (title: string): string => title + table('<row><cell/><cell/></row>').slice('<form>'.length);

describe('slips in the names of elements', () => {
  test('a misspelt end tag is told once, and ends its element', () => {
    expect(faultsIn({ template: top('<form><title>甲表«</titel>»') })).toEqual([
      'F005 没有 </titel> 这种元素 → 是不是 </title>？',
    ]);
  });

  test('an end tag that is nothing like the open element does not end it', () => {
    expect(faultsIn({ template: top('<form><title>甲表«</x>»</title>') })).toEqual([
      expect.stringContaining('F006 这里应先写 </title>'),
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
