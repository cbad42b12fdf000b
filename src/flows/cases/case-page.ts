/** What a person sees when they open the list or a case, ready to be drawn. */
import { type Case, isOpen } from '../../requests/case/case.ts';
import { byUrgency } from '../../requests/case/summary.ts';
import { has, type Refusal, refuse } from '../../requests/decisions/decision.ts';
import { type CaseFace, faceOf } from './case-face.ts';
import { actorOf, type Casework, maySee } from './casework.ts';
import { type SeenByReader, seeCase } from './look-at-cases.ts';

type WithFace<T> = T extends { readonly sees: 'case' } ? T & { readonly face: CaseFace } : T;
export type CasePage = WithFace<SeenByReader>;

export const casePage = async (desk: Casework, number: string, user: string): Promise<CasePage> => {
  const seen = await seeCase(desk, number, user);
  return seen.ok && seen.sees === 'case' ? { ...seen, face: faceOf(desk, seen.request) } : seen;
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
