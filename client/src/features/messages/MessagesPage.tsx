import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Page, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { CalendarAddress } from './CalendarAddress.js';
import { ChoicesForm } from './ChoicesForm.js';
import { MY_MESSAGE_CHOICES } from './messages.operations.js';

/** How somebody wants to be told what: everything here is one's own, and takes effect with the next message. */
export default function MessagesPage() {
  const { t } = useLingui();
  const [{ data, error }, load] = useQuery({ query: MY_MESSAGE_CHOICES, requestPolicy: 'cache-and-network' });
  const reload = (): void => load({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`消息怎么发给我`}
      width="narrow"
      lead={<Trans>每条消息都会写在“消息”里。这里选的是：什么时候、用什么再发给您一份。</Trans>}
    >
      {error && !data ? (
        <ErrorState error={error} retry={reload} />
      ) : !data ? (
        <LoadingState />
      ) : (
        <Section
          title={<Trans>邮件和短信</Trans>}
          lead={<Trans>关系到孩子安全的消息，和您账号的安全提示，任何时候都会马上发给您，这里关不掉。</Trans>}
        >
          <ChoicesForm key={data.myMessageChoices.version} choices={data.myMessageChoices} reload={reload} />
        </Section>
      )}
      <Section
        title={<Trans>日历</Trans>}
        lead={
          <Trans>督导、陪伴和培训的日子，自己会出现在您的日历里。那里只写是什么事、什么时候，没有任何人的名字。</Trans>
        }
      >
        <CalendarAddress />
      </Section>
    </Page>
  );
}
