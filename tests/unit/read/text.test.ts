import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/read/index.ts';
import { readKit } from './support/pdf.ts';
import { p, readBody, succeeded, tbl, tc, tr } from './support/word.ts';

describe('plain text', () => {
  it('of a DOCX is a line for each paragraph and table row, merged cells in their first row', () => {
    const rows = [
      tr(tc(p('标签'), '<w:vMerge w:val="restart"/>'), tc(p('甲')), tc(p())),
      tr(tc(p(), '<w:vMerge/>'), tc(p('乙')), tc(p('丙'))),
    ];
    expect(textOf(succeeded(readBody(p('题') + tbl(3, ...rows) + p('末'))))).toBe('题\n标签\t甲\t\n乙\t丙\n末\n');
  });

  it('of a PDF puts no space between Han and digits, even where they stand apart', async () => {
    const content = await readKit((pen) => {
      pen
        .text('约', 50, 50, { lineBreak: false })
        .text('30', 63, 50, { lineBreak: false })
        .text('个', 78, 50, { lineBreak: false });
    });
    expect(textOf(content)).toBe('约30个\n');
  });

  it('of a PDF is a line for each row of boxes and each line around them, from top to bottom', async () => {
    const content = await readKit((pen) => {
      pen.rect(50, 80, 100, 60).rect(150, 80, 100, 30).rect(150, 110, 100, 30).stroke();
      pen.text('末行', 50, 160, { lineBreak: false });
      pen.text('乙', 160, 115, { lineBreak: false }).text('甲', 160, 85, { lineBreak: false });
      pen.text('标签', 55, 100, { lineBreak: false });
      pen.text('填报单位：', 50, 50, { lineBreak: false }).text('单位：万元', 200, 50, { lineBreak: false });
    });
    expect(textOf(content)).toBe('填报单位：\t单位：万元\n标签\t甲\n乙\n末行\n');
  });
});
