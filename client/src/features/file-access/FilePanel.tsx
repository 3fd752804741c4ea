import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useMutation } from 'urql';
import type { ChildQuery } from '../../gql/graphql.js';
import { Fact, Facts } from '../../ui/facts/Facts.js';
import { useFormat } from '../../ui/format/use-format.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { CLOSE_FILE } from './file-access.operations.js';
import { ReasonForm } from './ReasonForm.js';
import styles from './file-access.module.css';

type File = NonNullable<ChildQuery['child']>['file'];
type Open = Extract<File, { __typename: 'OpenFile' }>;
type Closed = Extract<File, { __typename: 'ClosedFile' }>;

export interface FilePanelProps {
  readonly childId: string;
  readonly file: File;
  readonly reload: () => void;
}

/** School and guardian: open to whoever walks with the child, to others for a reason and a time. */
export function FilePanel({ childId, file, reload }: FilePanelProps) {
  return file.__typename === 'OpenFile' ? (
    <OpenPart file={file} />
  ) : (
    <ClosedPart childId={childId} file={file} reload={reload} />
  );
}

function OpenPart({ file: { school, guardianName, guardianRelation, guardianPhone, until } }: { readonly file: Open }) {
  const format = useFormat();
  const missing = <Trans>还没有填写</Trans>;
  const untilWhen = until ? format.instant(until) : '';
  return (
    <>
      <Facts>
        <Fact name={<Trans>学校</Trans>}>{school ?? missing}</Fact>
        <Fact name={<Trans>监护人</Trans>}>
          {guardianName ?? missing} {guardianRelation ?? ''}
        </Fact>
        <Fact name={<Trans>监护人的电话</Trans>}>
          {guardianPhone ? <a href={`tel:${guardianPhone}`}>{guardianPhone}</a> : missing}
        </Fact>
      </Facts>
      {until ? (
        <p className={styles['quiet']}>
          <IconLockOpen size={16} stroke={1.75} aria-hidden />
          <Trans>您打开的这部分到 {untilWhen} 自动合上。</Trans>
        </p>
      ) : null}
    </>
  );
}

function ClosedPart({ childId, file, reload }: FilePanelProps & { readonly file: Closed }) {
  const { approvalNeeded, hours, latest } = file;
  const waiting = latest?.state === 'PENDING' ? latest : undefined;
  return (
    <div className={styles['closed']}>
      <p className={styles['lock']}>
        <IconLock size={20} stroke={1.75} aria-hidden />
        <strong>
          <Trans>学校和监护人的联系方式收着</Trans>
        </strong>
      </p>
      {waiting ? (
        <Waiting access={waiting} reload={reload} />
      ) : (
        <>
          <p>
            {approvalNeeded ? (
              <Trans>
                陪在孩子身边的社会工作者可以直接看。其他同事写明理由，由督导者或负责人同意后打开 {hours} 小时。
              </Trans>
            ) : (
              <Trans>陪在孩子身边的社会工作者可以直接看。其他同事写明理由就能打开 {hours} 小时。</Trans>
            )}
          </p>
          {latest?.state === 'DECLINED' ? (
            <p>
              <Trans>上一次没有同意打开。可以先和督导者谈一谈，再说明新的理由。</Trans>
            </p>
          ) : null}
          <ReasonForm childId={childId} approvalNeeded={approvalNeeded} reload={reload} />
        </>
      )}
    </div>
  );
}

function Waiting({
  access: { id, requestedAt, version },
  reload,
}: {
  readonly access: NonNullable<Closed['latest']>;
  readonly reload: () => void;
}) {
  const { t } = useLingui();
  const toast = useToast();
  const format = useFormat();
  const [{ fetching }, close] = useMutation(CLOSE_FILE);
  const since = format.instant(requestedAt);
  const takeBack = async (): Promise<void> => {
    const { data } = await close({ input: { accessId: id, version } });
    if (data) reload();
    else toast({ tone: 'danger', message: t`没有收回成功，请再试一次。` });
  };
  return (
    <>
      <p>
        <Trans>{since} 已经请同事决定。同意以后，这里就会打开。</Trans>
      </p>
      <div>
        <Button variant="default" loading={fetching} onClick={() => void takeBack()}>
          <Trans>不用看了，收回</Trans>
        </Button>
      </div>
    </>
  );
}
