import { useLingui } from '@lingui/react';
import { Trans, useLingui as useWords } from '@lingui/react/macro';
import { RELEASE_AUDIENCES, needsSecondLook, type ReleaseAudience } from '@tongxing/shared/release-check';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { NativeSelect, Textarea } from '../../ui/fields/fields.js';
import { Card, Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { checkOutgoing, type CheckAnswer } from './check-outgoing.js';
import { CheckedOutgoing } from './CheckedOutgoing.js';
import { NewestChecks } from './NewestChecks.js';
import { CHECKED_CHILD } from './release-check.operations.js';
import styles from './release-check.module.css';
import { AUDIENCE_WORDS, refusedWords } from './sending-words.js';

/** Before a letter, a report, a mail or a photo goes out by another way than a card: the same look as a card gets. */
export default function BeforeSendingPage() {
  const { t } = useWords();
  const { id } = useParams();
  const [round, setRound] = useState(0);
  return (
    <Page
      title={t`寄出以前检查`}
      width="narrow"
      lead={
        <Trans>信、报告、邮件和照片，离开机构以前先在这里看一看。平台不保存内容，只记下谁看过。由您决定怎么改。</Trans>
      }
    >
      {id === undefined ? null : <About id={id} />}
      <Card>
        <CheckForm childId={id} noted={() => setRound((before) => before + 1)} />
      </Card>
      <NewestChecks key={round} />
      <WhoSees permission="release.check" />
    </Page>
  );
}

function About({ id }: { readonly id: string }) {
  const [{ data }] = useQuery({ query: CHECKED_CHILD, variables: { id } });
  const name = data?.child?.name;
  if (!name) return null;
  return (
    <p>
      <Trans>
        关于 <Link to={`/agency/children/${encodeURIComponent(id)}`}>{name}</Link>
        ：孩子和家人的名字、学校、住处都会标出来。
      </Trans>
    </p>
  );
}

interface CheckFormProps {
  readonly childId: string | undefined;
  readonly noted: () => void;
}

function CheckForm({ childId, noted }: CheckFormProps) {
  const { t } = useWords();
  const { i18n } = useLingui();
  const [audience, setAudience] = useState<ReleaseAudience>('DONOR');
  const [text, setText] = useState('');
  const [file, setFile] = useState<File>();
  const [answer, setAnswer] = useState<CheckAnswer>();
  const [busy, setBusy] = useState(false);
  const body = file ?? text;
  const ask = async (seen?: number): Promise<void> => {
    setBusy(true);
    const said = await checkOutgoing(body, { audience, childId, ...(seen === undefined ? {} : { seen }) });
    setBusy(false);
    setAnswer(said);
    if (seen !== undefined && said.kind === 'CHECKED') noted();
  };
  const change = (what: () => void): void => {
    what();
    setAnswer(undefined);
  };
  return (
    <form
      className={styles['sending']}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <NativeSelect
        label={t`寄给谁`}
        description={needsSecondLook(audience) ? t`收到的人不认识孩子：要两位同事都看过。` : t`您看过就可以。`}
        value={audience}
        onChange={({ target }) =>
          change(() => setAudience(RELEASE_AUDIENCES.find((one) => one === target.value) ?? 'DONOR'))
        }
      >
        {RELEASE_AUDIENCES.map((one) => (
          <option key={one} value={one}>
            {i18n._(AUDIENCE_WORDS[one])}
          </option>
        ))}
      </NativeSelect>
      {file ? null : (
        <Textarea
          label={t`把文字贴在这里`}
          rows={8}
          maxLength={30_000}
          value={text}
          onChange={({ target }) => change(() => setText(target.value))}
        />
      )}
      <ChooseFile file={file} choose={(chosen) => change(() => setFile(chosen))} />
      <div>
        <Button type="submit" loading={busy} disabled={!file && text.trim() === ''}>
          <Trans>检查</Trans>
        </Button>
      </div>
      {answer?.kind === 'CHECKED' ? (
        <CheckedOutgoing
          checked={answer}
          second={needsSecondLook(audience)}
          busy={busy}
          write={file ? undefined : (words) => change(() => setText(words))}
          note={(seen) => void ask(seen)}
        />
      ) : answer ? (
        <p role="alert">{i18n._(refusedWords(answer.kind === 'REFUSED' ? answer.code : ''))}</p>
      ) : null}
    </form>
  );
}

interface ChooseFileProps {
  readonly file: File | undefined;
  readonly choose: (file: File | undefined) => void;
}

function ChooseFile({ file, choose }: ChooseFileProps) {
  if (file) {
    return (
      <p className={styles['file']}>
        <span>{file.name}</span>
        <Button variant="default" onClick={() => choose(undefined)}>
          <Trans>换成文字</Trans>
        </Button>
      </p>
    );
  }
  return (
    <label
      className={styles['file']}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        choose(event.dataTransfer.files[0]);
      }}
    >
      <Trans>或者选一份 Word 文档、一张照片；照片里的二维码和条形码也会读出来</Trans>
      <input
        type="file"
        accept=".docx,image/jpeg,image/png,image/webp"
        onChange={({ target }) => choose(target.files?.[0])}
      />
      <span className={styles['choose']}>
        <Trans>选文件</Trans>
      </span>
    </label>
  );
}
