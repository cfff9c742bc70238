/** What a search gives, the most alike first. */
export interface Answer {
  readonly owners: readonly number[];
  /** How alike the first is, 0 to 1, where that is told. */
  readonly score?: number;
}

/** Lets others have their turn. */
export type Rest = () => Promise<void>;

/** An index of names that is measured. */
export interface Subject {
  /** Takes some more names, numbered from `first` on. */
  add(first: number, names: readonly string[], rest: Rest): Promise<void>;
  /** Once all were added. */
  ready(): Promise<void>;
  /** Those whose names resemble this one, ten at most. */
  find(name: string): Answer | Promise<Answer>;
  /** The same for what is still typed; absent where there is no such search. */
  complete?(text: string): Answer;
  /** What the index takes, where it knows that. */
  bytes(): Promise<number>;
  close(): Promise<void>;
}

export const SUBJECTS = ['index', 'minisearch', 'fuse', 'pg_trgm'] as const;
export type SubjectName = (typeof SUBJECTS)[number];
