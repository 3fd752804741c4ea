import { graphql } from '../../gql/index.js';

export const COURSE_OUTLINE = graphql(`
  query CourseOutline($lessons: CourseLessons!) {
    onlineCourse(lessons: $lessons) {
      round
      mayTakeAgain
      finishedAt
      lessons {
        key
        place
        title {
          zh
          en
        }
        minutes
        done
      }
    }
  }
`);

export const LESSON = graphql(`
  query Lesson($lessons: CourseLessons!) {
    onlineCourse(lessons: $lessons) {
      finishedAt
      lessons {
        key
        place
        title {
          zh
          en
        }
        minutes
        done
        passages {
          kind
          text {
            zh
            en
          }
        }
        quiz {
          key
          ask {
            zh
            en
          }
          options {
            key
            text {
              zh
              en
            }
          }
        }
      }
    }
  }
`);

export const TAKE_AGAIN = graphql(`
  mutation TakeLessonsAgain($input: TakeLessonsAgainInput!) {
    takeLessonsAgain(input: $input) {
      __typename
      ... on Course {
        round
        mayTakeAgain
      }
      ... on TrainingRefused {
        why
      }
    }
  }
`);

export const ANSWER_LESSON = graphql(`
  mutation AnswerLesson($input: AnswerLessonInput!) {
    answerLesson(input: $input) {
      ... on LessonAnswered {
        marks {
          question
          option
          right
          why {
            zh
            en
          }
        }
        course {
          finishedAt
          lessons {
            key
            done
          }
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
