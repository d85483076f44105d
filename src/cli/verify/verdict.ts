import type { Diagnostic } from '../../base/index.ts';
import { fileFault } from '../disk/file-fault.ts';

/** What agrees with what. */
export type Agreement = {
  /** The YAML is the one whose digest was noted. */
  readonly source: boolean;
  /** What is printed has the digest that was noted. */
  readonly print: boolean;
  /** What the YAML makes now has the digest that was noted. */
  readonly made: boolean;
  /** What is printed is what the YAML makes now. */
  readonly same: boolean;
};

/** D035: which of the three (print, YAML, digests) stands against the other two; nothing where they agree. */
export function verdict(file: string, { source, print, made, same }: Agreement): Diagnostic | null {
  const tell = (message: string): Diagnostic =>
    fileFault('D035', file, [message, '找生成的人要原来的一份来比；成品要改，就改数据，再生成一次。']);
  if (source && print && made) return null;
  if (!source && same) return tell('数据改过，印的没有变：数据和生成时记下的摘要对不上（可能只改了注释或写法）');
  if (!source && print) return tell('数据改过：印的和生成时记下的摘要对得上，数据和它的摘要对不上');
  if (source && made && !print) return tell('印的内容改过：数据和生成时记下的摘要都对得上，印的对不上');
  if (source && same) return tell('摘要改过：印的和数据对得上，和生成时记下的摘要对不上');
  if (source && print)
    return tell('数据和印的都没有改过，可是现在排出来的不一样：表的模板（或程序）和生成的时候不是同一个');
  return tell('数据、印的内容和摘要，三样互相都对不上：至少有两样改过，或者模板也换过');
}
