import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery, type CombinedError } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import styles from './board.module.css';
import { ScoreTable, type ScorePartView } from './ScoreTable.js';
import { CHILDREN_FOR, VOLUNTEERS_FOR } from './suggestions.operations.js';

/** Whom this volunteer could accompany, as of the newest run and what was decided since. */
export function SuggestedChildren({ volunteerId, ready }: { readonly volunteerId: string; readonly ready: boolean }) {
  const may = useMay()('match.read');
  const [{ data, error }, load] = useQuery({
    query: CHILDREN_FOR,
    variables: { id: volunteerId },
    pause: !may || !ready,
  });
  if (!may) return null;
  const found = data?.volunteer?.suggestedChildren;
  return (
    <Section title={<Trans>可以陪伴谁</Trans>}>
      <Card>
        {ready ? (
          <Found
            asked={data ? { run: found?.run, count: found?.suggestions.length ?? 0 } : undefined}
            error={error}
            retry={() => load({ requestPolicy: 'network-only' })}
            nobody={<Trans>现在没有合适的孩子在等：时间、路程或语言对不上，或者都已经有人陪伴。</Trans>}
          >
            {found?.suggestions.map(({ child, ...suggestion }) => (
              <SuggestionItem key={child.id} {...suggestion}>
                <Link to={`/agency/children/${encodeURIComponent(child.id)}`}>
                  <Trans>
                    {child.name}（化名{child.pseudonym}）
                  </Trans>
                </Link>
              </SuggestionItem>
            ))}
          </Found>
        ) : (
          <p className={styles['quiet']}>
            <Trans>手续齐了以后，这里会列出适合一起的孩子。</Trans>
          </p>
        )}
      </Card>
    </Section>
  );
}

/** Who could accompany this child, as of the newest run and what was decided since. */
export function SuggestedVolunteers({ childId }: { readonly childId: string }) {
  const may = useMay()('match.read');
  const [{ data, error }, load] = useQuery({ query: VOLUNTEERS_FOR, variables: { id: childId }, pause: !may });
  if (!may) return null;
  const found = data?.child?.suggestedVolunteers;
  return (
    <Section title={<Trans>谁可以陪伴</Trans>}>
      <Card>
        <Found
          asked={data ? { run: found?.run, count: found?.suggestions.length ?? 0 } : undefined}
          error={error}
          retry={() => load({ requestPolicy: 'network-only' })}
          nobody={<Trans>现在没有合适的志愿者：匹配页写着每一条原因，和怎样能多出一位。</Trans>}
        >
          {found?.suggestions.map(({ volunteer, ...suggestion }) => (
            <SuggestionItem key={volunteer.id} {...suggestion}>
              <Link to={`/agency/volunteers/${encodeURIComponent(volunteer.id)}`}>{volunteer.name}</Link>
            </SuggestionItem>
          ))}
        </Found>
      </Card>
    </Section>
  );
}

interface FoundProps {
  readonly asked:
    | { readonly run?: { readonly id: string; readonly startedAt: string } | undefined; readonly count: number }
    | undefined;
  readonly error: CombinedError | undefined;
  readonly retry: () => void;
  readonly nobody: ReactNode;
  readonly children: ReactNode;
}

function Found({ asked, error, retry, nobody, children }: FoundProps) {
  const format = useFormat();
  if (error && !asked) return <ErrorState error={error} retry={retry} />;
  if (!asked) return <LoadingState lines={3} />;
  const { run, count } = asked;
  if (!run) {
    return (
      <p className={styles['quiet']}>
        <Trans>
          还没有做过匹配。<Link to="/agency/matching">先做一次</Link>，这里就有建议。
        </Trans>
      </p>
    );
  }
  const at = format.instant(run.startedAt);
  return (
    <>
      {count === 0 ? <p>{nobody}</p> : <ul className={styles['alternatives']}>{children}</ul>}
      <p className={styles['quiet']}>
        <Trans>按{at}的匹配和那以后的决定算出来。</Trans>{' '}
        <Link to={`/agency/matching/${encodeURIComponent(run.id)}`}>
          <Trans>到匹配里决定</Trans>
        </Link>
      </p>
    </>
  );
}

interface SuggestionItemProps {
  readonly score: number;
  readonly loss: number;
  readonly parts: readonly ScorePartView[];
  readonly children: ReactNode;
}

function SuggestionItem({ score, loss, parts, children }: SuggestionItemProps) {
  return (
    <li>
      <p>
        {children} <Trans>{score} 分</Trans>
      </p>
      <p className={styles['quiet']}>
        {loss <= 0 ? <Trans>选这一对，整体同样好。</Trans> : <Trans>选这一对，所有孩子合起来少 {loss} 分。</Trans>}
      </p>
      <details>
        <summary>
          <Trans>得分从哪里来</Trans>
        </summary>
        <ScoreTable parts={parts} score={score} />
      </details>
    </li>
  );
}
