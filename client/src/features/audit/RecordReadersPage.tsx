import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { Page } from '../../ui/page/Page.js';
import { WhoSees } from '../../ui/page/WhoSees.js';
import { FileReaders } from '../file-access/index.js';

/** Who has seen one record, for an auditor who may not open the record itself. */
export default function RecordReadersPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  return (
    <Page title={t`谁看过这份资料`} lead={<Trans>每一次查看，在资料显示出来以前就已经记下。</Trans>}>
      <FileReaders subjectId={id} />
      <WhoSees permission="audit.read" />
    </Page>
  );
}
