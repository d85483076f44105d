export { isFlow } from './anchors.ts';
export { formatSource } from './format.ts';
export { lineStartOf } from './lines.ts';
export { ROW_WIDTH } from './print.ts';
export { blockText, isPlain, scalarText } from './scalar.ts';
export { columnsOf } from './width.ts';
