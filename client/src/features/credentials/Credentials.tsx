import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useMay, useViewer } from '../../app/session/session-context.js';
import { StateBadge } from '../../ui/badge/StateBadge.js';
import { useFormat } from '../../ui/format/use-format.js';
import { Card, Section } from '../../ui/page/Page.js';
import { ErrorState } from '../../ui/states/ErrorState.js';
import { LoadingState } from '../../ui/states/LoadingState.js';
import { PaperList } from '../../ui/upload/PaperList.js';
import { PaperUpload } from '../../ui/upload/PaperUpload.js';
import { usePapers } from '../../ui/upload/use-papers.js';
import { STANDING_WORDS, useCredentialWords } from './credential-words.js';
import { QUALIFICATIONS } from './credentials.operations.js';
import styles from './credentials.module.css';
import { RecordCredentialForm } from './RecordCredentialForm.js';
import { SupervisorPlacesForm } from './SupervisorPlacesForm.js';
import { TakeBackCredentialForm } from './TakeBackCredentialForm.js';
import type { Member } from './member.js';

type Credential = Member['qualification']['credentials'][number];

/** As the server has it. */
const MOST_PAPERS = 20;

/** A colleague's certificates from day to day, and how many companionships a supervisor looks after. */
export function Credentials({ personId }: { readonly personId: string }) {
  const [{ data, error }, load] = useQuery({ query: QUALIFICATIONS });
  const may = useMay();
  const viewer = useViewer();
  const reload = (): void => load({ requestPolicy: 'network-only' });
  if (error && !data) return <ErrorState error={error} retry={reload} />;
  if (!data) return <LoadingState lines={3} />;
  const member = data.staffList.members.find((one) => one.personId === personId);
  if (!member) return null;
  const keeps = may('staff.keepCredentials') && viewer.id !== personId;
  const supervises = member.posts.some(
    ({ role, endsOn }) => role === 'SUPERVISOR' && (!endsOn || endsOn >= viewer.agency.today),
  );
  return (
    <>
      <Section title={<Trans>资格证书</Trans>}>
        <Qualified member={member} />
        {member.qualification.credentials.length > 0 ? (
          <ul className={styles['list']}>
            {member.qualification.credentials.map((credential) => (
              <li key={credential.id}>
                <Card>
                  <CredentialLine credential={credential} />
                  <PaperList papers={member.papers.filter((paper) => paper.staffCredentialId === credential.id)} />
                  {keeps && !credential.takenBack ? (
                    <details className={styles['fold']} data-print="no">
                      <summary>
                        <Trans>这份记错了</Trans>
                      </summary>
                      <TakeBackCredentialForm credentialId={credential.id} reload={reload} />
                    </details>
                  ) : null}
                </Card>
              </li>
            ))}
          </ul>
        ) : null}
        {keeps ? (
          <details className={styles['fold']} data-print="no">
            <summary>
              <Trans>记下一份证书</Trans>
            </summary>
            <Card>
              <CertificatePapers member={member} reload={reload} />
              <RecordCredentialForm member={member} reload={reload} />
            </Card>
          </details>
        ) : null}
      </Section>
      {supervises ? (
        <Section title={<Trans>照看的名额</Trans>}>
          <SupervisorPlacesForm key={member.supervisorPlaces.version} member={member} reload={reload} />
        </Section>
      ) : null}
    </>
  );
}

function Qualified({ member }: { readonly member: Member }) {
  if (member.qualification.qualified) {
    return (
      <p className={styles['line']}>
        <StateBadge tone="good">
          <Trans>今天是持证社会工作者</Trans>
        </StateBadge>
      </p>
    );
  }
  return (
    <p className={styles['quiet']}>
      <Trans>今天还没有有效的社会工作证书。评估孩子时，至少要有一位持证的社会工作者在场（§6.2.2）。</Trans>
    </p>
  );
}

function CredentialLine({ credential }: { readonly credential: Credential }) {
  const { i18n } = useLingui();
  const words = useCredentialWords();
  const format = useFormat();
  const { tone, word } = STANDING_WORDS[credential.standing];
  const [from, until] = [
    format.day(credential.validFrom),
    credential.validUntil ? format.day(credential.validUntil) : '',
  ];
  return (
    <>
      <p className={styles['head']}>
        <strong>{words.kind(credential.kind)}</strong>
        {credential.takenBack ? (
          <StateBadge tone="quiet">
            <Trans>记错了，不再算数</Trans>
          </StateBadge>
        ) : (
          <StateBadge tone={tone}>{i18n._(word)}</StateBadge>
        )}
      </p>
      <p className={styles['line']}>
        {credential.validUntil ? (
          <Trans>
            从{from}到{until}
          </Trans>
        ) : (
          <Trans>从{from}起，没有写结束</Trans>
        )}
      </p>
      <p className={styles['quiet']}>
        {credential.issuedBy ? <>{credential.issuedBy} · </> : null}
        {credential.numberEnd ? <Trans>编号末四位 {credential.numberEnd}</Trans> : <Trans>没有写编号</Trans>}
        {credential.recordedBy ? (
          <>
            {' · '}
            <Trans>由{credential.recordedBy}记下</Trans>
          </>
        ) : null}
      </p>
      {credential.takenBack ? (
        <p className={styles['quiet']}>
          <Trans>原因：{words.reason(credential.takenBack)}</Trans>
        </p>
      ) : null}
    </>
  );
}

function CertificatePapers({ member, reload }: { readonly member: Member; readonly reload: () => void }) {
  const papers = member.papers.filter(({ staffCredentialId }) => !staffCredentialId);
  const uploads = usePapers({
    purpose: 'STAFF_CREDENTIAL',
    subjectId: member.personId,
    papers,
    added: reload,
    removed: reload,
  });
  return <PaperUpload label={<Trans>证书的照片或扫描件</Trans>} most={MOST_PAPERS} uploads={uploads} />;
}
