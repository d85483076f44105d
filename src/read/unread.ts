/**
 * What people see in a cell or a paragraph and its text does not say, or not as they see it: a symbol without a character,
 * struck-out text, maths, a number that the program counts, the mark of a note, a field, another file laid in, text of which each
 * program shows the variant it knows.
 */
export type Unread = 'symbol' | 'struck' | 'maths' | 'number' | 'note' | 'field' | 'chunk' | 'variants';

/** The same as a message says it. */
export const unreadWords: Readonly<Record<Unread, string>> = {
  symbol: '认不出的符号',
  struck: '加了删除线的字',
  maths: '公式',
  number: '自动编号',
  note: '脚注或尾注',
  field: '域（程序自己算的字，如日期、页码）',
  chunk: '嵌入的另一份文件',
  variants: '几种写法的字（各个程序显示自己认得的一种）',
};
