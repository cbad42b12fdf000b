/** What the bot holds about everybody who uses it, as sentences for `/privacy about-me`. */
export const alwaysHeld = (modelOn: boolean): readonly string[] => [
  ...(modelOn
    ? [
        'A language model helps to word answers. It gets your question with names and numbers taken out, and the policy’s own sentences. What was sent for you last is kept in memory for an hour: /privacy what-was-sent shows it.',
      ]
    : []),
  'Your questions are not kept. To pass one on to the privacy team I remember it in memory for up to an hour, then it is gone.',
  'While I answer a message it lies sealed on my disk, so that a crash does not lose it; when it is answered, its words are deleted. For a day I keep only its number, so that nothing is answered twice.',
  'When you press Helpful or Not helpful I keep the verdict, the day and your note, without your name.',
  'My log has your Slack id, what you did (for instance “asked”), how it ended and how long it took. Never what you wrote.',
];
