// `npm run docs`: bundles docs/generate/generate.ts as the gallery is bundled, and runs it.
import { join } from 'node:path';

process.argv[2] = join(import.meta.dirname, 'generate.ts');
await import('../gallery/run.mjs');
