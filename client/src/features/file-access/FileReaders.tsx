import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { FileReadersQuery, PaperPurpose } from '../../gql/graphql.js';
import { useFormat } from '../../ui/format/use-format.js';
import { usePages } from '../../ui/list/use-pages.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { DataTable } from '../../ui/table/DataTable.js';
import { FILE_READERS } from './file-access.operations.js';
import styles from './file-access.module.css';

type Read = NonNullable<FileReadersQuery['fileReaders']>['edges'][number]['node'];
const NONE = { edges: [], pageInfo: { hasNextPage: false }, totalCount: 0 } as const;

/** One quiet line that unfolds into who has seen this record; nothing is asked of the server before that. */
export function WhoHasSeen({ subjectId }: { readonly subjectId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <section className={styles['seen']} data-print="no">
      <Button
        variant="subtle"
        size="compact-md"
        leftSection={<IconEyeCheck size={16} stroke={1.75} aria-hidden />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? <Trans>收起</Trans> : <Trans>谁看过这份资料</Trans>}
      </Button>
      {open ? <FileReaders subjectId={subjectId} /> : null}
    </section>
  );
}

/** People and times, the newest first. */
export function FileReaders({ subjectId }: { readonly subjectId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const pages = usePages(FILE_READERS, { subjectId, first: 20 }, (data) => data.fileReaders ?? NONE);
  const { first, rows, totalCount, error, more, reload } = pages;
  if (error && !first) return <ErrorState error={error} retry={reload} />;
  if (!first) return <LoadingState lines={3} />;
  if (!first.fileReaders) {
    return (
      <p>
        <Trans>只有负责人、审计员和陪在身边的社会工作者可以看到谁查看过。</Trans>
      </p>
    );
  }
  if (totalCount === 0) {
    return (
      <p>
        <Trans>还没有人查看过。</Trans>
      </p>
    );
  }
  return (
    <DataTable<Read>
      caption={t`谁在什么时候看过，最近的在前`}
      summary={<Plural value={totalCount} other="一共 # 次" />}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', header: t`时间`, cell: ({ at }) => format.instant(at) },
        { key: 'who', header: t`谁`, cell: ({ readerName }) => readerName ?? <Trans>监护人，通过专属链接</Trans> },
        { key: 'what', header: t`看了什么`, cell: (row) => <What read={row} /> },
      ]}
      more={more}
    />
  );
}

const PAPER_WORDS: Readonly<Record<PaperPurpose, MessageDescriptor>> = {
  CONSENT_PAPER: msg`打开了家庭同意书`,
  TRAINING_CREDIT: msg`打开了在别处学过的证明`,
  LEDGER_PAPER: msg`打开了家庭同意书或指印的照片`,
  TRAINING_CERTIFICATE: msg`打开了培训证书`,
  VOLUNTEER_AGREEMENT: msg`打开了志愿服务协议`,
  AGREEMENT_PAPER: msg`打开了纸上签的协议`,
  TEAM_PAPER: msg`打开了团队的捐赠协议或收据`,
  STAFF_CREDENTIAL: msg`打开了职业资格证书`,
};

function What({ read: { inList, contact, paper } }: { readonly read: Read }) {
  const { i18n } = useLingui();
  if (paper) return <>{i18n._(PAPER_WORDS[paper])}</>;
  if (inList) return <Trans>在名单里看到姓名</Trans>;
  return contact ? <Trans>看了资料和联系方式</Trans> : <Trans>看了资料</Trans>;
}
