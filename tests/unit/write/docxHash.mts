import { createHash } from 'node:crypto';
import { writeDocx } from '../../../src/write/flow/docx/index.ts';
import { faces, heading, measured } from './docxFixture.ts';

// Run as a process of its own, in a time zone of its own.
const bytes = await writeDocx(measured([heading('title', '绩效目标表')]), faces);
process.stdout.write(createHash('sha256').update(bytes).digest('hex'));
