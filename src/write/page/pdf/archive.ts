import type { Meta } from '../../../base/index.ts';
import type { Container } from './container.ts';
import { greyProfile } from './grey-profile.ts';
import { type ArchiveKind, metadataPacket } from './metadata.ts';

const GREY = greyProfile();
const INTENT = 'Grey gamma 2.2';

/** What a file for the archive says of itself: its metadata, and what its greys mean (ISO 19005-2, 6.2.3 and 6.6). */
export function declareArchive(container: Container, meta: Meta, kind: ArchiveKind): void {
  const packet = new TextEncoder().encode(metadataPacket(meta, kind));
  const profile = container.stream('/N 1', GREY);
  const intent = container.object(
    `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(${INTENT})/Info(${INTENT})/DestOutputProfile ${profile}>>`,
  );
  container.declareAll({
    Metadata: container.stream('/Type/Metadata/Subtype/XML', packet),
    OutputIntents: [intent],
    MarkInfo: { Marked: true },
  });
}
