export type { RecordYear } from './editions.ts';
export { hasName } from './has-name.ts';
export type { Commons } from './load.ts';
export { isConvertible, moneyPowers, yuanPower } from './money.ts';
export { adviseWord, nearestWord } from './nearest.ts';
export { pagesOf } from './settings.ts';
export { openShelf, type Shelf, type ShelvedEdition } from './shelf.ts';
export type * from './types.ts';
export { words } from './vocabulary.ts';
