import { Trans } from '@lingui/react/macro';
import { useMay } from '../../app/session/session-context.js';
import { PaperUpload } from '../../ui/upload/PaperUpload.js';
import { usePapers } from '../../ui/upload/use-papers.js';
import { MOST_PAPERS } from './consent-form.js';
import type { RecordedConsent } from './ConsentRecord.js';

const NOTHING_TO_REMOVE = (): void => undefined;

export interface LatePapersProps {
  readonly companionshipId: string;
  readonly consent: RecordedConsent;
  readonly reload: () => void;
}

/** The paper often reaches the office after the word was written down: what is missing can be added, nothing exchanged. */
export function LatePapers({ companionshipId, consent, reload }: LatePapersProps) {
  const may = useMay();
  const uploads = usePapers({
    purpose: 'CONSENT_PAPER',
    subjectId: companionshipId,
    recordId: consent.id,
    papers: [],
    added: reload,
    removed: NOTHING_TO_REMOVE,
  });
  const room = MOST_PAPERS - consent.papers.length;
  if (!may('consent.record') || room <= 0) return null;
  return <PaperUpload label={<Trans>补上纸面材料</Trans>} most={room} uploads={uploads} />;
}
