import { plainDecimal } from '../../../src/record/decimal.ts';
import { parseTarget } from '../../../src/record/target/parse.ts';
import type { Moment, Quantity, Reading } from '../../../src/record/target/types.ts';

const ten: Readonly<Record<number, string>> = { 0: '', 2: '百', 3: '千', 4: '万', 6: '百万', 8: '亿', 12: '万亿' };

function quantity({ number, percent, multiple, unit }: Quantity): string {
  return `${plainDecimal(number)}${percent ? '%' : ''}${ten[multiple] ?? `e${multiple}`}${unit}`;
}

const moment = ({ year, month, day }: Moment): string => [year, month, day].map((part) => part ?? '').join('-');

/** A reading in one line, in signs of its own: the operator first, then what it goes with. */
export function print(reading: Reading): string {
  switch (reading.kind) {
    case 'quantity':
      return `${reading.operator ?? ''} ${quantity(reading.quantity)}`.trim();
    case 'range':
      return `${quantity(reading.from)}..${quantity(reading.to)}`;
    case 'breakdown': {
      const parts = reading.parts.map(({ name, quantity: one }) => `${name} ${quantity(one)}`).join(' + ');
      return `${reading.operator ?? ''} ${quantity(reading.quantity)} ${reading.whole ? '=' : '∋'} ${parts}`.trim();
    }
    case 'list':
      return reading.parts.map(({ name, quantity: one }) => `${name} ${quantity(one)}`).join(' + ');
    case 'date':
      return `@${moment(reading.from)}${reading.to === null ? '' : `..${moment(reading.to)}`}`;
    case 'formula':
      return `${reading.name} := ${reading.expression}`;
    case 'word':
      return `“${reading.word}”${reading.operator ?? ''}`;
    default:
      return reading.kind;
  }
}

/** What a target is read as, in one line. */
export const read = (text: string): string => print(parseTarget(text).reading);
