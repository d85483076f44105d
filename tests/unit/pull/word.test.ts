import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bodyOf, run, wrapped } from './support/plain-docx.ts';
import { opened, pullInto, records } from './support/pulling.ts';

/** What a change of the DOCX's XML makes of a record: the lines of its YAML that are new, and what is told. */
function edit(name: string, change: (xml: string) => string, text = readFileSync(records[name] as string, 'utf8')) {
  const file = records[name] as string;
  const xml = bodyOf(opened(file, text).form);
  const changed = change(xml);
  const pulled = pullInto(wrapped(changed), file, text);
  const problems = pulled.ok ? pulled.value.problems : pulled.problems;
  const old = new Set(text.split('\n'));
  const now = pulled.ok ? pulled.value.text.split('\n') : [];
  return {
    lines: now.filter((line) => !old.has(line)).map((line) => line.trim()),
    gone: text
      .split('\n')
      .filter((line) => !now.includes(line))
      .map((line) => line.trim()),
    told: problems.map(({ code, message }) => `${code} ${message}`),
    advice: problems.map(({ advice }) => advice),
    /** What stands in the YAML at the place of each. */
    places: problems.map(({ at }) => (at.file === file ? text.slice(at.start, at.end) : at.file)),
    isChanged: changed !== xml,
  };
}

/** A text in the place of another, which must be there. */
const put = (from: string, to: string) => (xml: string) => {
  if (!xml.includes(from)) throw new Error(`no ${from}`);
  return xml.replace(from, () => to);
};
const unchanged = { lines: [], told: [] };

/** Where the row of a text begins and ends. */
const rowOf = (xml: string, text: string) => {
  const at = xml.indexOf(text);
  const start = xml.lastIndexOf('<w:tr>', at);
  return { start, end: xml.indexOf('</w:tr>', at) + 7 };
};

describe('amounts', () => {
  test('are typed as their author would, whatever the form prints', () => {
    expect(edit('大朗', put('8,400,000.00', '8,500,000.00'))).toMatchObject({
      lines: ['拟投入的资金: 8500000'],
      told: [],
    });
    expect(edit('增城', put('9,696.30', '9,700.50'))).toMatchObject({ lines: ['拟投入的资金: 9700.5'], told: [] });
    expect(edit('福田', put('20.38', '30.40'))).toMatchObject({ lines: [expect.stringContaining('总额: 30.40')] });
  });

  test('have digits of any width, blanks and their own unit', () => {
    const lines = ['拟投入的资金: 8500000'];
    expect(edit('大朗', put('8,400,000.00', '８，５００，０００．００'))).toMatchObject({ lines, told: [] });
    expect(edit('大朗', put('8,400,000.00', ' 8 500 000.00元'))).toMatchObject({ lines, told: [] });
  });

  test('keep their digits where the number is the same', () => {
    expect(edit('大朗', put('8,400,000.00', '8400000'))).toMatchObject(unchanged);
    expect(edit('大朗', put('8,400,000.00', '８４０００００'))).toMatchObject(unchanged);
  });

  test('are told where they are none', () => {
    const { lines, told } = edit('大朗', put('8,400,000.00', '850万'));
    expect(lines).toEqual([]);
    expect(told).toEqual(['P003 第 1 张表第 11 行第 4 格“850万”：“拟投入的资金”应是数字（元）']);
    const adviceFor = (typed: string) => edit('大朗', put('8,400,000.00', typed)).advice;
    expect(adviceFor('850万')).toEqual(['在 Word 里写成 8500000，再写回；或者直接改 YAML。']);
    expect(adviceFor('—')).toEqual(['在 Word 里改好，再写回；或者直接改 YAML。']);
    expect(edit('大朗', put('>43<', '>45人<')).advice).toEqual(['在 Word 里写成 45，再写回；或者直接改 YAML。']);
  });
});

describe('breaks', () => {
  const soft = '</w:t><w:br/><w:t>';
  test('inside a paragraph mean nothing where the record has none', () => {
    expect(edit('大朗', put('发放居家养老服务经费；', `发放居家${soft}养老服务经费；`))).toMatchObject(unchanged);
    expect(edit('大朗', put('社工及后勤人数', `社工及${soft}后勤人数`))).toMatchObject(unchanged);
  });

  test('inside the words of a title mean nothing, where our documents have them', () => {
    const title = '年部门整体支出绩效目标批复表';
    expect(edit('渚源', put(title, `年部门整体支出${soft}绩效目标批复表`))).toMatchObject({
      ...unchanged,
      isChanged: true,
    });
  });

  test('inside a paragraph are ends of paragraphs where the record has them', () => {
    const joined = (xml: string) =>
      xml.replace(
        '推动都市养老供给侧改革</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">',
        `推动都市养老供给侧改革${soft}`,
      );
    expect(edit('福田', joined)).toMatchObject({ ...unchanged, isChanged: true });
  });

  test('between paragraphs make a block of a text', () => {
    const { lines, told } = edit(
      '大朗',
      put('发放居家养老服务经费；', `发放居家养老服务经费；</w:t></w:r></w:p><w:p><w:r><w:t>`),
    );
    expect(told).toEqual([]);
    expect(lines).toEqual(['主要实施内容: |', '发放居家养老服务经费；', expect.stringMatching(/^居家养老大配餐/)]);
  });
});

describe('cells', () => {
  test('that were merged down may be split again', () => {
    expect(
      edit('大朗', (xml) => xml.replaceAll('<w:vMerge/>', '').replaceAll('<w:vMerge w:val="restart"/>', '')),
    ).toMatchObject(unchanged);
    expect(
      edit('渚源', (xml) => xml.replaceAll('<w:vMerge/>', '').replaceAll('<w:vMerge w:val="restart"/>', '')),
    ).toMatchObject(unchanged);
  });

  test('that were merged down may have their text in each of the parts', () => {
    const everywhere = (xml: string) => {
      const texts: string[] = [];
      return xml.replace(/<w:tr>.*?<\/w:tr>/gs, (row) => {
        let at = 0;
        return row.replace(/<w:tc>(<w:tcPr>.*?<\/w:tcPr>)(.*?)<\/w:tc>/gs, (_, properties: string, content: string) => {
          const column = at;
          at += Number(/gridSpan w:val="(\d+)"/.exec(properties)?.[1] ?? 1);
          const isRest = properties.includes('<w:vMerge/>');
          if (!isRest) texts[column] = content;
          return `<w:tc>${properties.replace(/<w:vMerge[^>]*>/, '')}${isRest ? texts[column] : content}</w:tc>`;
        });
      });
    };
    expect(edit('大朗', everywhere)).toMatchObject({ ...unchanged, isChanged: true });
    expect(edit('渚源', everywhere)).toMatchObject({ ...unchanged, isChanged: true });
  });

  test('that are merged and blank have lost their text, and are no part of those above', () => {
    const cleared = (name: string) => (xml: string) => xml.replace(run(name), '');
    for (const [form, name] of [
      ['大朗', '质量指标'],
      ['项目支出', '质量指标'],
      ['项目支出', '效益指标'],
      ['福田', '效益指标'],
    ] as const) {
      const { lines, told, isChanged } = edit(form, cleared(name));
      expect(isChanged).toBe(true);
      expect(lines).toEqual([]);
      expect(told).toEqual([expect.stringMatching(/^P007 /)]);
    }
    const firstRow = (xml: string) => {
      const at = xml.indexOf('减少管网漏损水量');
      const end = xml.indexOf('</w:tr>', at) + 7;
      const below = xml.slice(end).replace(/(<w:vMerge\/>.*?)<w:vMerge\/>/s, '$1<w:vMerge w:val="restart"/>');
      return xml.slice(0, xml.lastIndexOf('<w:tr>', at)) + below;
    };
    expect(edit('项目支出', firstRow).told).toEqual([expect.stringMatching(/^P007 .*（空）/)]);
    const rest = '<w:vMerge w:val="restart"/></w:tcPr><w:p></w:p>';
    const lastOfTwo = (xml: string) => {
      const at = xml.indexOf('社会效益指标');
      const end = xml.indexOf('</w:tr>', at);
      const first = xml.lastIndexOf('<w:tr>', at);
      const below = xml
        .slice(end)
        .replace(/<w:vMerge\/><\/w:tcPr><w:p\/>(?=<\/w:tc><w:tc>(?:(?!vMerge).)*?<\/w:tr>)/, rest);
      return xml.slice(0, first) + below.replace('</w:tr>', '');
    };
    const { lines, told } = edit('项目支出', lastOfTwo);
    expect(lines).toEqual([]);
    expect(told).toEqual([expect.stringMatching(/^P007 /)]);
  });

  test('that were merged across may be split again where that is plain', () => {
    const split = (xml: string) =>
      xml.replace(
        /<w:tc><w:tcPr><w:gridSpan w:val="(\d)"\/>(<w:vMerge w:val="restart"\/>)<\/w:tcPr>(<w:p><w:r><w:t xml:space="preserve">服务对象满意度指标)/,
        '<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr>$3</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>',
      );
    expect(edit('大朗', split)).toMatchObject({ ...unchanged, isChanged: true });
  });

  test('merged over several rows are told', () => {
    const merge = (xml: string) =>
      ['restart', 'continue'].reduce((now, word, i) => {
        const row = now.indexOf(['居家养老服务完成率', '补助资金发放准确率'][i] as string);
        const at = now.lastIndexOf('<w:tcPr>', now.lastIndexOf('</w:tcPr>', now.indexOf('</w:tr>', row))) + 8;
        return `${now.slice(0, at)}<w:vMerge w:val="${word}"/>${now.slice(at)}`;
      }, xml);
    const { lines, told } = edit('大朗', merge);
    expect(lines).toEqual([]);
    expect(told).toEqual([expect.stringMatching(/^P004 第 1 张表第 \d+ 行“≥90%”：这一格跨了几项/)]);
  });

  test('merged over several rows with the texts of all in them change no item', () => {
    const [upper, lower] = ['居家养老服务完成率', '补助资金发放准确率'];
    const merge = (xml: string) => {
      const now = put(upper, `${upper}${lower}`)(put(lower, '')(xml));
      const { start, end } = rowOf(now, upper);
      const rows = [now.slice(start, end), now.slice(end, now.indexOf('</w:tr>', end) + 7)];
      const merged = rows.map((row, i) => {
        const cells = row.split('<w:tcPr>');
        return [
          ...cells.slice(0, 4),
          `<w:vMerge w:val="${i === 0 ? 'restart' : 'continue'}"/>${cells[4]}`,
          ...cells.slice(5),
        ].join('<w:tcPr>');
      });
      return now.slice(0, start) + merged.join('') + now.slice(end + (rows[1] as string).length);
    };
    const { lines, told } = edit('大朗', merge);
    expect(lines).toEqual([]);
    expect(told).toEqual([expect.stringMatching(/^P004 .*居家养老服务完成率补助资金发放准确率”：这一格跨了几项/)]);
  });

  test('of which one was split downwards beside others that were not add no row', () => {
    const split = (xml: string) => {
      const { start, end } = rowOf(xml, '居家养老服务完成率');
      const [head = '', ...cells] = xml.slice(start, end).split('<w:tcPr>');
      const row = (word: string, own: (cell: string, i: number) => string) =>
        [
          head,
          ...cells.map((cell, i) =>
            (i < 3 ? cell : own(cell, i)).replace(/^/, i > 3 ? `<w:vMerge w:val="${word}"/>` : ''),
          ),
        ].join('<w:tcPr>');
      const emptied = (cell: string) => cell.replace(/<w:t [^>]*>[^<]*<\/w:t>/g, '');
      const lower = row('continue', emptied).replaceAll('<w:vMerge w:val="restart"/>', '<w:vMerge/>');
      return xml.slice(0, start) + row('restart', (cell) => cell) + lower + xml.slice(end);
    };
    const { lines, told } = edit('大朗', split);
    expect(lines).toEqual([]);
    expect(told).toEqual([expect.stringMatching(/^P004 .*这一格跨了几项/)]);
  });
});

describe('what cannot be read', () => {
  const struck = '<w:r><w:rPr><w:strike/></w:rPr><w:t>≥320人</w:t></w:r>';
  const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>';
  const numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';

  test('is told at its place, and its cell is left as it is', () => {
    const { told, lines, places } = edit('大朗', put(run('≥320人'), struck + run('≥330人')));
    expect(told).toEqual(['P013 第 1 张表第 26 行第 5 格“≥320人≥330人”：这里有加了删除线的字，没有写回']);
    expect(places).toEqual(['≥320人']);
    expect(lines).toEqual([]);
    for (const [from, to, words] of [
      ['产出指标', symbol + run('产出指标'), '认不出的符号'],
      ['数量指标', numbered + run('数量指标'), '自动编号'],
      ['社工及后勤人数', numbered + run('社工人数'), '自动编号'],
      ['8,400,000.00', run('8,500,000.00') + symbol, '认不出的符号'],
      ['财政供养人员数', run('财政供养人员数') + symbol, '认不出的符号'],
      ['大朗镇部门整体预算绩效目标表', symbol + run('大朗镇部门整体预算绩效目标表'), '认不出的符号'],
    ] as const) {
      const one = edit('大朗', put(run(from), to));
      expect({ gone: one.gone, lines: one.lines }).toEqual({ gone: [], lines: [] });
      expect(one.told).toEqual([expect.stringMatching(new RegExp(`^P013 .*：这里有${words}，没有写回$`))]);
    }
  });

  test('stops nothing where it is hidden, or a character after all', () => {
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>';
    expect(edit('大朗', put(run('≥320人'), run('≥320人') + hidden))).toMatchObject(unchanged);
    const plain = '<w:r><w:sym w:font="SimSun" w:char="2248"/></w:r>';
    expect(edit('大朗', put(run('≥320人'), plain + run('320人')))).toMatchObject({
      told: [],
      lines: [expect.stringContaining('≈320人')],
    });
  });

  test('is told once for a cell with a list, of which nothing goes', () => {
    const { told, gone } = edit('渚源', (xml) =>
      xml.replace(/(年度整体绩效目标(?:(?!<w:p>).)*)((?:<w:p>(?:(?!<w:p>).)*?<\/w:p>)+)/s, (_, label, all: string) => {
        const [first = ''] = /<w:p>.*?<\/w:p>/s.exec(all) ?? [];
        return label + first.replace('<w:p>', `<w:p>${numbered}`);
      }),
    );
    expect(told).toEqual([expect.stringMatching(/^P013 .*自动编号/)]);
    expect(gone).toEqual([]);
  });
});

describe('what a form says itself', () => {
  test('is told and left as it is', () => {
    const { lines, told } = edit('大朗', put('财政供养人员数', '在编人员数'));
    expect(lines).toEqual([]);
    expect(told).toEqual([
      'P001 第 1 张表第 2 行第 2 格“在编人员数”：这里是表上固定的字，原来是“财政供养人员数”，没有照改',
    ]);
  });

  test('may be spaced and broken as people like', () => {
    expect(edit('大朗', put('部门名称', '部 门</w:t><w:br/><w:t>名　称'))).toMatchObject(unchanged);
  });

  test('numbers what it lists by itself', () => {
    expect(edit('渚源', put('指标3:', '指标9：'.replace('：', ':')))).toMatchObject(unchanged);
    expect(edit('渚源', put('目标2: ', '目标5:'))).toMatchObject(unchanged);
  });
});

describe('sums', () => {
  test('may follow or stay when their terms change, and are told when they are changed', () => {
    const terms = (xml: string) => put('20.38', '30.38')(put('20.38', '30.38')(xml));
    expect(edit('福田', terms)).toMatchObject({ told: [] });
    expect(edit('福田', (xml) => put('3980.52', '3990.52')(put('3980.52', '3990.52')(terms(xml))))).toMatchObject({
      told: [],
    });
    const { lines, told } = edit('福田', put('3980.52', '4000'));
    expect(lines).toEqual([]);
    expect(told).toEqual([
      expect.stringContaining('P002 第 1 张表第 14 行第 3 格“4000”：这是程序算出来的，现在是“3980.52”'),
    ]);
  });
});

describe('values that are printed twice', () => {
  test('must agree', () => {
    expect(edit('项目支出', (xml) => xml.replaceAll('云澜区供水管理中心', '云澜区供水中心'))).toMatchObject({
      lines: ['实施单位: 云澜区供水中心'],
      told: [],
    });
    const { lines, told } = edit('项目支出', put('云澜区供水管理中心', '云澜区供水中心'));
    expect(lines).toEqual([]);
    expect(told).toEqual([expect.stringMatching(/^P005 表外第 3 段“云澜区供水中心|^P005 表外第 3 段/)]);
  });
});

describe('rows', () => {
  test('put in between are new, in the manner of those around', () => {
    const { lines, told } = edit('大朗', (xml) => {
      const { start, end } = rowOf(xml, '居家养老服务完成率');
      const fresh = xml.slice(start, end).replace('居家养老服务完成率', '新增的率').replaceAll('≥90%', '≥80%');
      return xml.slice(0, end) + fresh + xml.slice(end);
    });
    expect(told).toEqual([]);
    expect(lines).toEqual(['- { 三级指标: 新增的率, 实施周期指标值: ≥80%, 年度指标值: ≥80% }']);
  });

  test('with other cells than any of the form are told', () => {
    const { lines, told } = edit('大朗', (xml) => {
      const { end } = rowOf(xml, '居家养老服务完成率');
      return `${xml.slice(0, end)}<w:tr><w:tc>${`<w:p>${run('备注')}</w:p>`}</w:tc></w:tr>${xml.slice(end)}`;
    });
    expect(lines).toEqual([]);
    expect(told).toEqual([expect.stringContaining('P004 第 1 张表第')]);
  });

  test('under a name that the form does not have are told where the name stood', () => {
    const { lines, told, places } = edit('大朗', put('时效指标', '快慢指标'));
    expect(lines).toEqual([]);
    expect(told).toEqual([
      'P007 第 1 张表第 36 行第 3 格“快慢指标”：这里没有这个名目（可以写：数量指标、质量指标、时效指标、成本指标），原来是“时效指标”',
    ]);
    expect(places).toEqual(['时效指标']);
  });

  test('whose name was cleared are told where the name stood', () => {
    const cleared = edit('大朗', put(run('质量指标'), ''));
    expect(cleared.told).toEqual([
      'P007 第 1 张表第 32 行第 3 格（空）：这里要有名目（可以写：数量指标、质量指标、时效指标、成本指标），原来是“质量指标”',
    ]);
    expect(cleared.places).toEqual(['质量指标']);
    const top = edit('福田', put(run('效益指标'), ''));
    expect(top.told).toEqual([expect.stringMatching(/^P007 .*（空）：这里没有这个名目.*，原来是“效益指标”$/)]);
    expect(top.places).toEqual(['效益指标']);
  });

  test('are never gone where something of their list or tree is not understood', () => {
    const withRow = (name: string, change: (row: string) => string) => (xml: string) => {
      const { start, end } = rowOf(xml, name);
      return xml.slice(0, start) + change(xml.slice(start, end)) + xml.slice(end);
    };
    const joined = (row: string) => row.replace(/<\/w:p><\/w:tc><w:tc><w:tcPr><\/w:tcPr><w:p>(?!.*<w:tc>)/s, '');
    for (const [form, change] of [
      ['大朗', put(run('效益指标'), run('产出指标'))],
      ['大朗', put(run('其他需完成的任务(可选项)'), '')],
      ['大朗', withRow('失能评估费', () => '<w:tr><w:tc><w:p/></w:tc></w:tr>')],
      ['大朗', withRow('居家养老服务完成率', joined)],
    ] as const) {
      const { gone, lines, told, isChanged } = edit(form, change);
      expect(isChanged).toBe(true);
      expect(told).not.toEqual([]);
      expect({ gone, lines }).toEqual({ gone: [], lines: [] });
    }
  });

  test('of something new are told where they have no name, and none is wished for', () => {
    const { told, gone, lines } = edit('渚源', (xml) => {
      const { start, end } = rowOf(xml, '>城市低保<');
      const below = xml
        .slice(end)
        .replace(/<w:tr>.*?<\/w:tr>/s, (row) => row.replaceAll('<w:vMerge/>', '<w:vMerge w:val="restart"/>'));
      return xml.slice(0, start) + below;
    });
    expect({ gone, lines }).toEqual({ gone: [], lines: [] });
    expect(told).toContain(
      'P007 第 1 张表第 6 行第 3 格（空）：这里没有这个名目（可以写：产出指标、效益指标、满意度指标、服务对象满意度指标）',
    );
  });

  test('of such a list still change their values where their names tell them apart', () => {
    const { gone, lines, told } = edit('大朗', (xml) =>
      put(run('效益指标'), run('产出指标'))(put(run('约30个'), run('约31个'))(xml)),
    );
    expect(told.every((one) => one.startsWith('P007'))).toBe(true);
    expect(lines).toEqual([expect.stringContaining('指标值: 约31个')]);
    expect(gone).toHaveLength(1);
  });

  test('of a table that was cut in two are one table', () => {
    expect(
      edit('福田', (xml) => xml.replace(/<w:tr>(?=(?:(?!<w:tr>).)*年度总体目标)/, '</w:tbl><w:p/><w:tbl><w:tr>')),
    ).toMatchObject({ ...unchanged, isChanged: true });
  });
});

describe('a part that may be left out', () => {
  const text = readFileSync(records.大朗 as string, 'utf8');
  const start = text.indexOf('其他需完成的任务:');
  const without = text.slice(0, start) + text.slice(text.indexOf('\n绩效指标:') + 1);
  const bodies = [text, without].map((one) => bodyOf(opened(records.大朗 as string, one).form)) as [string, string];

  test('goes with its key when all its rows are gone', () => {
    const { told, gone, lines } = edit('大朗', () => bodies[1], text);
    expect(told).toEqual([]);
    expect(lines).toEqual([]);
    expect(gone[0]).toBe('其他需完成的任务:');
    expect(gone).toHaveLength(without === text ? -1 : text.split('\n').length - without.split('\n').length);
  });

  test('comes with its key where the form has it', () => {
    const { told, gone, lines } = edit('大朗', () => bodies[0], without);
    expect(told).toEqual([]);
    expect(gone).toEqual([]);
    expect(lines[0]).toBe('其他需完成的任务:');
    expect(lines).toHaveLength(text.split('\n').length - without.split('\n').length);
  });
});

describe('paragraphs of a list in a cell', () => {
  test('are items by their numbers', () => {
    const more = put('</w:t></w:r></w:p></w:tc></w:tr>', '</w:t></w:r></w:p></w:tc></w:tr>');
    expect(edit('渚源', more)).toMatchObject(unchanged);
    const { lines, told } = edit('渚源', put('目标3: ', `目标3: 先看一看。</w:t></w:r></w:p><w:p><w:r><w:t>目标4: `));
    expect(told).toEqual([]);
    expect(lines).toEqual(['- 先看一看。']);
  });
});

describe('another document', () => {
  test('is refused', () => {
    const body = bodyOf(opened(records.福田 as string, readFileSync(records.福田 as string, 'utf8')).form);
    expect(edit('大朗', () => body).told).toEqual([expect.stringContaining('P011')]);
    expect(edit('大朗', () => '<w:p/>').told).toEqual([expect.stringContaining('P011')]);
  });
});
