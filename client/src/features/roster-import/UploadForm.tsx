import { Trans, useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import type { Permission } from '@tongxing/shared/permissions';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { FormFault, Form } from '../../ui/form/Form.js';
import type { RosterKind } from '../../gql/graphql.js';
import { useMay } from '../../app/session/session-context.js';
import { ColumnsMap } from './ColumnsMap.js';
import { FileDrop } from './FileDrop.js';
import { FileRefused } from './FileRefused.js';
import { KIND_WORDS } from './import-words.js';
import { uploadRoster } from './upload-roster.js';
import { usePreview } from './use-preview.js';
import styles from './import.module.css';

const KINDS: readonly RosterKind[] = ['VOLUNTEERS', 'CHILDREN', 'STAFF', 'ACTIVITIES', 'TEAMS'];
/** Beside the permission to import at all. */
const ALSO: Readonly<Partial<Record<RosterKind, Permission>>> = {
  STAFF: 'staff.change',
  ACTIVITIES: 'activity.plan',
  TEAMS: 'team.change',
};

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
  const may = useMay();
  const mayBring = (also: Permission | undefined): boolean => also === undefined || may(also);
  const preview = usePreview();

  /** Looks at the columns as soon as there is a file; what is wrong with the whole file is said at once. */
  const look = async (as: RosterKind, from: File, on?: string): Promise<void> => {
    const wrong = await preview.look({ kind: as, name: from.name, body: from, sheet: on });
    if (!wrong) return;
    setSheets(wrong.sheets);
    if (wrong.sheets.length === 0) setProblem(<FileRefused problem={wrong} />);
  };
  const choose = (next: File | undefined): void => {
    setFile(next);
    setProblem(null);
    setSheets([]);
    setSheet(undefined);
    preview.forget();
    if (next) void look(kind, next);
  };
  const chooseKind = (next: RosterKind): void => {
    setKind(next);
    setProblem(null);
    if (file) void look(next, file, sheet);
  };
  const chooseSheet = (next: string): void => {
    setSheet(next);
    setProblem(null);
    if (file) void look(kind, file, next);
  };
  const send = async (): Promise<void> => {
    if (!file) {
      setProblem(<Trans>请先选一个文件。</Trans>);
      return;
    }
    setBusy(true);
    setProblem(null);
    const upload = await uploadRoster(
      { kind, name: file.name, body: file, sheet, columns: preview.changed ? preview.fields : undefined },
      (path, init) => fetch(path, init),
    );
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
        {KINDS.filter((value) => mayBring(ALSO[value])).map((value) => (
          <Radio
            key={value}
            name="kind"
            value={value}
            checked={value === kind}
            onChange={() => chooseKind(value)}
            label={i18n._(KIND_WORDS[value])}
          />
        ))}
      </fieldset>
      <p className={styles['download']}>
        <a href={`/files/rosters/template.csv?kind=${kind}`} download>
          <Trans>下载空白表格：{i18n._(KIND_WORDS[kind])}</Trans>
        </a>
      </p>
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
              onChange={() => chooseSheet(name)}
              label={name}
            />
          ))}
        </fieldset>
      ) : null}
      <ColumnsMap kind={kind} preview={preview} />
    </Form>
  );
}
