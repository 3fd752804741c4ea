import { graphql } from '../../gql/index.js';

export const PROGRAMMES = graphql(`
  query Programmes {
    programmes {
      id
      name
      nameEn
      purpose
      level
      support
      places
      held
      startsOn
      endsOn
    }
  }
`);

export const PROGRAMME = graphql(`
  query Programme($id: ID!) {
    programme(id: $id) {
      id
      version
      name
      nameEn
      purpose
      level
      support
      places
      held
      startsOn
      endsOn
      criteria {
        minAge
        maxAge
        schoolStages
        allowOutOfSchool
        registrations
        categoriesAny
      }
      currentPlaces {
        id
        startsOn
        child {
          id
          name
        }
      }
    }
  }
`);

export const CREATE_PROGRAMME = graphql(`
  mutation CreateProgramme($input: CreateProgrammeInput!) {
    createProgramme(input: $input) {
      __typename
      ... on Programme {
        id
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const CHANGE_PROGRAMME = graphql(`
  mutation ChangeProgramme($input: ChangeProgrammeInput!) {
    changeProgramme(input: $input) {
      __typename
      ... on Programme {
        id
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const CHILD_SUPPORT = graphql(`
  query ChildSupport($id: ID!) {
    child(id: $id) {
      id
      name
      coverage {
        level
        support
        standing {
          kind
          subjectId
          name
          nameEn
          since
        }
      }
      programmePlaces {
        id
        programmeId
        programme
        programmeEn
        startsOn
        endsOn
        endReason
      }
      programmeChoices {
        fits
        programme {
          id
          name
          nameEn
          places
          held
        }
        findings {
          criterion
          outcome
          remedy
          wanted
          found
          from
        }
      }
    }
  }
`);

export const ENROL_CHILD = graphql(`
  mutation EnrolChild($input: EnrolChildInput!) {
    enrolChild(input: $input) {
      __typename
      ... on ProgrammePlace {
        id
      }
      ... on EnrolmentRefused {
        why
        places
        findings {
          criterion
          outcome
          remedy
          wanted
          found
          from
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const END_PLACE = graphql(`
  mutation EndProgrammePlace($input: EndProgrammePlaceInput!) {
    endProgrammePlace(input: $input) {
      __typename
      ... on ProgrammePlace {
        id
      }
      ... on InvalidInput {
        fields {
          field
          code
        }
      }
      ... on UserError {
        code
      }
    }
  }
`);
