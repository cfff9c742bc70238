import { nameFormOf } from '../../../../src/screening/domain/name-form';

/**
 * A name as the baselines are given it: the words that the registry compares, in Latin letters and without legal
 * forms, so that they are measured at finding and not at reading names.
 */
export const formText = (name: string): string => nameFormOf(name).words.join(' ');
