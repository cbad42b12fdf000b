/** Whether a question is what to do now, for those who show an answer. */
export { asksWhatToDo } from '../../knowledge/question/what-to-do.ts';
