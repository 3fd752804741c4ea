import { Trans, useLingui } from '@lingui/react/macro';
import { APPLY_STEPS, LEGAL_VERSIONS, type ApplyStep, type MissingAnswer } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { failureOf } from '../../app/graphql/failure.js';
import type { Apply_FormFragment } from '../../gql/graphql.js';
import { readFragment } from '../../gql/index.js';
import { Button } from '../../ui/button/Button.js';
import { Checkbox } from '../../ui/fields/fields.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Answers } from './Answers.js';
import type { Ready } from './ApplyForm.js';
import { OWN_APPLICATION, SEND } from './applying.operations.js';
import styles from './applying.module.css';
import { MISSING, STEP } from './applying-words.js';
import { SaveProblem } from './SaveProblem.js';

interface CheckStepProps {
  readonly code: string;
  readonly applying: Ready;
  readonly form: Apply_FormFragment;
  readonly missing: readonly MissingAnswer[];
  readonly go: (step: ApplyStep) => void;
  readonly back: ReactNode;
}

/** The last screen: everything once more, what is missing, and off it goes. */
export function CheckStep({ code, applying, form, missing, go, back }: CheckStepProps) {
  const { t, i18n } = useLingui();
  const { draft, save, took } = applying;
  const [{ fetching }, send] = useMutation(SEND);
  const [read, setRead] = useState(false);
  const [problem, setProblem] = useState<ReactNode>(null);

  const submit = async (): Promise<void> => {
    if (!read) return setProblem(<Trans>请先读一读隐私说明，再勾上。</Trans>);
    setProblem(null);
    const saved = await save();
    if (saved.kind !== 'SAVED') return setProblem(<SaveProblem saved={saved} />);
    const { data, error } = await send({ input: { code, privacyVersion: LEGAL_VERSIONS.privacy } });
    const result = data?.sendApplication;
    if (!result) {
      const offline = error !== undefined && failureOf(error).kind === 'OFFLINE';
      return setProblem(
        offline ? (
          <Trans>现在没有网络，还没有送出。写下的都在，有网络以后再按一次。</Trans>
        ) : (
          <RequestFault error={error} />
        ),
      );
    }
    if (result.__typename === 'MyApplication') return took(readFragment(OWN_APPLICATION, result));
    if (result.__typename !== 'InvalidInput') {
      return setProblem(<Trans>这份报名刚刚有了变化。请重新打开这一页看一看。</Trans>);
    }
    setProblem(
      result.fields.some(({ field }) => field.endsWith('privacyVersion')) ? (
        <Trans>隐私说明刚刚更新过。请重新打开这一页，再读一遍。</Trans>
      ) : (
        <Trans>还缺一点内容，请看看上面每一项。</Trans>
      ),
    );
  };

  return (
    <div className={styles['fields']}>
      {missing.length > 0 ? (
        <div role="status" className={styles['fields']}>
          <p>
            <Trans>送出以前，还请补上：</Trans>
          </p>
          <ul className={styles['what']}>
            {missing.map(({ step, field }) => (
              <li key={field}>
                <Link to={`?step=${step.toLowerCase()}`}>{i18n._(STEP[step])}</Link> {i18n._(MISSING[field])}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Answers form={form} answers={draft.answers} open={APPLY_STEPS} go={go} />
      <Checkbox
        label={
          <Trans>
            我读过<Link to="/privacy">隐私说明</Link>，知道{form.agencyName}
            怎样保管这些内容。没有结果的报名，半年以后删掉。
          </Trans>
        }
        checked={read}
        onChange={() => setRead(!read)}
      />
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        <Button size="md" loading={fetching} disabled={missing.length > 0} onClick={() => void submit()}>
          {t`送出报名`}
        </Button>
        {back}
      </div>
    </div>
  );
}
