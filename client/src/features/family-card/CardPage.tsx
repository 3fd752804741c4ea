import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { readCardCode } from '@tongxing/shared/rules';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { failureOf } from '../../app/graphql/failure.js';
import type { CardHolder, CardWord, SayByCardInput } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { FieldGroup } from '../../ui/fields/FieldGroup.js';
import { Checkbox, Radio, Textarea, TextInput } from '../../ui/fields/fields.js';
import { newRequestId } from '../../ui/form/request-id.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Page } from '../../ui/page/Page.js';
import { KeptNote, useKeptConcerns } from '../concerns/index.js';
import { SAY_BY_CARD } from './family-card.operations.js';
import styles from './family-card.module.css';

interface Said {
  readonly code: string;
  readonly who: CardHolder;
  readonly text: string;
  readonly aboutWorker: boolean;
}
const NOTHING: Said = { code: '', who: 'CHILD', text: '', aboutWorker: false };

/** For a child or a family with the card in their hand: stop, or something is wrong. No account, no name. */
export default function CardPage() {
  const { t } = useLingui();
  const [heard, setHeard] = useState<CardWord>();
  const [said, setSaid] = useState<Said>(NOTHING);
  const kept = useKeptConcerns();
  return (
    <Page title={t`家庭卡`} width="narrow" lead={<Trans>不用账号，也不用写名字。这里说的话，陪伴者看不到。</Trans>}>
      <KeptNote count={kept.count} />
      <Card>
        {heard ? (
          <Heard said={heard} again={() => setHeard(undefined)} />
        ) : (
          <CardForm
            said={said}
            change={setSaid}
            keep={kept.keepSaid}
            heard={(word) => {
              // Nothing of it stays on a borrowed phone.
              setSaid(({ code, who }) => ({ ...NOTHING, code, who }));
              setHeard(word);
            }}
          />
        )}
      </Card>
      <p>
        <Trans>也可以打卡上的电话。孩子正有危险，先打 110。</Trans>
      </p>
    </Page>
  );
}

interface CardFormProps {
  readonly said: Said;
  readonly change: (said: Said) => void;
  /** For a line that is gone; false where the device cannot keep it. */
  readonly keep: (input: SayByCardInput) => Promise<boolean>;
  readonly heard: (word: CardWord) => void;
}

function CardForm({ said, change, keep, heard }: CardFormProps) {
  const { t } = useLingui();
  const [{ fetching }, send] = useMutation(SAY_BY_CARD);
  const [problem, setProblem] = useState<ReactNode>(null);
  const [mistyped, setMistyped] = useState(false);
  const [requestId, renew] = useState(newRequestId);

  const say = async (word: CardWord): Promise<void> => {
    setProblem(null);
    const wrong = readCardCode(said.code) === undefined;
    setMistyped(wrong);
    if (wrong) return;
    const input = { ...said, say: word, requestId };
    const { data, error } = await send({ input });
    if (!data) {
      const offline = error !== undefined && failureOf(error).kind === 'OFFLINE';
      if (offline && (await keep(input))) {
        renew(newRequestId());
        change({ ...said, text: '', aboutWorker: false });
      } else setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.sayByCard;
    switch (result.__typename) {
      case 'CardHeard':
        heard(word);
        return;
      case 'InvalidInput':
        setProblem(<Trans>没有送到。请对着卡片再看一遍代码，话短一些再试。</Trans>);
        return;
      case 'TooManyAttempts':
        setProblem(
          <Plural
            value={Math.ceil(result.retryAfterSeconds / 60)}
            other="试了很多次。请打卡上的电话，或者过 # 分钟再试。"
          />,
        );
        return;
      default:
        assertUnreachable(result);
    }
  };

  return (
    <form className={styles['form']} noValidate onSubmit={(event) => event.preventDefault()}>
      <TextInput
        label={t`卡上的代码`}
        description={t`八个字母和数字，大小写都可以。`}
        size="md"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={said.code}
        error={mistyped ? t`代码好像有一个字不对，请对着卡片再看一遍。` : undefined}
        onChange={(event) => change({ ...said, code: event.target.value })}
      />
      <FieldGroup label={t`我是`}>
        <div className={styles['choices']}>
          {(
            [
              ['CHILD', t`孩子自己`],
              ['GUARDIAN', t`家人`],
              ['OTHER', t`别的人`],
            ] as const
          ).map(([value, label]) => (
            <Radio
              key={value}
              name="who"
              label={label}
              value={value}
              checked={said.who === value}
              onChange={() => change({ ...said, who: value })}
            />
          ))}
        </div>
      </FieldGroup>
      <Textarea
        label={t`想说的话`}
        description={t`不想写就空着。会有人来找你们，好好听。`}
        rows={4}
        value={said.text}
        onChange={(event) => change({ ...said, text: event.target.value })}
      />
      <Checkbox
        label={t`和卡上的社会工作者有关，不要告诉他或她`}
        checked={said.aboutWorker}
        onChange={() => change({ ...said, aboutWorker: !said.aboutWorker })}
      />
      {problem ? <div role="alert">{problem}</div> : null}
      <div className={styles['actions']}>
        <Button size="md" loading={fetching} onClick={() => void say('STOP')}>
          <Trans>请停下来</Trans>
        </Button>
        <Button
          size="md"
          variant="outline"
          color="danger"
          loading={fetching}
          onClick={() => void say('SOMETHING_WRONG')}
        >
          <Trans>有事不对</Trans>
        </Button>
      </div>
    </form>
  );
}

function Heard({ said, again }: { readonly said: CardWord; readonly again: () => void }) {
  return (
    <div className={styles['heard']} role="status">
      <h2>
        <Trans>送出去了，谢谢你说出来</Trans>
      </h2>
      <p>
        {said === 'STOP' ? (
          <Trans>代码对的话，陪伴已经停下来了，社会工作者会来联系。别的帮助一样都不会少。</Trans>
        ) : (
          <Trans>代码对的话，社会工作者和负责人会马上看到，并且来联系。说出来没有错。</Trans>
        )}
      </p>
      <p>
        <Trans>一天里没有人联系，就打卡上的电话。</Trans>
      </p>
      <div className={styles['actions']}>
        <Button variant="default" onClick={again}>
          <Trans>还想说</Trans>
        </Button>
      </div>
    </div>
  );
}
