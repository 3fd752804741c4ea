import { Trans, useLingui } from '@lingui/react/macro';
import { assertUnreachable } from '@tongxing/shared/kernel';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { useMay } from '../../app/session/session-context.js';
import type { CompanionshipQuery } from '../../gql/graphql.js';
import { Button } from '../../ui/button/Button.js';
import { RequestFault } from '../../ui/form/RequestFault.js';
import { Card, Section } from '../../ui/page/Page.js';
import { CommonRefusal } from '../../ui/states/CommonRefusal.js';
import { RefusalPanel } from '../../ui/states/Refusal.js';
import { useToast } from '../../ui/toast/toast-context.js';
import { FindingList, openFindings } from '../readiness/index.js';
import { RESTART_COMPANIONSHIP } from './companionship.operations.js';

export interface RestartProps {
  readonly companionship: NonNullable<CompanionshipQuery['companionship']>;
  readonly reload: () => void;
}

/** After a stop that was lifted: the same two may begin anew, and everybody is asked anew. */
export function Restart({ companionship, reload }: RestartProps) {
  const { t } = useLingui();
  const may = useMay();
  const navigate = useNavigate();
  const toast = useToast();
  const [{ fetching }, restart] = useMutation(RESTART_COMPANIONSHIP);
  const [problem, setProblem] = useState<ReactNode>(null);
  const { id: companionshipId, endCause, cover, volunteer } = companionship;
  if (endCause !== 'STOP' || cover || !may('companionship.prepare')) return null;

  const begin = async (): Promise<void> => {
    setProblem(null);
    const { data, error } = await restart({ input: { companionshipId } });
    if (!data) {
      setProblem(<RequestFault error={error} />);
      return;
    }
    const result = data.restartCompanionship;
    switch (result.__typename) {
      case 'Companionship':
        toast({ message: t`邀请已经发给志愿者。` });
        void navigate(`/agency/companionships/${encodeURIComponent(result.id)}`);
        return;
      case 'VolunteerNotEligible':
        setProblem(<StillStopped name={volunteer.name} findings={result.findings} />);
        return;
      case 'PlaceTaken':
        setProblem(<NoPlace who={result.who} name={volunteer.name} />);
        return;
      case 'TransitionRefused':
      case 'StaleVersion':
      case 'NotFound':
        setProblem(<CommonRefusal kind={result.__typename} reload={reload} />);
        return;
      default:
        assertUnreachable(result);
    }
  };

  return (
    <Section title={<Trans>两个人重新开始</Trans>}>
      <Card>
        <p>
          <Trans>
            如果停止服务是一场误会，恢复以后，两个人可以重新开始一段陪伴。志愿者、家庭和孩子都要重新问一遍；这一段的记录留在这里。
          </Trans>
        </p>
        {problem}
        <div>
          <Button variant="default" loading={fetching} onClick={() => void begin()}>
            <Trans>重新邀请志愿者</Trans>
          </Button>
        </div>
      </Card>
    </Section>
  );
}

type Findings = Parameters<typeof openFindings>[0];

function StillStopped({ name, findings }: { readonly name: string; readonly findings: Findings }) {
  return (
    <RefusalPanel
      what={<Trans>现在还不能邀请{name}</Trans>}
      why={<Trans>{name}的服务还没有恢复，或者手续现在不齐。</Trans>}
      now={<FindingList findings={openFindings(findings)} />}
      ask={<Trans>您的督导者或机构负责人。</Trans>}
    />
  );
}

function NoPlace({ who, name }: { readonly who: string; readonly name: string }) {
  return (
    <RefusalPanel
      what={<Trans>这两个人现在没有空的名额</Trans>}
      why={
        who === 'CHILD' ? (
          <Trans>这个孩子已经有了另一段陪伴的安排。</Trans>
        ) : who === 'WORKER' ? (
          <Trans>您和这个家庭的人已有别的工作关系，这段陪伴要由另一位同事来跟进（督导和个案分开）。</Trans>
        ) : who === 'VOLUNTEER' ? (
          <Trans>{name}陪伴的孩子已经够多了。</Trans>
        ) : (
          <Trans>{name}的督导者照看的陪伴已经够多了。</Trans>
        )
      }
      now={
        who === 'WORKER' ? (
          <Trans>请服务点的另一位社会工作者来邀请。</Trans>
        ) : (
          <Trans>可以等有了空的名额再来，或者做一次匹配，为孩子找另一位陪伴者。</Trans>
        )
      }
      ask={<Trans>您的督导者可以调整名额。</Trans>}
    />
  );
}
