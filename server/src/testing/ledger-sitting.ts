// A family asked for the ledger through the API, as a worker's page does it: each group by itself, the text heard first.
import { offerOf, type Audience, type ConsentAnswer, type DisclosurePurpose } from '@tongxing/shared/disclosure';
import type { TestClient } from './test-app.js';

const TEXT = `query ($purpose: DisclosurePurpose!, $audience: DisclosureAudience!, $until: LocalDate!) {
  consentText(purpose: $purpose, audience: $audience, until: $until, language: ZH) { hash } }`;
const RECORD = `mutation ($i: RecordDisclosureConsentInput!) { outcome: recordDisclosureConsent(input: $i) { __typename
  ... on InvalidInput { fields { field code } } } }`;
const GUARDIANS = 'query ($id: ID!) { consentLedger(childId: $id) { guardians { id name } } }';

export interface Asked {
  readonly purpose: DisclosurePurpose;
  readonly audience: Audience;
  readonly until: string;
}
/** What one voice says to everything, and what it says otherwise to some of it. */
export interface Voice {
  readonly says: ConsentAnswer;
  readonly but?: Readonly<Record<string, ConsentAnswer>>;
}
export interface Sitting {
  readonly requestId: string;
  readonly guardian?: Voice;
  readonly child?: Voice;
}

export async function guardiansOf(worker: TestClient, childId: string): Promise<{ id: string; name: string }[]> {
  const { consentLedger } = await worker.data<{ consentLedger: { guardians: { id: string; name: string }[] } }>(
    GUARDIANS,
    { id: childId },
  );
  return consentLedger.guardians;
}

/** Written down by a worker, the first guardian's word and the child's; the name of the outcome. */
export async function heard(worker: TestClient, childId: string, asked: Asked, sitting: Sitting): Promise<string> {
  const { consentText } = await worker.data<{ consentText: { hash: string } }>(TEXT, asked);
  const groups = offerOf(asked.purpose, asked.audience)?.groups ?? [];
  const said = (voice: Voice | undefined) =>
    voice && {
      method: 'WITNESSED',
      witnessName: '林老师',
      answers: groups.map((group) => ({ group, answer: voice.but?.[group] ?? voice.says })),
    };
  const [guardian] = await guardiansOf(worker, childId);
  const i = {
    ...asked,
    ...{ childId, requestId: sitting.requestId, language: 'ZH', textHash: consentText.hash, readAloud: true },
    guardian: sitting.guardian && { ...said(sitting.guardian), guardianId: guardian?.id },
    child: said(sitting.child),
  };
  const { outcome } = await worker.data<{ outcome: { __typename: string; fields?: object[] } }>(RECORD, { i });
  return outcome.fields ? JSON.stringify(outcome.fields) : outcome.__typename;
}
