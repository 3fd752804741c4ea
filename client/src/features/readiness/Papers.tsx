import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMay } from '../../app/session/session-context.js';
import type { VolunteerPaperPurpose, VolunteerQuery } from '../../gql/graphql.js';
import { Card } from '../../ui/page/Page.js';
import { PaperList } from '../../ui/upload/PaperList.js';
import { PaperUpload } from '../../ui/upload/PaperUpload.js';
import { usePapers } from '../../ui/upload/use-papers.js';
import styles from './readiness.module.css';

type Paper = NonNullable<VolunteerQuery['volunteer']>['papers'][number];

/** As the server has it. */
const MOST = 20;
const PURPOSES = [
  ['TRAINING_CERTIFICATE', <Trans key="training">培训证明</Trans>],
  ['VOLUNTEER_AGREEMENT', <Trans key="agreement">志愿服务协议</Trans>],
] as const satisfies readonly (readonly [VolunteerPaperPurpose, unknown])[];

export interface PapersProps {
  readonly volunteerId: string;
  readonly papers: readonly Paper[];
  readonly reload: () => void;
}

/** What stands behind the dates above: scans of the certificate and the agreement. */
export function Papers({ volunteerId, papers, reload }: PapersProps) {
  const may = useMay();
  return (
    <Card>
      <div className={styles['papers']}>
        {PURPOSES.map(([purpose, label]) => {
          const own = papers.filter((paper) => paper.purpose === purpose);
          return may('volunteer.keepPapers') ? (
            <PaperField key={purpose} {...{ volunteerId, purpose, label, papers: own, reload }} />
          ) : (
            <PaperList key={purpose} papers={own} />
          );
        })}
      </div>
    </Card>
  );
}

function PaperField({
  volunteerId,
  purpose,
  label,
  papers,
  reload,
}: PapersProps & { readonly purpose: VolunteerPaperPurpose; readonly label: ReactNode }) {
  const uploads = usePapers({ purpose, subjectId: volunteerId, papers, added: reload, removed: reload });
  return <PaperUpload label={label} most={MOST} uploads={uploads} />;
}
