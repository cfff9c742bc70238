import type { Feature } from './domain/compare-names';

/** One thing that speaks for or against two names, or parties, being one. */
export class FeatureAnswer implements Feature {
  /** What was looked at; `GET /v1/screening/algorithm` says what each of them is. */
  readonly name!:
    | 'words'
    | 'containment'
    | 'spelling'
    | 'sound'
    | 'acronym'
    | 'legal-form'
    | 'alias'
    | 'country'
    | 'identifier';
  /** How far it is there, 0 to 1. */
  readonly value!: number;
  /** What it adds to the score; below 0, what it takes from it. */
  readonly part!: number;

  static of({ name, value, part }: Feature): FeatureAnswer {
    return { name, value, part };
  }
}
