/** `privacy ask`: questions from a terminal or as JSON Lines, by the flow that Slack uses. */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { readConfig } from '../base/config.ts';
import { openCompany } from '../company/open-company.ts';
import { type Ask, answerQuestion } from '../flows/ask/answer-question.ts';
import { askWithModel } from '../flows/ask/ask-with-model.ts';
import { sentRequests } from '../flows/ask/sent-requests.ts';
import type { Answer, Citation } from '../knowledge/answer/answer.ts';
import { openKnowledge } from '../knowledge/answer/knowledge.ts';
import { finder } from '../knowledge/model/finder.ts';
import { PolicyProblem } from '../knowledge/policy/policy-problem.ts';
import { modelFrom } from '../runtime/model-from-config.ts';
import { companyFile, policyDir, regimeFor } from './company-env.ts';
import { done, type Io, no, type Verb, wrongUse } from './io.ts';

const USE = 'Usage: privacy ask [--json] "your question"   or   privacy ask --jsonl < questions';

const citationLines = (
  { section, policy, quote, leadIn, header }: Citation,
  several: boolean,
): readonly string[] => [
  '',
  `  ${several ? `${section} (${policy})` : section}`,
  ...(header === null ? [] : [`    ${header}`]),
  ...(leadIn === null ? [] : [`    ${leadIn}`]),
  `    “${quote.replace(/\s*\n\s*/g, ' ')}”`,
];

const besideLines = ({ law, procedure }: Answer): readonly string[] => [
  ...(law.length === 0
    ? []
    : ['The law (not our policy):', ...law.map(({ text, source }) => `  - ${text} (${source})`), '']),
  ...(procedure.length === 0
    ? []
    : ['How we do it (our procedure, not the policy):', ...procedure.map((rule) => `  - ${rule}`), '']),
];

/** How a person reads it at a terminal; what answers beside a silent policy stands first. */
const readable = (answer: Answer, several: boolean): readonly string[] => {
  const beside = besideLines(answer);
  const first = answer.outcome === 'silent' && answer.answeredBeside === true;
  return [
    ...(first ? beside : []),
    answer.answer,
    ...answer.citations.flatMap((citation) => citationLines(citation, several)),
    ...(answer.nearest.length === 0
      ? []
      : [
          '',
          'What comes closest:',
          ...answer.nearest.flatMap((citation) => citationLines(citation, several)),
        ]),
    ...(first || beside.length === 0 ? [] : ['', ...beside.slice(0, -1)]),
    ...(answer.didYouMean.length === 0
      ? []
      : ['', 'Did you mean:', ...answer.didYouMean.map((other) => `  - ${other}`)]),
  ];
};

/** The shape of interface.md, section 4: what only decides how it is shown stays out. */
const asJson = ({ answeredBeside: _, ...answer }: Answer): string => JSON.stringify(answer);

const lineSchema = z.object({ question: z.string() });

type AskLine =
  | { readonly question: string }
  | { readonly error: { code: string; message: string; field: string } };

/** A line that begins like a JSON object or list has to be an object with a question; every other line is the question itself. */
export const readQuestionLine = (line: string): AskLine => {
  if (!/^\uFEFF?\s*[{[]/.test(line)) return { question: line };
  try {
    const read = lineSchema.safeParse(JSON.parse(line.replace(/^\uFEFF/, '')));
    if (read.success) return { question: read.data.question };
    return {
      error: {
        code: 'bad_input',
        message: 'Give the question as text: {"question":"…"}.',
        field: 'question',
      },
    };
  } catch {
    return { error: { code: 'bad_json', message: 'This line is not valid JSON.', field: 'line' } };
  }
};

/** The same flow as in Slack, with the same model when one is configured; a broken configuration means no model here. */
const asking = async (io: Io): Promise<Ask> => {
  const read = readConfig(io.env);
  const dir = policyDir(io.env);
  const { company } = await openCompany(companyFile(io.env), dir);
  const knowledge = await openKnowledge(dir, undefined, regimeFor(io.env, company), company);
  const settings = read.ok ? read.config.model : null;
  const model = await modelFrom({ model: settings });
  if (model === null || settings === null) return answerQuestion(knowledge);
  const { clock } = io;
  const after = (ms: number): Promise<void> => wait(ms, undefined, { ref: false });
  return askWithModel(knowledge, {
    find: finder(knowledge.documents, model, settings.context),
    look: model.look,
    clock,
    after,
    patienceMs: settings.patienceMs,
    sent: sentRequests(clock),
    told: () => undefined,
  });
};

export const ask: Verb = async (args, io) => {
  const flags = args.filter((arg) => arg.startsWith('--'));
  const question = args.filter((arg) => !arg.startsWith('--')).join(' ');
  const unknown = flags.find((flag) => flag !== '--json' && flag !== '--jsonl');
  const lines = flags.includes('--jsonl');
  if (unknown !== undefined || (!lines && question.trim() === '') || (lines && question !== '')) {
    io.err(
      unknown === undefined
        ? 'privacy ask: one question is needed.'
        : `privacy ask: there is no option ${unknown}.`,
    );
    io.err(USE);
    return wrongUse;
  }
  try {
    const answer = await asking(io);
    if (!lines) {
      const given = await answer(question);
      if (flags.includes('--json')) io.out(asJson(given));
      else
        for (const line of readable(
          given,
          new Set([...given.citations, ...given.nearest].map(({ policy }) => policy)).size > 1,
        ))
          io.out(line);
      return done;
    }
    for await (const line of io.lines()) {
      const read = readQuestionLine(line);
      io.out('error' in read ? JSON.stringify(read) : asJson(await answer(read.question)));
    }
    return done;
  } catch (problem) {
    if (!(problem instanceof PolicyProblem)) throw problem;
    io.err(`privacy ask: ${problem.message}`);
    return no;
  }
};
