import type { Role, Span } from '../../base/index.ts';
import { words } from '../../blueprint/index.ts';
import type { Owner } from '../../layout/index.ts';
import type { MeasuredDocument } from '../../measure/index.ts';
import type { SetDocument } from '../../pipeline.ts';

/** The first place a character stands at: the page, counted from 1, and what it was printed from. */
export type FirstPlace = { readonly character: string; readonly page: number; readonly from: Span };

/** What a font file gave to a role: each different character with its first place, in reading order. */
export type FileUsed = { readonly file: string; readonly characters: readonly FirstPlace[] };

/** A face of a role, which is another one where the form says so of a heading or a line, and the files its characters came from, the one that gave most of them first. */
export type FaceUsed = { readonly role: Role; readonly face: string; readonly files: readonly FileUsed[] };

const roles = Object.keys(words.type) as readonly Role[];

/** Which faces and files the pages of a document were set with; roles that print nothing are left out. */
export function facesUsed({ measured, paged }: SetDocument): readonly FaceUsed[] {
  const useOf = useFinder(measured);
  const found = new Map(roles.map((role) => [role, new Map<string, Map<string, Map<string, FirstPlace>>>()] as const));
  paged.pages.forEach(({ texts }, i) => {
    for (const { owner, line } of texts) {
      const { role, face: name } = useOf(owner);
      const files = found.get(role)?.get(name) ?? new Map<string, Map<string, FirstPlace>>();
      found.get(role)?.set(name, files);
      for (const { text, face, origin } of line.fragments) {
        const characters = files.get(face.key) ?? new Map<string, FirstPlace>();
        files.set(face.key, characters);
        for (const character of text) {
          if (!characters.has(character)) characters.set(character, { character, page: i + 1, from: origin.span });
        }
      }
    }
  });
  return [...found].flatMap(([role, faces]) =>
    [...faces].map(([face, files]) => ({ role, face, files: byCount(files) })),
  );
}

const byCount = (files: ReadonlyMap<string, ReadonlyMap<string, FirstPlace>>): readonly FileUsed[] =>
  [...files]
    .map(([file, characters]) => ({ file, characters: [...characters.values()] }))
    .sort((a, b) => b.characters.length - a.characters.length);

type Use = Pick<FaceUsed, 'role' | 'face'>;

function useFinder({ sections, styles }: MeasuredDocument): (owner: Owner) => Use {
  const blocks = sections.flatMap((section) => section.blocks);
  const usual = (role: Role): Use => ({ role, face: styles[role].face });
  return (owner) => {
    if (owner.kind === 'folio') return usual('folio');
    const block = blocks[owner.block];
    if (block?.kind === 'heading') return { role: block.role, face: block.style.face };
    if (block?.kind === 'lines') return { role: 'line', face: block.style.face };
    const cell = owner.kind === 'cell' ? block?.grid.cells[owner.cell] : undefined;
    return usual(cell?.role ?? 'line');
  };
}
