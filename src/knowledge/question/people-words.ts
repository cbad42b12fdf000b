/** Which words are for people, by what they are, do, or are to somebody; and how a text is looked at for them. */
import { plain } from './words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words for one person. */
const PEOPLE = set(
    'accountant actor actress addict administrator adviser advisor agent alcoholic ambassador amputee analyst applicant ' +
    'apprentice architect archivist assistant astronaut athlete auditor aunt author baby babysitter bailiff baker banker ' +
    'barber barista barrister bartender bishop blacksmith bookkeeper boss boxer boy boyfriend brewer broker brother builder ' +
    'bursar busker butcher buyer caller candidate captain carer caretaker carpenter cashier ceo cfo chairman chairwoman ' +
    'champion chaplain chef chemist chief child childminder claimant cleaner clerk client climber clown coach colleague ' +
    'colonel comedian complainant composer conductor constable consul consultant contractor coo cook councillor counsellor ' +
    'courier cto curator customer cyclist dad dancer daughter dealer dean dentist designer detective developer director ' +
    'dispatcher diver doctor driver drummer editor electrician employee engineer farmer father fiance fiancee firefighter ' +
    'fisherman fitter flatmate foreman founder gardener girl girlfriend goalkeeper grandfather grandmother guard guest guy ' +
    'hairdresser handyman head headteacher housekeeper housemate husband imam inmate inspector instructor intern ' +
    'interpreter janitor jeweller jockey joiner journalist judge keeper kid lad lady landlord lawyer leader leaver lecturer ' +
    'librarian lieutenant lifeguard locksmith lodger magician man manager mayor mechanic member midwife minister mom monk ' +
    'mother mp mum nanny neighbour novelist nun nurse offender officer ographer operator optician organist owner packer ' +
    'painter paramedic partner patient peer person pharmacist photographer pianist picker pilot planner player plumber poet ' +
    'policeman policewoman porter postman president priest prisoner professor pupil rabbi ranger receptionist rector ' +
    'referee refugee registrar researcher resident roofer roommate rower runner sailor salesman saleswoman scientist ' +
    'sculptor secretary seller sergeant shareholder sheriff shopkeeper singer sister skipper sman smoker soldier solicitor ' +
    'son stallholder starter steward stewardess striker student supervisor surgeon surveyor survivor suspect swimmer swoman ' +
    'tailor teacher technician teenager teller temp tenant therapist trader tradesman trainee trainer translator treasurer ' +
    'trustee tutor twin umpire uncle undertaker vet veteran vicar victim violinist visitor volunteer waiter waitress welder ' +
    'whistleblower widow widower wife winner witness woman worker ' +
    'chap bloke gent gentleman fella dude pensioner toddler bride groom curate deacon curator seamstress cobbler tiler plasterer scaffolder ' +
    'glazier welder rigger docker miner shepherd beekeeper ferryman bosun purser sommelier dishwasher chambermaid valet concierge doorman ' +
    'bouncer croupier juggler cellist organist trumpeter soprano puppeteer actuary notary paralegal underwriter quant sous-chef headmistress ' +
    'headmaster principal chairperson bookbinder bricklayer caddie cartographer chemist coxswain drayman farrier harpist herbalist ' +
    'lamplighter lifeguard milkman muralist nutritionist optometrist oysterman perfumer piper projectionist saddler stonemason ' +
    'storyteller superintendent taxidermist thatcher typesetter typist usher verger warden weaver zookeeper hygienist dietitian ' +
    'landlady hostess goalie matron barmaid butler squire laird heir heiress duke duchess soloist tenor bassist guitarist choirmaster contestant finalist stoker ' +
    'groundsman deckhand newcomer redhead olympian medallist headliner runner-up ' +
    'mate prospect attendee delegate donor supporter adopter physiotherapist osteopath podiatrist phlebotomist cantor signwriter stagehand upholsterer user driver passenger holder subscriber guardian spouse relative speaker presenter sponsor organiser organizer participant sender recipient requester',
); // biome-ignore format: a list of words
/** Kinds of people that a policy speaks of: only what else is said of one of them singles somebody out. */
const KINDS = set(
    'person employee worker member customer client visitor guest applicant candidate patient resident tenant pupil student ' +
    'speaker presenter sponsor organiser organizer participant sender recipient requester ' +
    'child colleague contractor volunteer partner officer manager owner agent user driver passenger holder subscriber buyer caller claimant complainant member trainee mate prospect attendee delegate donor supporter adopter parent guardian carer relative spouse',
); // biome-ignore format: a list of words
const RELATIVES = set(
    'mother father mum mom dad parent parents wife husband son daughter brother sister widow widower partner girlfriend ' +
    'boyfriend ex carer nanny neighbour child baby kid kids children fiance fiancee twin uncle aunt lover nephew niece cousin grandson granddaughter grandfather grandmother stepson stepdaughter ex-wife ex-husband ' +
    'son-in-law daughter-in-law mother-in-law father-in-law brother-in-law sister-in-law landlord godson bride groom',
); // biome-ignore format: a list of words

/** Whether a word, written small, is one for a person by what they are or do. */
export const isOfPeople = (word: string): boolean => tagOf(word) !== null;

/** Whether it is one of those that policies speak of: a customer, an employee. */
export const isKindOfPeople = (word: string): boolean => KINDS.has(word);

/** In a text that is looked at, a word for a person is PERSON, with K for a kind and F for a relative: the patterns stay small and quick. */
export const PERSON = 'PERSONK?F?';
export const KIN = 'PERSONK?F';
const tagOf = (word: string): string | null =>
  PEOPLE.has(word) || RELATIVES.has(word) || /(?:ologist|ographer|sman|swoman)$/.test(word)
    ? `PERSON${KINDS.has(word) ? 'K' : ''}${RELATIVES.has(word) ? 'F' : ''}`
    : null;

export const tagged = (text: string): string =>
  plain(text).replace(/[a-z]+(?:-(?:wife|husband|in-law|chef))?(?:'s\b)?/g, (word) => {
    const bare = word.replace(/'s$/, '');
    const tag = tagOf(bare) ?? (bare.endsWith('s') ? tagOf(bare.slice(0, -1))?.concat('s') : undefined);
    return tag === undefined ? word : `${tag}${word.slice(bare.length)}`;
  });

/** Before a word for a person while roles are looked for. */
export const MARK = '¤';
export const MARKED_ROLE = `${MARK}[\\p{Ll}-]+`;

/** A text with the mark before each word for a person. */
export const marked = (text: string): string =>
  text.replace(/[a-z]+(?:-[a-z]+)*/gu, (word) => (tagOf(word) === null ? word : `${MARK}${word}`));
