/** Where personal data lives, as a case remembers it: the list it was logged with, whatever becomes of the company file. */
export type System = {
  readonly id: string;
  readonly name: string;
  /** Who keeps it: a team of the company file. */
  readonly team: string;
};

/** A case that was logged before systems were kept by name has only their ids, and the team that leads does the search. */
export const systemNamed = (id: string, systems: readonly System[]): System =>
  systems.find((system) => system.id === id) ?? { id, name: id.replaceAll('_', ' '), team: 'operations' };
