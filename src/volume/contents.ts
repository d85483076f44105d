import { words } from '../blueprint/index.ts';
import type { Content } from '../record/index.ts';
import { titlesOf } from './titles.ts';
import type { LeftOut, Member } from './types.ts';

const w = words.contents;

/** What a volume holds, as its contents tell it. */
export type Listing = {
  readonly title: string;
  /** The first page of the summary; empty where it does not stand in the volume. */
  readonly summary: string;
  /** The forms, each with its first page, or with what else tells where it is. */
  readonly entries: readonly { readonly member: Member; readonly page: string; readonly file: string }[];
  readonly leftOut: readonly LeftOut[];
};

/** What the form of the contents is filled with. */
export function contentsContent(listing: Listing): { readonly [name: string]: Content } {
  const titles = titlesOf(listing.entries.map(({ member }) => member));
  return {
    [w.title]: listing.title,
    [w.summary]: listing.summary,
    [w.entries]: listing.entries.map(({ member, page, file }, i) => ({
      [w.name]: member.name,
      [w.form]: titles[i] ?? '',
      [w.page]: page,
      [w.file]: file,
    })),
    [w.left]: listing.leftOut.map(({ file, reason }) => ({ [w.file]: file, [w.reason]: reason })),
  };
}
