/** Why a refusal is given, and what its receiver can do. */
export type Explanation = readonly [cause: string, remedy: string];
