import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useFormat } from '../../ui/format/use-format.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { fieldWords } from './cell-words.js';
import { fileWords } from './file-words.js';
import type { FileProblem } from './upload-roster.js';

/** Why a whole file was refused, and how to make it readable. */
export function FileRefused({ problem }: { readonly problem: FileProblem }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const { why, now } = fileWords(problem);
  const missing = problem.fields.flatMap((field) => {
    const words = fieldWords(field);
    return words ? [i18n._(words)] : [];
  });
  return (
    <RefusalPanel
      what={<Trans>这个文件没有上传成功</Trans>}
      why={
        <>
          {i18n._(why)}
          {missing.length > 0 ? (
            <>
              {' '}
              <Plural value={missing.length} other="缺 # 列：" />
              {format.list(missing)}
            </>
          ) : null}
        </>
      }
      now={i18n._(now)}
      ask={<Trans>机构的技术同事，或者您的督导者。</Trans>}
    />
  );
}
