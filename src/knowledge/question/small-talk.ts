/** Thanks, greetings and goodbyes: a message that asks nothing, whatever a policy may say. */

export type SmallTalk = 'thanks' | 'greeting' | 'goodbye';

/** `:tada:` as Slack sends it, and the pictures themselves. */
const PICTURES = /:[a-z0-9_+-]+:|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D/giu;

const greetings =
  'hi|hello|hey|hiya|howdy|good (?:morning|afternoon|evening|day)|morning|afternoon|greetings|how are you(?: doing)?(?: today)?|hows it going|whats up';
const goodbyes =
  '(?:i(?:ll| will) )?(?:see|catch|talk to|speak to) (?:you|ya|u)(?: all| both)?(?: (?:tomorrow|later|soon|around|again|then|next (?:week|time)|on (?:mon|tues|wednes|thurs|fri)day))*|see ya|bye(?: bye| now)?|goodbye|cya|ttyl|good ?night|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend|afternoon|time)|you too|take care|until (?:tomorrow|next time)|later';
const thanks =
  '(?:many |ok )?(?:thanks?|thank you|thankyou|thx|tnx|ty|tysm|cheers|ta)(?: you)?(?: (?:so|very) much| a (?:lot|million|bunch)| again| for (?:that|this|the (?:help|info|answer|quick (?:reply|answer|response))|your (?:help|time|answer)|helping(?: me| us)?))*|much appreciated|appreciate (?:it|that)|(?:you(?:re| are) (?:a |an |the )?(?:star|best|legend|hero|angel|lifesaver|life saver|great|awesome|amazing|brilliant|welcome))|(?:that|this|it)(?:s| is| was)? ?(?:really |very |so |super )?(?:helps?|helped|helpful|useful|great|perfect|clear|good|fine|all(?: i need(?:ed)?(?: to know)?)?|what i needed|makes sense|works)(?: a lot)?|makes sense|no (?:worries|problem|more questions)|never ?mind|nvm|got it|gotcha|i see|understood|noted|will do|well done|good (?:job|bot|to know|stuff)|nice (?:one|work|job)|lol|haha+|all good|sounds good|fair enough';
const fillers =
  'ok(?:ay)?|k|kk|cool|great|perfect|awesome|nice|brilliant|excellent|super|lovely|wonderful|amazing|fantastic|good|fine|right|sure|alright|yes|yep|yeah|yup|no|nope|oh|ah|wow|so|and|very|much|really|all|everyone|everybody|team|there|mate|bot|guys|folks|friend|now|again|then|today';

const only = (of: string): RegExp => new RegExp(`^(?:(?:${of}|${fillers})(?: |$))+$`, 'u');
const holding = (of: string): RegExp => new RegExp(`(?:^| )(?:${of})(?: |$)`, 'u');
const anything = only(`${thanks}|${goodbyes}|${greetings}`);
const asGoodbye = holding(goodbyes);
const asGreeting = holding(greetings);
const asThanks = holding(thanks);

/** "And then?" asks on. */
const ASKS_ON = /^(?:(?:and|so|ok|okay|right|yes|sure) )*(?:and|so|then|now)$/u;

/** What a message says where it says nothing but pleasantries; null for everything else, a mere picture counts as thanks. */
export const smallTalkIn = (message: string): SmallTalk | null => {
  const words = message
    .toLowerCase()
    .replace(PICTURES, ' ')
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (words === '') return message.replace(PICTURES, '') === message ? null : 'thanks';
  if (!anything.test(words) || (message.includes('?') && ASKS_ON.test(words))) return null;
  if (asThanks.test(words)) return 'thanks';
  if (asGoodbye.test(words)) return 'goodbye';
  return asGreeting.test(words) ? 'greeting' : 'thanks';
};
