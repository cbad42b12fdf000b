/** Where a model server stands, as far as its host name tells; a name is no proof, and doctor says so. */
export type Whereabouts = 'own' | 'eea' | 'united_kingdom' | 'elsewhere' | 'unknown';

/** This machine or a private network. */
const OWN =
  /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|\[f[cd])|\.(?:local|internal|lan|home\.arpa)$/u;
/** Regions of the large clouds: eu-west-2 is London, eu-central-2 Zürich. */
const REGIONS: readonly (readonly [Whereabouts, RegExp])[] = [
  ['united_kingdom', /\beu-west-2\b|europe-west2\b|\buk-?(?:south|west)\b|uk(?:south|west)/u],
  ['elsewhere', /\beu-central-2\b|europe-west6\b|switzerland(?:north|west)|\b(?:us|ap|ca|sa|me|af|il|mx)-\w+-\d\b|\b(?:east|west|central|south|north)?us\d?\b/u],
  ['eea', /\beu-(?:west|central|north|south)-\d\b|europe-(?:west|central|north|southwest)\d+|(?:westeurope|northeurope|francecentral|francesouth|germanywestcentral|germanynorth|swedencentral|norwayeast|norwaywest|italynorth|spaincentral|polandcentral|denmarkeast|belgiumcentral|austriaeast|finlandcentral)/u],
]; // biome-ignore format: one row a place
/** Providers whose standard address is known to be served from the EEA, by their own documentation (November 2026). */
const EEA_HOSTS =
  /(?:^|\.)(?:eu\.api\.openai\.com|mistral\.ai|scaleway\.ai|ovhcloud\.net|aleph-alpha\.com|ionos\.com)$/u;
const ELSEWHERE_HOSTS =
  /(?:^|\.)(?:api\.openai\.com|anthropic\.com|googleapis\.com|groq\.com|together\.(?:ai|xyz)|deepseek\.com|openrouter\.ai|fireworks\.ai|x\.ai|perplexity\.ai|aliyuncs\.com)$/u;
const EEA_COUNTRIES =
  /\.(?:at|be|bg|hr|cy|cz|dk|ee|fi|fr|de|gr|hu|ie|it|lv|lt|lu|mt|nl|pl|pt|ro|sk|si|es|se|is|li|no|eu)$/u;

/** `host` as in a URL, with or without a port. */
export const whereaboutsOf = (host: string): Whereabouts => {
  const name = host.toLowerCase().replace(/:\d+$/u, '');
  if (OWN.test(name) || !name.includes('.')) return 'own';
  const region = REGIONS.find(([, pattern]) => pattern.test(name));
  if (region !== undefined) return region[0];
  if (EEA_HOSTS.test(name)) return 'eea';
  if (ELSEWHERE_HOSTS.test(name)) return 'elsewhere';
  if (EEA_COUNTRIES.test(name)) return 'eea';
  return name.endsWith('.uk') ? 'united_kingdom' : 'unknown';
};
