// Of the agreements that somebody signed, or that were signed for a child: the words and the days; the names below them
// are also others'.
import type { GivenColumn, PlannedTable } from './copy-plan.js';

const say = (zh: string, en: string) => ({ zh, en });
const col = (zh: string, en: string): GivenColumn => ({ label: say(zh, en), speak: 'plain' });

export const AGREEMENT_COPY: readonly PlannedTable[] = [
  {
    table: 'agreement',
    title: say('签过的协议', 'Agreements'),
    of: 't.personId = ?',
    given: {
      number: col('编号', 'Number'),
      textSealed: col('全文', 'The text'),
      textHash: col('全文的指纹', 'Fingerprint of the text'),
      offeredAt: col('请您签的时间', 'Offered at'),
      startsOn: col('从', 'From'),
      validUntil: col('有效到', 'Valid until'),
      endedOn: col('结束', 'Ended'),
    },
    withheld: { valuesSealed: 'INTERNAL', endNoteSealed: 'OTHERS' },
  },
  {
    table: 'agreement_signature',
    title: say('协议下面的签名', 'Signatures below agreements'),
    of: 't.subjectId = ?',
    given: { signedOn: col('签名的日子', 'Signed on') },
    withheld: { nameSealed: 'OTHERS', relationSealed: 'OTHERS', signatureSealed: 'OTHERS', witnessSealed: 'OTHERS' },
  },
];
