import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BreakLevel, pt } from '../../../src/base/index.ts';
import { fillLines, forcedBreaks, makeBreakable, makeLines, shape } from '../../../src/text/index.ts';
import { fakeFonts, fakeStyles } from '../../support/fake-fonts.ts';
import { lineText } from '../../support/set-form.ts';
import { placed } from '../../support/specs.ts';

const breakable = (text: string, level: BreakLevel = 'gb') =>
  makeBreakable(shape([{ text, origin: { kind: 'template', span: placed(0) } }], fakeStyles.cell, fakeFonts), level);

/** A text cut at every place where a line may be broken: freely |, reluctantly ¦, as a last resort :. */
function stretches(text: string, level: BreakLevel = 'gb'): string {
  const { places } = breakable(text, level);
  return Array.from(text, (character, i) => ['', '|', '¦', '⋮'][places[i] ?? 0] + character).join('');
}

/** The lines of a text in a measure of so many Han, none squeezed. */
const linesOf = (text: string, measure: number, elastic = false): string[] => {
  const paragraph = breakable(text);
  const how = { width: pt(measure * 10), indent: pt(0) };
  return makeLines(paragraph, fillLines(paragraph, { ...how, elastic }), { ...how, justify: false }).map(lineText);
};

describe('a line may be broken', () => {
  test.each([
    ['between any two Han', '部门预算', '部|门|预|算'],
    ['also where they would be numbers and units behind digits', '千家万户', '千|家|万|户'],
    ['between Han and a number or a word', '共43余PDF版', '共|43|余|PDF|版'],
    ['behind a closing mark and before an opening one', '甲，乙（丙）丁', '甲，|乙|（丙）|丁'],
    ['behind a blank', 'one two', 'one |two'],
    ['between a dash and Han', '甲——乙', '甲|——|乙'],
    ['behind a connector mark between two texts', '上—下，东–西', '上—|下，|东–|西'],
    ['behind a hyphen between two numbers with the same text behind them', '1号线-3号线', '1¦号|线-|3¦号|线'],
    ['and before a sign where it is another text', '由3变-3.5，共9处理-2个', '由|3|变|-3.5，|共|9¦处|理|-2¦个'],
    ['behind a hyphen between two texts or dates, not before it', '京-沪，1月-12月', '京-|沪，|1¦月-|12¦月'],
    ['also where they are in brackets or quotes', '（一期）-道路，“一老”-（三）', '（一|期）-|道|路，|“一|老”-|（三）'],
    ['of whatever shape the brackets are', '〘一期〙-｛二期｝', '〘一|期〙-|｛二|期｝'],
    ['and between working days', '3个工作日-5个工作日', '3¦个¦工¦作¦日-|5¦个¦工¦作¦日'],
    ['but not before a negative number', '（万元）-3.5', '（万|元）|-3.5'],
    ['behind a hyphen between two blanks, not before it (GB/T 15834-2011)', '甲 - 乙，约 -3', '甲 - |乙，|约 |-3'],
    ['behind the number of a point in a list', '1.总目标', '1.|总|目|标'],
    ['between a Western word and a bracket around Han', 'A(甲)B', 'A|(甲)|B'],
    ['behind one of full width', '5日－8日，10万元－20万元', '5¦日－|8¦日，|10¦万¦元－|20¦万¦元'],
  ])('%s', (_, text, expected) => {
    expect(stretches(text)).toBe(expected);
  });
});

describe('a line is not broken', () => {
  test.each([
    ['before a closing mark, not even a second one', '甲）。》乙', '甲）。》|乙'],
    ['behind an opening mark, not even behind blanks', '《“甲”》（ 乙', '《“甲”》|（ 乙'],
    ['inside a number', '8,400,000.00', '8,400,000.00'],
    ['inside a range of numbers', '达80%-90%或10万-20万', '达|80%-90%|或|10¦万-20¦万'],
    ['before an index or a unit in one square', '面120m²，1200㎥，H₂O，20°C', '面|120m²，|1200㎥，|H₂O，|20°C'],
    ['inside a number of full-width digits', '第１２３号', '第|１２３¦号'],
    ['between a number and its sign', '≥90%约-3.5℃￥12', '≥90%|约|-3.5℃|￥12'],
    ['inside a number with an interpunct', '“6·18”和12·4日，阿·张', '“6·18”|和|12·4¦日，|阿·|张'],
    ['inside a range with a hyphen of full width', '2023－2024年为－3', '2023－2024¦年|为|－3'],
    ['before an interpunct or a wave', '张·三、上～下', '张·|三、|上～|下'],
    ['inside a Western word', 'PDF file', 'PDF |file'],
    ['inside a dash or an ellipsis', '——……', '——|……'],
    ['at a no-break space', '甲\u00a0乙', '甲\u00a0乙'],
    ['before a blank', '甲 乙', '甲 |乙'],
    ['inside straight quotes at their marks', '说"甲乙"和"丙"了', '说|"甲|乙"|和|"丙"|了'],
  ])('%s', (_, text, expected) => {
    expect(stretches(text)).toBe(expected);
  });
});

describe('a word that fits nowhere', () => {
  test.each([
    ['is parted where the line is full', 'abcdefghijkl', ['abcdef', 'ghijkl']],
    ['gives a letter to the mark behind it', 'abcdef，甲', ['abcde', 'f，甲']],
    ['takes an opening mark to the next line', 'abcde“fgh', ['abcde', '“fgh']],
    ['is parted before a digit, not before the point of a number', '123456,789', ['12345', '6,789']],
    ['is parted behind the last comma of its thousands', '3,703,701.00', ['3,703,', '701.00']],
    ['is not parted between its point and what stands behind', '12345.678', ['1234', '5.678']],
    ['is parted behind the last hyphen of a code', '24-118-04-0', ['24-', '118-', '04-0']],
    [
      'is parted behind an earlier hyphen where the last one begins the next line',
      '24-444-018',
      ['24-', '444-', '018'],
    ],
    ['is parted there too where a mark behind it does not fit', '24-018，', ['24-', '018，']],
    ['is parted before its unit, not inside its thousands', '12,345kg', ['12,345', 'kg']],
    ['gives digits to the percent sign behind it, all behind the last comma', '12,345%', ['12,', '345%']],
    ['takes an operator to the next line', '12345×67890', ['12345', '×67890']],
    ['is parted as late as can be where letters stand before its number', 'ab12345678', ['ab1234', '5678']],
    ['gives a letter to the slash behind it', 'abcdef/gh', ['abcde', 'f/gh']],
    ['of nothing but such marks is parted anyhow', '。。。。。。。。', ['。。。。。。', '。。']],
  ])('%s', (_, text, expected) => {
    expect(linesOf(text, 3)).toEqual(expected);
  });
});

describe('an amount or a code that fits nowhere', () => {
  const count = fc.integer({ min: 4, max: 12 });
  /** A text in lines of so many characters, each parted behind the last of its signs, if more stands before that. */
  const partedBehind = (sign: string, text: string, many: number): string[] => {
    if (text.length <= many) return [text];
    const full = text.slice(0, many);
    const line = full.slice(0, full.lastIndexOf(sign) > 0 ? full.lastIndexOf(sign) + 1 : many);
    return [line, ...partedBehind(sign, text.slice(line.length), many)];
  };

  test('is parted at its thousands, as long as one of them is on the line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000 }), count, (amount, many) => {
        const text = amount.toLocaleString('en-US');
        expect(linesOf(text, many / 2)).toEqual(partedBehind(',', text, many));
      }),
    );
  });

  test('is parted behind its hyphens, as long as one of them is on the line', () => {
    const codes = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(codes, count, (parts, many) => {
        const text = parts.join('-');
        expect(linesOf(text, many / 2)).toEqual(partedBehind('-', text, many));
      }),
    );
  });

  test('has its decimal point at neither end of a line', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000 }), fc.integer({ min: 1, max: 99_999 }), count, (whole, part, many) => {
        const text = `${whole.toLocaleString('en-US')}.${part}`;
        for (const line of linesOf(text, many / 2)) expect(line).not.toMatch(/^\.|\.$/);
      }),
    );
  });
});

describe('a line is broken only where nothing else fits', () => {
  test.each([
    ['between a number and its unit', '4128.5万元约30个2024年', '4128.5¦万¦元|约|30¦个|2024¦年'],
    ['behind a number of a list in one square', '优；②良③（略），见①㉑建', '优；|②¦良|③¦（略），|见|①|㉑¦建'],
    ['inside a unit of several characters', '5公里和60周岁', '5¦公¦里|和|60¦周¦岁'],
    ['between a number, a typed blank and its unit', '4128.5 万元5 km', '4128.5 ¦万¦元|5 ¦km'],
    ['between a sign, a typed blank and its number', '占比 ≥ 90%，3 × 4', '占|比 |≥ ¦90%，|3 |× ¦4'],
    ['between a number of ten thousands and its unit', '5万km', '5¦万¦km'],
    ['between letters of a standard and its number', 'GB/T 9704', 'GB/¦T ¦9704'],
    [
      'between a Western word and a bracket around another',
      '45dB(A)或(0755)88，村(居)2',
      '45dB¦(A)|或|(0755)¦88，|村|(居)|2',
    ],
    ['at the joints of an address', 'www.gov.cn e-mail', 'www.⋮gov.⋮cn |e-⋮mail'],
    ['also before and behind its numbers', 'li@163.com', 'li@⋮163.⋮com'],
  ])('%s', (_, text, expected) => {
    expect(stretches(text)).toBe(expected);
  });
});

describe('a slash ends a line', () => {
  test('freely at the level «basic», reluctantly at the GB-style level, and never begins one', () => {
    expect(stretches('小时/月', 'basic')).toBe('小|时/|月');
    expect(stretches('小时/月', 'gb')).toBe('小|时/¦月');
  });
});

describe('filling', () => {
  test('a line takes what fits, and one more half character no more', () => {
    expect(linesOf('一二三四五', 3)).toEqual(['一二三', '四五']);
    expect(linesOf('一二三，四a', 5)).toEqual(['一二三，四', 'a']);
    expect(linesOf('一二三a四', 3.7)).toEqual(['一二三', 'a四']);
    expect(linesOf('一二三a四', 3.75)).toEqual(['一二三a', '四']);
  });

  test('a closing mark that does not fit with half its width takes the character before it along', () => {
    expect(linesOf('一二三，四', 3.4)).toEqual(['一二', '三，四']);
    expect(linesOf('一二三，四', 3.5)).toEqual(['一二三，', '四']);
  });

  test('a line is squeezed to take a stretch where that changes less than leaving it out', () => {
    expect(linesOf('甲，乙，丙丁', 4.8, true)).toEqual(['甲，乙，丙', '丁']);
    expect(linesOf('甲，乙，丙丁', 4.8, false)).toEqual(['甲，乙，', '丙丁']);
    expect(linesOf('甲乙丙丁戊', 4.8, true)).toEqual(['甲乙丙丁', '戊']);
  });

  test('a mark at the end of a line, with blanks behind it, gives nothing more', () => {
    expect(linesOf('甲，乙，丙， 丁', 4.4, true)).toEqual(['甲，乙，', '丙， 丁']);
  });

  test('a number that does not fit goes to the next line whole', () => {
    expect(linesOf('共计8400.00元', 5)).toEqual(['共计', '8400.00元']);
  });

  test('a number leaves its unit where the line has no room for both', () => {
    expect(linesOf('共计8400.00元', 4)).toEqual(['共计', '8400.00', '元']);
  });

  test('a number leaves its unit whole', () => {
    expect(linesOf('1200 kWh', 3.5)).toEqual(['1200 ', 'kWh']);
  });

  test('a text is squeezed into its last line, however little room that leaves to be filled otherwise', () => {
    expect(linesOf('甲，乙，丙丁', 5.5, true)).toEqual(['甲，乙，丙丁']);
    expect(linesOf('甲，乙，丙丁戊己', 5.5, true)).toEqual(['甲，乙，丙', '丁戊己']);
  });

  test('an address wider than the line is broken behind its signs, on the line where it begins', () => {
    expect(linesOf('见www.gov.cn/abc', 5)).toEqual(['见www.', 'gov.cn/abc']);
  });

  test('a stretch wider than the line is broken where the line is full', () => {
    expect(linesOf('甲12345678乙', 3)).toEqual(['甲', '123456', '78乙']);
  });

  test('a measure of less than a character still takes one a line', () => {
    expect(linesOf('甲乙', 0.2)).toEqual(['甲', '乙']);
  });

  test('blanks hang at the end of a line, where they take no room', () => {
    const paragraph = breakable('one two');
    const how = { width: pt(15), indent: pt(0) };
    const [first] = makeLines(paragraph, fillLines(paragraph, { ...how, elastic: false }), { ...how, justify: false });
    expect(first).toMatchObject({ width: pt(15), trailing: ' ' });
  });

  test('blanks at the end of a text of one line were typed to move it and stay, as long as they have room', () => {
    const endOf = (text: string, width: number) => {
      const paragraph = breakable(text);
      const how = { width: pt(width), indent: pt(0) };
      const line = makeLines(paragraph, fillLines(paragraph, { ...how, elastic: false }), {
        ...how,
        justify: false,
      }).at(-1);
      return [line?.width, line?.trailing];
    };
    expect(endOf('甲  ', 20)).toEqual([pt(20), '']);
    expect(endOf('甲  ', 19)).toEqual([pt(10), '  ']);
    expect(endOf('甲乙丙  ', 20)).toEqual([pt(10), '  ']);
  });

  test('lines that begin where none should are known: a warning tells of the word', () => {
    const forcedIn = (text: string, measure: number): readonly number[] => {
      const paragraph = breakable(text);
      const how = { width: pt(measure * 10), indent: pt(0), elastic: false };
      return forcedBreaks(paragraph, fillLines(paragraph, how));
    };
    expect(forcedIn('甲abcdefgh乙丙丁戊', 3)).toEqual([7]);
    expect(forcedIn('www.gov.cn共12元', 3)).toEqual([]);
  });

  test('the first line is shorter by the indent, and its text begins there', () => {
    const paragraph = breakable('一二三四五');
    const how = { width: pt(30), indent: pt(20) };
    const lines = makeLines(paragraph, fillLines(paragraph, { ...how, elastic: true }), { ...how, justify: false });
    expect(lines.map((line) => [lineText(line), line.offset, line.width])).toEqual([
      ['一', pt(20), pt(30)],
      ['二三四', 0, pt(30)],
      ['五', 0, pt(10)],
    ]);
  });

  test('an empty paragraph is one line without characters', () => {
    expect(linesOf('', 2)).toEqual(['']);
  });
});
