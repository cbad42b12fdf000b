/** What a person sees when they open the list or a case, ready to be drawn. */
import { type Case, isOpen } from '../../requests/case/case.ts';
import { byUrgency } from '../../requests/case/summary.ts';
import { has, type Refusal, refuse } from '../../requests/decisions/decision.ts';
import { type CaseFace, faceOf } from './case-face.ts';
import { actorOf, type Casework, maySee } from './casework.ts';
import { type Unheard, unheard } from './heard-when.ts';
import { type SeenByReader, seeCase } from './look-at-cases.ts';

/** `unheard`: who is asked and is told later. */
type Faced = { readonly face: CaseFace; readonly unheard: Unheard | null };
type WithFace<T> = T extends { readonly sees: 'case' } ? T & Faced : T;
export type CasePage = WithFace<SeenByReader>;

export const casePage = async (desk: Casework, number: string, user: string): Promise<CasePage> => {
  const seen = await seeCase(desk, number, user);
  if (!seen.ok || seen.sees !== 'case') return seen;
  const face = faceOf(desk, seen.request);
  const { approvers, clock, hours } = desk;
  const told = hours === undefined || approvers === undefined;
  return { ...seen, face, unheard: told ? null : unheard(face, await approvers(), user, clock(), hours) };
};

/** Open cases that this person may see, most urgent first. */
export const openFaces = async (
  desk: Casework,
  user: string,
): Promise<{ readonly ok: true; readonly faces: readonly CaseFace[] } | Refusal> => {
  const actor = await actorOf(desk, user);
  if (!has(actor, 'team')) return refuse('team_only');
  const requests: readonly Case[] = (await desk.register.list()).map(({ summary }) => summary);
  const faces = requests
    .filter((request) => isOpen(request) && maySee(request, actor))
    .map((request) => faceOf(desk, request));
  return { ok: true, faces: faces.sort(byUrgency) };
};
