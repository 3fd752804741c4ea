import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { ASK_HELPER_GUARDIAN, HELPER_CHOICES, HELPER_TEXT, RECORD_HELPER_ANSWER } from './helping.operations.js';
import styles from './helping.module.css';
import type { JourneyProps } from './JourneyCard.js';

/** What child and guardian say to the exact words: to the worker, or the guardian by a personal link. */
export function FamilyAnswers({ journey, reload }: JourneyProps) {
  const { i18n } = useLingui();
  const english = i18n.locale === 'en';
  const [text] = useQuery({ query: HELPER_TEXT, variables: { english } });
  const [choices] = useQuery({ query: HELPER_CHOICES, variables: { childId: journey.childId } });
  const [recording, record] = useMutation(RECORD_HELPER_ANSWER);
  const [asking, ask] = useMutation(ASK_HELPER_GUARDIAN);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [link, setLink] = useState('');
  const guardian = choices.data?.helperChoices?.guardians[0];
  const heard = text.data?.helperText;
  /** The words are read out until both have answered them. */
  const bothSaidYes = journey.childSaidYes && journey.guardianSaidYes;
  const say = async (giver: 'CHILD' | 'GUARDIAN', yes: boolean): Promise<void> => {
    const words = { method: 'WITNESSED' as const, english, textHash: heard?.hash ?? '', yes };
    const guardianId = giver === 'GUARDIAN' ? guardian?.id : undefined;
    const { data, error } = await record({ input: { journeyId: journey.id, giver, guardianId, ...words } });
    if (data?.recordHelperAnswer.__typename === 'HelperJourney') return reload();
    setProblem(error ? <RequestFault error={error} /> : <Trans>没有记下，请打开页面再试一次。</Trans>);
  };
  const send = async (): Promise<void> => {
    const { data, error } = await ask({ input: { journeyId: journey.id, guardianId: guardian?.id ?? '' } });
    if (!data || data.askHelperGuardian.__typename !== 'HelperAsked') return setProblem(<RequestFault error={error} />);
    setLink(`${window.location.origin}${data.askHelperGuardian.path}`);
  };
  return (
    <div className={styles['actions']}>
      {bothSaidYes ? null : (
        <ul className={styles['words']}>
          {heard?.parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['buttons']}>
        <Button variant="default" loading={recording.fetching} onClick={() => void say('CHILD', !journey.childSaidYes)}>
          {journey.childSaidYes ? <Trans>孩子说不想了</Trans> : <Trans>孩子听了，说愿意</Trans>}
        </Button>
        {guardian ? (
          <>
            <Button
              variant="default"
              loading={recording.fetching}
              onClick={() => void say('GUARDIAN', !journey.guardianSaidYes)}
            >
              {journey.guardianSaidYes ? (
                <Trans>{guardian.name}收回同意</Trans>
              ) : (
                <Trans>{guardian.name}听了，说同意</Trans>
              )}
            </Button>
            {bothSaidYes ? null : (
              <Button variant="default" loading={asking.fetching} onClick={() => void send()}>
                <Trans>发链接请{guardian.name}自己决定</Trans>
              </Button>
            )}
          </>
        ) : null}
      </div>
      {link ? (
        <p role="status">
          <Trans>链接做好了，也会发到监护人的手机上：{link}</Trans>
        </p>
      ) : null}
    </div>
  );
}
