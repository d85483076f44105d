import { andThen, type Outcome, succeed } from '../base/index.ts';
import type { PagedDocument } from '../layout/index.ts';
import type { MeasuredDocument } from '../measure/index.ts';
import { appendixOf, sampleChanges } from './appendix.ts';
import { markPages } from './mark-pages.ts';
import { marksOf } from './marks.ts';
import type { FilledRecord, RecordChanges } from './types.ts';

/** The new form of a compared record, and what changed in it. */
export type Revision = { readonly filled: FilledRecord; readonly changes: RecordChanges };

/** A form after all decisions. */
type SetForm = { readonly measured: MeasuredDocument; readonly paged: PagedDocument };

/**
 * The new form as it is always set, with marks under what changed, and behind it pages with a legend, the changes and
 * what is gone. `set` sets a form in the styles of its record. All is black and grey.
 */
export function markDocument(
  { filled, changes }: Revision,
  set: (filled: Pick<FilledRecord, 'record' | 'form'>) => Outcome<SetForm>,
): Outcome<PagedDocument> {
  const { record } = filled;
  // The pages behind the form are as many as they need.
  const free = { ...record, layout: { ...record.layout, fit: null }, blueprint: { ...record.blueprint, fit: null } };
  return andThen(set(filled), ({ measured, paged }) =>
    andThen(set({ record: free, form: appendixOf(filled, changes) }), (appendix) =>
      succeed({
        ...paged,
        pages: [
          ...markPages(paged.pages, measured, marksOf(changes.changes)),
          ...markPages(appendix.paged.pages, appendix.measured, marksOf(sampleChanges)),
        ],
      }),
    ),
  );
}
