/** A case that somebody names in a message or a question: they get the way to what they may see of it. */
import { casePage } from '../flows/cases/case-page.ts';
import { readCaseNumber } from '../requests/case/case-number.ts';
import { refusalNotice } from '../views/cases/case-notices.ts';
import { caseWay } from '../views/cases/case-way.ts';
import type { NoQuestion } from './ask.ts';
import type { Dependencies } from './dependencies.ts';

const written = /\b(?:DSR|CMP|CLT)[\s-]{0,3}\d{4}\s?-\s?\d{1,9}\b/i;

/** Whoever may see nothing of it reads the same as where there is no such case. */
export const namingACase =
  ({ cases, whoCan }: Pick<Dependencies, 'cases' | 'whoCan'>): NoQuestion =>
  async (text, user) => {
    const [found = ''] = written.exec(text) ?? [];
    const number = readCaseNumber(found)?.number;
    if (number === undefined) return null;
    const page = await casePage(cases, number, user);
    const message = page.ok
      ? caseWay(number, page)
      : refusalNotice(page, cases.defaults.timeZone, await whoCan());
    return { message, outcome: page.ok ? 'case_way' : 'refused' };
  };
