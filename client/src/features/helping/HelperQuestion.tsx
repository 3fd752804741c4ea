import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card } from '../../ui/page/Page.js';
import { ANSWER_HELPER_QUESTION, HELPER_QUESTION } from './helping.operations.js';
import styles from './helping.module.css';

/** On a guardian's page: whether one's child may be a young volunteer; nothing while nobody asks. */
export function HelperQuestion() {
  const { i18n } = useLingui();
  const english = i18n.locale === 'en';
  const [{ data }, load] = useQuery({ query: HELPER_QUESTION, variables: { english } });
  const [{ fetching }, answer] = useMutation(ANSWER_HELPER_QUESTION);
  const [problem, setProblem] = useState<ReactNode>(null);
  const question = data?.helperQuestion;
  if (!question) return null;
  const { childName, text, yes } = question;
  const say = async (said: boolean): Promise<void> => {
    setProblem(null);
    const { data: done, error } = await answer({ input: { yes: said, english, textHash: text.hash } });
    if (!done) return setProblem(<RequestFault error={error} />);
    load({ requestPolicy: 'network-only' });
  };
  return (
    <Card>
      <div className={styles['journey']}>
        <div className={styles['head']}>
          <h2>
            <Trans>{childName}想做小志愿者</Trans>
          </h2>
          {yes === null || yes === undefined ? (
            <StateBadge tone="waiting">
              <Trans>等您决定</Trans>
            </StateBadge>
          ) : (
            <StateBadge tone={yes ? 'good' : 'quiet'}>
              {yes ? <Trans>您同意了</Trans> : <Trans>您没有同意</Trans>}
            </StateBadge>
          )}
        </div>
        <ul className={styles['words']}>
          {text.parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
        {problem ? <div role="alert">{problem}</div> : null}
        <div className={styles['buttons']}>
          {yes === true ? null : (
            <Button loading={fetching} onClick={() => void say(true)}>
              <Trans>同意孩子做小志愿者</Trans>
            </Button>
          )}
          {yes === false ? null : (
            <Button variant="default" loading={fetching} onClick={() => void say(false)}>
              {yes ? <Trans>收回同意，马上停</Trans> : <Trans>不同意</Trans>}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
