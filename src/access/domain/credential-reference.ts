/** What names a credential: the selector of an API key, or the subject of an outside issuer's token. */
export type CredentialReference =
  { readonly key: string } | { readonly issuer: string; readonly subject: string };
