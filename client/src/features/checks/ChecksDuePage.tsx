import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { Checks_DueFragment, EligibilityOutcome } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { FormDialog } from '../../ui/dialog/FormDialog.js';
import { OpenWindow } from '../../ui/drawings/OpenWindow.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { CheckForm } from './CheckForm.js';
import { OUTCOME } from './check-words.js';
import { PapersHere } from './PapersHere.js';
import { CHECKS, CHECKS_DUE } from './checks.operations.js';
import styles from './checks.module.css';

export type Due = Checks_DueFragment['due'][number];
/** With these somebody can be asked for a paper; the others are the director's. */
const ASKABLE: readonly EligibilityOutcome[] = ['MISSING', 'EXPIRED', 'RENEWAL_DUE'];

/** Whose record check is missing, over or ends soon, volunteers and colleagues alike, and the place to write it down. */
export default function ChecksDuePage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: CHECKS_DUE, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const checks = data && readFragment(CHECKS, data.checksDue);
  return (
    <Page
      title={t`记录查询`}
      lead={
        <Trans>
          所有服务人员每年都要查询违法犯罪记录，志愿者、同事、督导、专家、负责人都一样，没有例外（H8，§7.1.3）。证明看过就还给本人，只记下结果、日子和谁看的。
        </Trans>
      }
    >
      {error && !checks ? (
        <ErrorState error={error} retry={reload} />
      ) : !checks ? (
        <LoadingState lines={6} />
      ) : (
        <Checks checks={checks} reload={reload} />
      )}
      <WhoSees permission="screening.record" />
    </Page>
  );
}

function Checks({ checks, reload }: { readonly checks: Checks_DueFragment; readonly reload: () => void }) {
  const { t } = useLingui();
  const [writing, setWriting] = useState<Due>();
  const { due, total, minors, windowDays, papersHere } = checks;
  const close = (): void => setWriting(undefined);
  const name = writing?.name ?? '';
  return (
    <>
      {minors > 0 ? (
        <Card>
          <p>
            <Plural
              value={minors}
              other="另有 # 位未满十八周岁的志愿者：不能查询，所以每一次都只在查询过记录的成年人身边服务。"
            />
          </p>
        </Card>
      ) : null}
      <PapersHere papers={papersHere} reload={reload} />
      {due.length === 0 ? (
        <EmptyState drawing={<OpenWindow />} title={<Trans>每个人的查询都在有效期里</Trans>}>
          <p>
            <Plural value={windowDays} other="到期前 # 天开始，会列在这里。" />
          </p>
        </EmptyState>
      ) : (
        <>
          <p className={styles['quiet']}>
            {due.length + minors < total ? (
              <Trans>
                显示最急的 {due.length} 位，共 {total} 位。
              </Trans>
            ) : (
              <Plural value={due.length} other="共 # 位，最急的在前。" />
            )}
          </p>
          <ul className={styles['list']}>
            {due.map((one) => (
              <li key={one.personId}>
                <DueCard due={one} write={() => setWriting(one)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <FormDialog opened={writing !== undefined} close={close} title={t`记下${name}的查询`}>
        {writing ? (
          <CheckForm
            due={writing}
            done={() => {
              close();
              reload();
            }}
            close={close}
          />
        ) : null}
      </FormDialog>
    </>
  );
}

function DueCard({ due, write }: { readonly due: Due; readonly write: () => void }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const may = useMay();
  const { name, volunteerId, colleague, outcome, until } = due;
  const { word, tone } = OUTCOME[outcome];
  const page = volunteerId
    ? `/agency/volunteers/${encodeURIComponent(volunteerId)}`
    : may('staff.read')
      ? `/agency/staff/${encodeURIComponent(due.personId)}`
      : undefined;
  return (
    <Card>
      <div className={styles['line']}>
        <div className={styles['who']}>
          <h2>{page ? <Link to={page}>{name}</Link> : name}</h2>
          <p className={styles['quiet']}>
            {[colleague ? t`同事` : t`志愿者`, until ? t`到 ${format.day(until)}` : ''].filter(Boolean).join(' · ')}
          </p>
        </div>
        <div className={styles['actions']}>
          <StateBadge tone={tone}>{i18n._(word)}</StateBadge>
          {due.own ? (
            <span className={styles['quiet']}>
              <Trans>您自己的，请同事来记</Trans>
            </span>
          ) : ASKABLE.includes(outcome) ? (
            <Button variant="default" aria-label={t`记下${name}的查询`} onClick={write}>
              <Trans>记下答复</Trans>
            </Button>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
