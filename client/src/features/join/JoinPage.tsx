import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { fromServer, rememberedLocale } from '../../app/i18n/locale.js';
import { useLocale } from '../../app/i18n/use-locale.js';
import { ROLE_WORDS } from '../../app/session/roles.js';
import { LinkButton } from '../../ui/button/Button.js';
import { PathsApart } from '../../ui/drawings/PathsApart.js';
import { TwoPaths } from '../../ui/drawings/TwoPaths.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Page } from '../../ui/page/Page.js';
import { EmptyState } from '../../ui/states/EmptyState.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { INVITATION } from './join.operations.js';
import { JoinForm } from './JoinForm.js';
import type { Invitation, Outcome } from './invitation.js';

/** Behind the link of an invitation: whose it is, a password, the texts, and in. */
export default function JoinPage() {
  const { token = '' } = useParams();
  const [{ data, error }, load] = useQuery({ query: INVITATION, variables: { token }, requestPolicy: 'network-only' });
  const [outcome, setOutcome] = useState<Outcome>();
  const invitation = data?.invitation ?? undefined;
  useInvitationLanguage(invitation);
  if (error && !data) return <ErrorState page error={error} retry={() => load({ requestPolicy: 'network-only' })} />;
  if (outcome?.kind === 'LATER') return <OpensLater on={outcome.opensOn} />;
  if (outcome?.kind === 'ENDED') return <LinkEnded />;
  if (!data) return <LoadingState lines={4} />;
  if (!invitation) return <LinkEnded />;
  return <Join token={token} invitation={invitation} over={setOutcome} />;
}

/** A device on which nobody has chosen yet speaks the language of the invitation. */
function useInvitationLanguage(invitation: Invitation | undefined): void {
  const { change } = useLocale();
  const invited = invitation?.locale;
  useEffect(() => {
    if (invited && rememberedLocale() === undefined) void change(fromServer(invited));
  }, [invited, change]);
}

interface JoinProps {
  readonly token: string;
  readonly invitation: Invitation;
  readonly over: (outcome: Outcome) => void;
}

function Join({ token, invitation, over }: JoinProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { agencyName, identifierHint, hasAccount, roles, expiresAt } = invitation;
  const rolesInWords = format.list(roles.map((role) => i18n._(ROLE_WORDS[role])));
  return (
    <Page
      title={t`${agencyName}邀请您加入`}
      width="narrow"
      lead={
        hasAccount ? (
          <Trans>
            {identifierHint} 在同行已经有账号。用它的密码登录，就加入了{agencyName}（{rolesInWords}）。
          </Trans>
        ) : (
          <Trans>
            您将作为{rolesInWords}加入。以后用 {identifierHint} 和您自己的密码登录。
          </Trans>
        )
      }
    >
      <Card>
        <JoinForm token={token} invitation={invitation} over={over} />
      </Card>
      <p>
        <Trans>
          链接只给您本人，{format.instant(expiresAt)} 前有效。不认识这个机构？关掉这一页就好，什么也不会发生。
        </Trans>
      </p>
    </Page>
  );
}

function LinkEnded() {
  return (
    <EmptyState
      heading="h1"
      drawing={<PathsApart />}
      title={<Trans>这个邀请链接已经不能用了</Trans>}
      action={
        <LinkButton to="/sign-in">
          <Trans>去登录</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>链接七天内有效，只能用一次；收到更新的邀请时，请用最新的那个。</Trans>
      </p>
      <p>
        <Trans>已经开通过账号，直接登录就好。还没有的话，请告诉邀请您的同事，马上可以再发一个。</Trans>
      </p>
    </EmptyState>
  );
}

function OpensLater({ on }: { readonly on: string }) {
  const format = useFormat();
  return (
    <EmptyState heading="h1" drawing={<TwoPaths />} title={<Trans>账号已经开通</Trans>}>
      <p>
        <Trans>您的职责从 {format.day(on)} 开始，那天起就可以用刚才的密码登录。</Trans>
      </p>
    </EmptyState>
  );
}
