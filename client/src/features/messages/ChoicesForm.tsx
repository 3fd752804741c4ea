import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import type { ChangeMyMessageChoicesMutation } from '../../gql/graphql.js';
import { NativeSelect } from '../../ui/fields/fields.js';
import { Form } from '../../ui/form/Form.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card } from '../../ui/page/Page.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { gathers, toInput, toValues, USUAL_QUIET, type Choices, type ChoiceValues } from './choices.js';
import { CHANNEL_WORDS, FREQUENCY_WORDS, KIND_WORDS } from './message-words.js';
import styles from './messages.module.css';
import { CHANGE_MY_MESSAGE_CHOICES } from './messages.operations.js';

type Outcome = ChangeMyMessageChoicesMutation['changeMyMessageChoices'];

interface ChoicesFormProps {
  readonly choices: Choices;
  readonly reload: () => void;
}

export function ChoicesForm({ choices, reload }: ChoicesFormProps) {
  const { t } = useLingui();
  const toast = useToast();
  const [values, setValues] = useState(toValues(choices));
  const [{ fetching }, change] = useMutation(CHANGE_MY_MESSAGE_CHOICES);
  const [problem, setProblem] = useState<ReactNode>(null);
  const put = (part: Partial<ChoiceValues>): void => setValues({ ...values, ...part });

  const save = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await change({ input: toInput(values, choices.version) });
    if (!data) return setProblem(<RequestFault error={error} />);
    const result: Outcome = data.changeMyMessageChoices;
    switch (result.__typename) {
      case 'MessageChoices':
        toast({ message: t`记下了，从下一条消息起就这样。` });
        return reload();
      case 'InvalidInput':
        return setProblem(<ProblemWords codes={result.fields.map(({ code }) => code)} />);
      case 'StaleVersion':
        toast({ tone: 'danger', message: t`您刚才在别处改过，请看看现在的样子，再改一次。` });
        return reload();
      default:
        return assertUnreachable(result);
    }
  };

  return (
    <Card>
      <Form
        submitLabel={<Trans>保存</Trans>}
        busy={fetching}
        problem={problem}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Kinds choices={choices} values={values} put={put} />
        <Times values={values} put={put} />
        <Ways choices={choices} values={values} put={put} />
      </Form>
    </Card>
  );
}

interface PartProps {
  readonly values: ChoiceValues;
  readonly put: (part: Partial<ChoiceValues>) => void;
}

function Kinds({ choices, values, put }: PartProps & { readonly choices: Choices }) {
  const { i18n } = useLingui();
  return (
    <>
      {choices.kinds.map(({ kind, offered }) => (
        <NativeSelect
          key={kind}
          label={i18n._(KIND_WORDS[kind].name)}
          description={i18n._(KIND_WORDS[kind].about)}
          value={values.frequencies[kind] ?? 'AT_ONCE'}
          data={offered.map((one) => ({ value: one, label: i18n._(FREQUENCY_WORDS[one]) }))}
          onChange={(event) => {
            const frequency = offered.find((one) => one === event.currentTarget.value);
            if (frequency) put({ frequencies: { ...values.frequencies, [kind]: frequency } });
          }}
        />
      ))}
    </>
  );
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

function Times({ values, put }: PartProps) {
  const { t } = useLingui();
  const format = useFormat();
  const quiet = values.quietFrom !== '';
  return (
    <>
      {gathers(values, ['DAILY', 'WEEKLY']) ? (
        <div className={styles['pair']}>
          <NativeSelect
            label={t`合在一起的，几点发`}
            value={values.digestHour}
            data={HOURS}
            onChange={(event) => put({ digestHour: event.currentTarget.value })}
          />
          {gathers(values, ['WEEKLY']) ? (
            <NativeSelect
              label={t`每周的，哪天发`}
              value={values.digestWeekday}
              data={WEEKDAYS.map((day) => ({ value: String(day), label: format.weekday(day) }))}
              onChange={(event) => put({ digestWeekday: event.currentTarget.value })}
            />
          ) : null}
        </div>
      ) : null}
      <NativeSelect
        label={t`安静时间`}
        description={t`这段时间里不发邮件和短信，过后再发。按机构所在地的时间。`}
        value={quiet ? 'QUIET' : ''}
        data={[
          { value: '', label: t`不设，随时可以发` },
          { value: 'QUIET', label: t`设一段安静时间` },
        ]}
        onChange={(event) => put(event.currentTarget.value === '' ? { quietFrom: '', quietUntil: '' } : USUAL_QUIET)}
      />
      {quiet ? (
        <div className={styles['pair']}>
          <NativeSelect
            label={t`从几点`}
            value={values.quietFrom}
            data={HOURS}
            onChange={(event) => put({ quietFrom: event.currentTarget.value })}
          />
          <NativeSelect
            label={t`到几点`}
            value={values.quietUntil}
            data={HOURS}
            onChange={(event) => put({ quietUntil: event.currentTarget.value })}
          />
        </div>
      ) : null}
    </>
  );
}

/** Only where there is more than one way to choose between. */
function Ways({ choices, values, put }: PartProps & { readonly choices: Choices }) {
  const { t, i18n } = useLingui();
  const [only] = choices.channels;
  if (choices.channels.length > 1) {
    const ways = choices.channels.map((way) => ({ value: way, label: i18n._(CHANNEL_WORDS[way]) }));
    return (
      <NativeSelect
        label={t`用什么发给我`}
        value={values.channel === '' ? only : values.channel}
        data={ways}
        onChange={(event) => put({ channel: event.currentTarget.value === 'SMS' ? 'SMS' : 'MAIL' })}
      />
    );
  }
  return (
    <p className={styles['quiet']}>
      {only === 'SMS' ? (
        <Trans>现在用短信发给您。想收邮件，可以在“我的账号”里换成用邮箱登录。</Trans>
      ) : only === 'MAIL' ? (
        <Trans>现在用邮件发给您。想收短信，请告诉机构您的手机号。</Trans>
      ) : (
        <Trans>还没有您的手机号或邮箱，消息只写在平台里。</Trans>
      )}
    </p>
  );
}

function ProblemWords({ codes }: { readonly codes: readonly string[] }) {
  if (codes.includes('SAME')) return <Trans>安静时间的开始和结束不能是同一个钟点。</Trans>;
  if (codes.includes('QUIET')) return <Trans>合在一起发的钟点在安静时间里，请换一个。</Trans>;
  return <Trans>有一项不能这样选，请看看每一项，再保存一次。</Trans>;
}
