import type { Spot } from './desk.ts';

/** Who and where, kept behind the "#" of the address, so that a reload stays there. */
export type Place = { readonly person: string; readonly spot: Spot | null };

export const readPlace = (hash: string): Place => {
  const [person = '', where = '', tab = ''] = hash.replace(/^#/, '').split('/');
  if (where === 'app' && (tab === 'home' || tab === 'messages' || tab === 'about')) {
    return { person, spot: { kind: 'app', tab } };
  }
  return { person, spot: where === '' || where === 'app' ? null : { kind: 'channel', id: where } };
};

export const writePlace = (person: string, spot: Spot): string =>
  spot.kind === 'app' ? `#${person}/app/${spot.tab}` : `#${person}/${spot.id}`;
