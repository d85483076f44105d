// `npm run conformance [-- options file.pdf …]`: bundles conformance.ts as the gallery is bundled, and runs it.
import { join } from 'node:path';

process.argv.splice(2, 0, join(import.meta.dirname, 'conformance.ts'));
await import('../../docs/gallery/run.mjs');
