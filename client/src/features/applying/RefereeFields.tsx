import { Trans, useLingui } from '@lingui/react/macro';
import type { Referee } from '@tongxing/shared/rules';
import { Button } from '../../ui/button/Button.js';
import { TextInput } from '../../ui/fields/fields.js';
import styles from './applying.module.css';
import { useMissing, type StepProps } from './step-props.js';

const NOBODY: Referee = { name: '', phone: '', relation: '' };
const MOST = 3;

/** People who know the applicant; the agency asks them by a link, once it has talked with the applicant. */
export function RefereeFields({ form, answers, change, missing }: StepProps) {
  const { t } = useLingui();
  const given = answers.referees ?? [];
  const least = Math.max(form.referees, 1);
  const shown = [...given, ...Array.from({ length: Math.max(0, least - given.length) }, () => NOBODY)];
  const put = (at: number, part: Partial<Referee>): void =>
    change({ referees: shown.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  const error = useMissing(missing)('referees');
  return (
    <>
      <p>
        <Trans>
          老师、同事、邻居、朋友都可以，家里人不算。请先和他们说一声：会收到一个链接，写几句就好，不用注册。
        </Trans>
      </p>
      {error ? <p role="alert">{error}</p> : null}
      {shown.map((one, at) => (
        <fieldset key={at} className={styles['referee']}>
          <legend>
            <Trans>第 {at + 1} 位</Trans>
          </legend>
          <TextInput
            label={t`姓名`}
            size="md"
            autoComplete="off"
            maxLength={60}
            value={one.name}
            onChange={(event) => put(at, { name: event.currentTarget.value })}
          />
          <TextInput
            type="tel"
            label={t`手机号`}
            size="md"
            autoComplete="off"
            maxLength={30}
            value={one.phone}
            onChange={(event) => put(at, { phone: event.currentTarget.value })}
          />
          <TextInput
            label={t`怎么认识的`}
            size="md"
            autoComplete="off"
            maxLength={100}
            value={one.relation}
            onChange={(event) => put(at, { relation: event.currentTarget.value })}
          />
          {at >= least ? (
            <div>
              <Button variant="subtle" onClick={() => change({ referees: shown.filter((_, index) => index !== at) })}>
                <Trans>去掉这一位</Trans>
              </Button>
            </div>
          ) : null}
        </fieldset>
      ))}
      {shown.length < MOST ? (
        <div>
          <Button variant="default" onClick={() => change({ referees: [...shown, NOBODY] })}>
            <Trans>再写一位</Trans>
          </Button>
        </div>
      ) : null}
    </>
  );
}
