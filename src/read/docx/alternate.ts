import { isKnown } from './namespaces.ts';
import { attribute, type Resolve, type Tag } from './xml.ts';

/** Alternate content that is open: a program shows the first branch it knows (ISO/IEC 29500-3, 7.5). */
export type Alternate = { isChosen: boolean; isNoted: boolean };

/** Whether a branch, `mc:Choice` or `mc:Fallback`, is the one that is shown. */
export function takesBranch(alternate: Alternate | undefined, name: string, required: readonly string[]): boolean {
  if (alternate === undefined || alternate.isChosen) return false;
  alternate.isChosen = name === 'mc:Fallback' || required.every(isKnown);
  return alternate.isChosen;
}

/** The vocabularies that a branch requires; a prefix that stands for none is not known. */
export const requiredBy = (tag: Tag, resolve: Resolve): readonly string[] =>
  (attribute(tag, 'Requires') ?? '')
    .split(/\s+/)
    .filter((prefix) => prefix !== '')
    .map((prefix) => resolve(prefix) ?? '');
