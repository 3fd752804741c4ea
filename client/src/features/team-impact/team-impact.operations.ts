import { graphql } from '../../gql/index.js';

export const IMPACT = graphql(`
  query CompanyImpact($year: Int!) {
    companyImpact(year: $year) {
      teamId
      teamName
      year
      people
      minutes
      participants
      taskReached
      processReached
      papers {
        id
        ...TeamPaper_All
      }
      closed
      frozenAt
      hash
      days {
        onDate
        theme
        themeEn
        people
        minutes
        participants
        outcomes
      }
    }
  }
`);

export const FREEZE = graphql(`
  mutation FreezeTeamYear($input: FreezeYearInput!) {
    outcome: freezeTeamYear(input: $input) {
      ... on Impact {
        frozenAt
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const AFTER_MY_DAYS = graphql(`
  query AfterMyDays {
    afterMyDays {
      services {
        id
        teamName
        theme
        themeEn
        onDate
        minutes
      }
      interest
    }
  }
`);

export const SAY_INTEREST = graphql(`
  mutation SayCompanionInterest($input: SayInterestInput!) {
    sayCompanionInterest(input: $input) {
      interest
    }
  }
`);

export const SERVICE_HOLDS = graphql(`
  query ServiceCertificateHolds($number: String!) {
    serviceCertificateHolds(number: $number)
  }
`);
