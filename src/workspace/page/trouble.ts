/** Why time was not moved. */
export const sentenceForTravel = (result: { readonly error: string } | null): string => {
  switch (result?.error) {
    case 'under_way':
      return 'Time is being moved already.';
    case 'time_is_fixed':
      return 'Time cannot be moved here.';
    default:
      return 'Moving time failed; Under the hood says why.';
  }
};

/** What the page says for an error word of the workspace; null when the person was told in another place (under the field, by Slackbot). */
export const sentenceFor = (error: string, app: string): string | null => {
  switch (error) {
    case 'invalid_answers':
    case 'trouble_connecting':
    case 'unknown_command':
    case 'not_supported_in_threads':
      return null;
    case 'operation_timeout':
      return `${app} did not answer within 3 seconds (operation_timeout). Try again?`;
    case 'dispatch_failed':
      return `${app} could not be reached (dispatch_failed). Try again?`;
    case 'not_in_channel':
      return 'You are not a member of this channel.';
    case 'user_disabled':
      return 'This person has left.';
    case 'message_not_found':
    case 'thread_not_found':
    case 'not_found':
    case 'action_not_found':
      return 'This is no longer there. It may have changed meanwhile.';
    default:
      return error.includes(' ') ? error : `That did not work (${error}).`;
  }
};
