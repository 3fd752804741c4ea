import { graphql } from '../../gql/index.js';

export const EVIDENCE = graphql(`
  query ComplianceEvidence {
    complianceEvidence {
      id
      year
      number
      asOf
      running
      madeBy
      fingerprint
      chainRows
      chainWhole
    }
  }
`);

export const EVIDENCE_PARTS = graphql(`
  query EvidenceParts($evidenceId: ID!, $english: Boolean!) {
    evidenceParts(evidenceId: $evidenceId, english: $english) {
      heading
      columns
      rows {
        cells
      }
    }
  }
`);

export const MAKE_EVIDENCE = graphql(`
  mutation MakeEvidence($input: MakeEvidenceInput!) {
    makeComplianceEvidence(input: $input) {
      ... on ComplianceEvidence {
        id
        number
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
    }
  }
`);
