import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { FormFault, Form } from '../../ui/form/Form.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useFormat } from '../../ui/format/use-format.js';
import type { RosterKind } from '../../gql/graphql.js';
import { fieldWords } from './cell-words.js';
import { FileDrop } from './FileDrop.js';
import { fileWords } from './file-words.js';
import { KIND_WORDS } from './import-words.js';
import { uploadRoster, type FileProblem } from './upload-roster.js';
import styles from './import.module.css';

const KINDS: readonly RosterKind[] = ['VOLUNTEERS', 'CHILDREN'];

/** Which roster, which file; nothing is imported yet. */
export function UploadForm() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [kind, setKind] = useState<RosterKind>('VOLUNTEERS');
  const [file, setFile] = useState<File>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [sheets, setSheets] = useState<readonly string[]>([]);
  const [sheet, setSheet] = useState<string>();

  const choose = (next: File | undefined): void => {
    setFile(next);
    setProblem(null);
    setSheets([]);
    setSheet(undefined);
  };
  const send = async (): Promise<void> => {
    if (!file) {
      setProblem(<Trans>请先选一个文件。</Trans>);
      return;
    }
    setBusy(true);
    setProblem(null);
    const upload = await uploadRoster({ kind, name: file.name, body: file, sheet }, (path, init) => fetch(path, init));
    setBusy(false);
    if (upload.kind === 'STAGED') await navigate(`/agency/imports/${encodeURIComponent(upload.batchId)}`);
    else if (upload.kind === 'REFUSED') {
      setProblem(<FileRefused problem={upload.problem} />);
      setSheets(upload.problem.sheets);
      setSheet(upload.problem.sheets[0]);
    } else setProblem(<FormFault />);
  };

  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      submitLabel={<Trans>上传并检查</Trans>}
      busy={busy}
      problem={problem}
      aside={
        <span className={styles['quiet']}>
          <Trans>只是检查，还不会导入。</Trans>
        </span>
      }
    >
      <fieldset className={styles['kinds']}>
        <legend>
          <Trans>是什么名单</Trans>
        </legend>
        {KINDS.map((value) => (
          <Radio
            key={value}
            name="kind"
            value={value}
            checked={value === kind}
            onChange={() => setKind(value)}
            label={i18n._(KIND_WORDS[value])}
          />
        ))}
      </fieldset>
      <FileDrop
        label={t`选一个 XLSX 或 CSV 文件，或者拖到这里`}
        hint={<Trans>CSV 用 UTF-8 或 GBK 编码都可以；最多一万行、5 MB。</Trans>}
        file={file}
        choose={choose}
      />
      {sheets.length > 0 ? (
        <fieldset className={styles['kinds']}>
          <legend>
            <Trans>用哪一张工作表</Trans>
          </legend>
          {sheets.map((name) => (
            <Radio
              key={name}
              name="sheet"
              value={name}
              checked={name === sheet}
              onChange={() => setSheet(name)}
              label={name}
            />
          ))}
        </fieldset>
      ) : null}
    </Form>
  );
}

function FileRefused({ problem }: { readonly problem: FileProblem }) {
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
