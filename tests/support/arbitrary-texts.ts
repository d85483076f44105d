import fc from 'fast-check';

const han = '部门预算整体绩效目标年度指标产出数量质量时效成本效益社会生态可持续影响满意财政拨款一二三';
const words = ['A', 'PDF', 'GB/T', 'e-mail', 'Word', 'X-1', '3.0版', 'www.gov.cn'];
const numbers = [
  '0',
  '43',
  '8,400,000.00',
  '86.275万元',
  '4128.5',
  '≥90%',
  '100%',
  '约30个',
  '2024年12月',
  '-3.5℃',
  '￥12',
  '3/4',
];
const marks = [
  '，',
  '。',
  '、',
  '；',
  '：',
  '（',
  '）',
  '《',
  '》',
  '“',
  '”',
  '——',
  '……',
  '(',
  ')',
  ',',
  '.',
  ' ',
  '"',
  '％',
];

const hanWord = fc.string({ unit: fc.constantFrom(...han), minLength: 1, maxLength: 6 });

/** One piece of a sentence. */
const piece = fc.oneof(
  { arbitrary: hanWord, weight: 5 },
  { arbitrary: fc.constantFrom(...numbers), weight: 2 },
  { arbitrary: fc.constantFrom(...words), weight: 1 },
  { arbitrary: fc.constantFrom(...marks), weight: 3 },
);

/** A sentence of Han, numbers, Western words and punctuation, in any order. */
export const sentence = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));

/** 50 to 400 characters; its sentences are numbered, so that no two lines are alike. */
const longText = fc.tuple(sentence, fc.integer({ min: 50, max: 400 })).map(([one, length]) => {
  let text = '';
  for (let i = 1; text.length < length; i += 1) text += `${i}、${one}；`;
  return text.slice(0, length);
});

/** The paragraphs of a cell. */
export const cellText: fc.Arbitrary<readonly string[]> = fc.oneof(
  { arbitrary: fc.constant(['']), weight: 1 },
  { arbitrary: hanWord.map((text) => [text]), weight: 5 },
  { arbitrary: fc.constantFrom(...numbers).map((text) => [text]), weight: 3 },
  { arbitrary: sentence.map((text) => [text]), weight: 3 },
  { arbitrary: fc.array(sentence, { minLength: 2, maxLength: 4 }), weight: 1 },
  { arbitrary: longText.map((text) => [text]), weight: 1 },
  { arbitrary: fc.array(longText, { minLength: 2, maxLength: 3 }), weight: 1 },
);

/** The text of a label: short as a rule. */
export const labelText: fc.Arbitrary<readonly string[]> = fc.oneof(
  { arbitrary: hanWord.map((text) => [text]), weight: 8 },
  { arbitrary: fc.constantFrom('预算金额(万元)', '2024年度', '指标1', 'A/B').map((text) => [text]), weight: 2 },
  { arbitrary: sentence.map((text) => [text]), weight: 1 },
);
