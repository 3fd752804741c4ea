import { graphql } from '../../gql/index.js';

export const SAVED_VIEWS = graphql(`
  query SavedViews($list: ListName!) {
    savedViews(list: $list) {
      id
      name
      query
      shared
      mine
      version
    }
  }
`);

export const SAVE_VIEW = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      ... on SavedView {
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

export const CHANGE_VIEW = graphql(`
  mutation ChangeView($input: ChangeViewInput!) {
    changeView(input: $input) {
      ... on SavedView {
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

export const REMOVE_VIEW = graphql(`
  mutation RemoveView($input: RemoveViewInput!) {
    removeView(input: $input) {
      ... on SavedView {
        id
      }
      ... on UserError {
        code
      }
    }
  }
`);

export const CHOICES = graphql(`
  query ListChoices($offices: Boolean = false, $supervisors: Boolean = false, $workers: Boolean = false) {
    officeChoices @include(if: $offices) {
      id
      name
    }
    supervisorChoices @include(if: $supervisors) {
      personId
      name
    }
    workerChoices @include(if: $workers) {
      personId
      name
    }
  }
`);

export const MOVE_CHILDREN = graphql(`
  mutation MoveChildren($input: MoveChildrenInput!) {
    outcome: moveChildren(input: $input) {
      ... on ListChange {
        id
        changed
        kept
        reasons {
          why
          count
        }
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

export const MOVE_VOLUNTEERS = graphql(`
  mutation MoveVolunteers($input: MoveVolunteersInput!) {
    outcome: moveVolunteers(input: $input) {
      ... on ListChange {
        id
        changed
        kept
        reasons {
          why
          count
        }
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

export const ASSIGN_SUPERVISOR = graphql(`
  mutation AssignSupervisor($input: AssignSupervisorInput!) {
    outcome: assignSupervisor(input: $input) {
      ... on ListChange {
        id
        changed
        kept
        reasons {
          why
          count
        }
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

export const MOVE_HOUSEHOLDS = graphql(`
  mutation MoveHouseholds($input: MoveHouseholdsInput!) {
    outcome: moveHouseholds(input: $input) {
      ... on ListChange {
        id
        changed
        kept
        reasons {
          why
          count
        }
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

export const HAND_OVER = graphql(`
  mutation HandOverCompanionships($input: HandOverCompanionshipsInput!) {
    outcome: handOverCompanionships(input: $input) {
      ... on ListChange {
        id
        changed
        kept
        reasons {
          why
          count
        }
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

export const INVITE_VOLUNTEERS = graphql(`
  mutation InviteVolunteers($input: InviteVolunteersInput!) {
    outcome: inviteVolunteers(input: $input) {
      ... on ListChange {
        id
        changed
        kept
        reasons {
          why
          count
        }
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

export const UNDO_LIST_CHANGE = graphql(`
  mutation UndoListChange($input: UndoListChangeInput!) {
    undoListChange(input: $input) {
      ... on ListChange {
        id
        changed
        kept
      }
      ... on UserError {
        code
      }
    }
  }
`);
