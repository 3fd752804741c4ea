import { Trans, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { ComplianceEvidenceQuery, EvidencePartsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { useFormat } from '../../ui/format/use-format.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { EVIDENCE_PARTS } from './compliance.operations.js';
import styles from './compliance.module.css';

type Evidence = ComplianceEvidenceQuery['complianceEvidence'][number];
type Part = NonNullable<EvidencePartsQuery['evidenceParts']>[number];

/** One evidence as it was made; its tables open here, and leave as files. */
export function EvidenceCard({ evidence, opened }: { readonly evidence: Evidence; readonly opened: boolean }) {
  const { i18n } = useLingui();
  const format = useFormat();
  const [open, setOpen] = useState(opened);
  const { id, number, year, asOf, running, madeBy, fingerprint, chainRows, chainWhole } = evidence;
  const language = i18n.locale === 'en' ? 'en' : 'zh';
  const file = (name: string): string => `/files/evidence/${encodeURIComponent(id)}/evidence.${name}?lang=${language}`;
  return (
    <li className={styles['item']}>
      <div className={styles['head']}>
        <h2>
          <Trans>
            {year} 年 · {number}
          </Trans>
        </h2>
        {running ? (
          <StateBadge tone="waiting">
            <Trans>这一年还没有结束</Trans>
          </StateBadge>
        ) : (
          <StateBadge tone="good">
            <Trans>全年</Trans>
          </StateBadge>
        )}
      </div>
      <p className={styles['quiet']}>
        <Trans>
          {madeBy}做出，统计到 {format.instant(asOf)}
        </Trans>
      </p>
      <p className={styles['quiet']}>
        {chainWhole ? (
          <Trans>操作记录 {chainRows} 条，核对过，是完整的。</Trans>
        ) : (
          <Trans>操作记录 {chainRows} 条，核对时发现有问题，请先请审计员查明。</Trans>
        )}
      </p>
      <p className={styles['quiet']}>
        <Trans>
          指纹：<code className={styles['code']}>{fingerprint}</code>
        </Trans>
      </p>
      <div className={styles['actions']}>
        <a className={styles['file']} href={file('pdf')} download>
          <IconDownload size={18} stroke={1.75} aria-hidden />
          <Trans>下载 PDF</Trans>
        </a>
        <a className={styles['file']} href={file('xlsx')} download>
          <IconDownload size={18} stroke={1.75} aria-hidden />
          <Trans>下载表格（XLSX）</Trans>
        </a>
        <Button variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <Trans>收起数目</Trans> : <Trans>看看数目</Trans>}
        </Button>
      </div>
      {open ? <Parts evidenceId={id} english={language === 'en'} /> : null}
    </li>
  );
}

function Parts({ evidenceId, english }: { readonly evidenceId: string; readonly english: boolean }) {
  const [{ data, error }, load] = useQuery({ query: EVIDENCE_PARTS, variables: { evidenceId, english } });
  if (error && !data) return <ErrorState error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingState lines={6} />;
  const parts = data.evidenceParts ?? [];
  return (
    <div className={styles['parts']}>
      {parts.slice(0, -1).map((part) => (
        <PartTable key={part.heading} part={part} />
      ))}
      {parts.slice(-1).map((part) => (
        <details key={part.heading}>
          <summary>{part.heading}</summary>
          <PartTable part={part} verbatim />
        </details>
      ))}
    </div>
  );
}

interface PartTableProps {
  readonly part: Part;
  /** What it was counted from and by which statement, word for word. */
  readonly verbatim?: boolean;
}

function PartTable({ part: { heading, columns, rows }, verbatim = false }: PartTableProps) {
  return (
    <section className={styles['part']}>
      <h3>{heading}</h3>
      {rows.length === 0 ? (
        <p className={styles['quiet']}>
          <Trans>这一年没有。</Trans>
        </p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ cells }) => (
              <tr key={cells.join(' ')}>
                {cells.map((cell, at) =>
                  at === 0 ? (
                    <th key={columns[at]} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={columns[at]}>{verbatim ? <code className={styles['code']}>{cell}</code> : cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
