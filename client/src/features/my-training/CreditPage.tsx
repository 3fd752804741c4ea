import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from 'urql';
import type { MyCreditsQuery } from '../../gql/graphql.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { Button } from '../../ui/button/Button.js';
import { dataLang } from '../../ui/format/text-lang.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { AskCreditForm } from './AskCreditForm.js';
import { CREDIT, NOT_THIS_TIME } from './credit-words.js';
import { MY_CREDITS, WITHDRAW_CREDIT } from './credit.operations.js';
import styles from './my-training.module.css';

type Asked = MyCreditsQuery['myCredits']['asked'][number];

/** What somebody learned elsewhere: asked with a paper, answered by somebody else. */
export default function CreditPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: MY_CREDITS, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  const mine = data?.myCredits;
  return (
    <Page
      title={t`在别处学过的`}
      width="narrow"
      lead={<Trans>别的机构、学校或工作里学过同样的内容，不用再学一遍。拍下证明，一位同事看过就算数。</Trans>}
    >
      {error && !mine ? (
        <ErrorState error={error} retry={reload} />
      ) : !mine ? (
        <LoadingState />
      ) : (
        <>
          {mine.courses.length === 0 ? (
            <Card>
              <p>
                <Trans>机构现在没有可以这样抵的课。手机上的课人人都在这里学，因为讲的是这里的约定。</Trans>
              </p>
            </Card>
          ) : (
            <AskCreditForm mine={mine} reload={reload} />
          )}
          {mine.asked.length > 0 ? (
            <Section title={<Trans>提过的</Trans>}>
              <ul className={styles['list']}>
                {mine.asked.map((asked) => (
                  <li key={asked.id}>
                    <AskedCard asked={asked} reload={reload} />
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
        </>
      )}
    </Page>
  );
}

function AskedCard({ asked, reload }: { readonly asked: Asked; readonly reload: () => void }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toast = useToast();
  const [{ fetching }, withdraw] = useMutation(WITHDRAW_CREDIT);
  const { courseTitle, place, learnedOn, until, state, refusedFor, words, paperCount } = asked;
  const takeBack = async (): Promise<void> => {
    const { data } = await withdraw({ input: { creditId: asked.id } });
    if (!data) return toast({ message: t`没有能取回，请再试一次。` });
    reload();
  };
  return (
    <Card {...(state === 'GRANTED' ? { tone: 'good' as const } : {})}>
      <div className={styles['head']}>
        <h3 lang={dataLang(courseTitle)}>{courseTitle}</h3>
        <StateBadge tone={CREDIT[state].tone}>{i18n._(CREDIT[state].word)}</StateBadge>
      </div>
      <p className={styles['quiet']}>
        <span lang={dataLang(place)}>{place}</span>
        {' · '}
        {format.day(learnedOn)}
        {' · '}
        <Plural value={paperCount} other="# 份证明" />
      </p>
      {state === 'GRANTED' ? (
        <p>
          <Trans>有效到 {format.day(until)}</Trans>
        </p>
      ) : null}
      {refusedFor ? <p>{i18n._(NOT_THIS_TIME[refusedFor])}</p> : null}
      {words ? (
        <p className={styles['words']} lang={dataLang(words)}>
          {words}
        </p>
      ) : null}
      {state === 'ASKED' ? (
        <div>
          <Button variant="subtle" loading={fetching} onClick={() => void takeBack()}>
            <Trans>取回这个请求</Trans>
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
