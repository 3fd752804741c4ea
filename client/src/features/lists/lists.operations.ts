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
  query ListChoices($supervisors: Boolean = false) {
    officeChoices {
      id
      name
    }
    supervisorChoices @include(if: $supervisors) {
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
