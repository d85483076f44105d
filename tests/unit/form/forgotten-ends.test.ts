import { describe, expect, test } from 'vitest';
import { faultsIn, table } from './support.ts';

describe('an end tag that was forgotten is told once, at the element', () => {
  test.each([
    [table('<row>«<cell>»甲<cell>乙</cell></row>'), 'F006 <cell> 没有结束 → 在下一个 <cell> 前面补上 </cell>。'],
    [table('<row>«<label>»甲<cell>乙</cell></row>'), 'F006 <label> 没有结束 → 在下一个 <cell> 前面补上 </label>。'],
    [
      '<form><table>«<band columns="100">»<row><cell/></row><band columns="100"><row><cell/></row></band></table></form>',
      'F006 <band> 没有结束 → 在下一个 <band> 前面补上 </band>。',
    ],
    [table('«<row>»<cell/><cell/><row><cell/><cell/></row>'), 'F006 <row> 没有结束 → 在下一个 <row> 前面补上 </row>。'],
  ])('%s', (template, fault) => {
    expect(faultsIn({ template })).toEqual([fault]);
  });
});

describe('a field that stands elsewhere is named with its path', () => {
  test.each([
    ['<row><cell>«{{数}}»</cell><cell/></row>', 'F008 这里没有“数”这个字段 → 是不是“组.数”？'],
    [
      '{{#each 列}}<row><cell>«{{数}}»</cell><cell/></row>{{/each}}',
      'F008 这里没有“数”这个字段 → 可以写的有：名称、段。',
    ],
    ['{{#each 列}}<row><cell>«{{组}}»</cell><cell/></row>{{/each}}', 'F008 这里没有“组”这个字段 → 是不是“../组”？'],
  ])('%s', (content, fault) => {
    expect(faultsIn({ template: table(content) })).toEqual([fault]);
  });
});
