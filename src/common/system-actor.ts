/** Who does what time alone does, as timelines and ledgers name it. */
export const SYSTEM = 'system';
