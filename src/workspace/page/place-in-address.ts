/** Who one is and where, read from and written to the address bar. */
import type { PageSpot } from './desk.ts';

/** Who and where, kept behind the "#" of the address, so that a reload stays there. */
export type AddressPlace = { readonly person: string; readonly spot: PageSpot | null };

export const readPlace = (hash: string): AddressPlace => {
  const [person = '', where = '', tab = ''] = hash.replace(/^#/, '').split('/');
  if (where === 'app' && (tab === 'home' || tab === 'messages' || tab === 'about')) {
    return { person, spot: { kind: 'app', tab } };
  }
  return { person, spot: where === '' || where === 'app' ? null : { kind: 'channel', id: where } };
};

export const writePlace = (person: string, spot: PageSpot): string =>
  spot.kind === 'app' ? `#${person}/app/${spot.tab}` : `#${person}/${spot.id}`;
