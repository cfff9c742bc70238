import type { Explanation } from './explanation';

/** Refusals that say something of the request itself: its form, its sender, its time. */
export const OF_REQUESTS = {
  'invalid-request': [
    'A member of the body, or a parameter of the address, breaks a rule of its own; `errors` names each by its JSON Pointer.',
    'Correct the members that are named. The OpenAPI document says what each may hold. Unknown members are refused too.',
  ],
  'malformed-identifier': [
    'An identifier does not have the form of its scheme: its length, its characters, or its check digits.',
    'Compare it with the source that it was copied from.',
  ],
  'malformed-cursor': [
    'The cursor was damaged, or comes from another list or other filters.',
    'Begin again without a cursor, and take `next` as it is given.',
  ],
  'malformed-json': [
    'The body is not JSON, or not in UTF-8; `offset` says from which character on, where that is known.',
    'Send what a JSON library writes.',
  ],
  'malformed-csv': [
    'The body is not CSV in UTF-8, its quoting is broken, or its first line is not a header with the columns that are needed; `line` says where, where that is known. What is wrong with one row alone is told of that row, and refuses nothing.',
    'Send what a spreadsheet or a CSV library writes, with commas between the cells, and compare the header with the OpenAPI document.',
  ],
  'payload-too-large': [
    'The body has more than 1 MiB; a CSV of purchases more than 16 MiB or 100 000 rows.',
    'Send it in parts: a batch holds up to 1 000 checks.',
  ],
  'unsupported-media-type': [
    'The body is of another kind than the address takes.',
    'Send `Content-Type: application/json`; at `/oauth/token`, `application/x-www-form-urlencoded`; at `/v1/checks/coverage`, `text/csv` too.',
  ],
  'not-acceptable': [
    'The answer can not be given in any of the kinds that `Accept` names.',
    'Accept `application/json`, or leave the header out.',
  ],
  'method-not-allowed': [
    'The address exists, but does not take this method.',
    'Take one of the methods that the header `Allow` names.',
  ],
  'not-found': [
    'Nothing is at this address.',
    'Compare it with the OpenAPI document at `/openapi.json`.',
  ],
  unauthenticated: [
    'The request has no credentials, or credentials that open nothing: a key that is unknown, revoked or expired, or whose holder is disabled.',
    'Send a key in `X-API-Key`, or a token as `Authorization: Bearer`; not both. An admin issues keys.',
  ],
  'invalid-token': [
    'The bearer token is expired, not yet valid, not signed by an issuer that the registry trusts, meant for someone else, or its subject is not registered.',
    'Fetch a new token for the audience of this registry.',
  ],
  'invalid-client': [
    'The client is unknown, or its secret is wrong.',
    'Send the id of the key and its secret, as they were shown when the key was issued.',
  ],
  forbidden: [
    'The caller is known, but lacks the role that this takes, or the matter belongs to another agency.',
    'Ask an admin for the role, or ask as a caller that holds it. The OpenAPI document names the roles of each operation.',
  ],
  'too-many-requests': [
    'The caller has used up its budget of this minute. Checks, other reads, other writes and the requests of admins are counted apart.',
    'Wait as long as `Retry-After` says. The headers `RateLimit` and `RateLimit-Policy` tell beforehand how much is left.',
  ],
  'precondition-required': [
    'An edit must say which version it edits.',
    'Read the resource, and send its `ETag` as `If-Match`.',
  ],
  'precondition-failed': [
    'Someone changed the resource after it was read; `etag` is its present version.',
    'Read it again, look at the difference, and edit that version.',
  ],
  'idempotency-mismatch': [
    'The Idempotency-Key came before with another method, address or body.',
    'Take a new key for a new request; keep the old one for repetitions of the old one.',
  ],
  'idempotency-in-progress': [
    'The request that first came with this key has no outcome yet (`outcome` is `running`), or was cut off and nobody knows its outcome (`unknown`).',
    'While it runs, ask again in a moment. Where it is unknown, read whether the change was made before sending it under a new key.',
  ],
  'secret-shown-once': [
    'The request with this Idempotency-Key was carried out before, and its answer held a secret, which the registry does not keep.',
    'Where the first answer was lost, revoke the key that it made and ask for another under a new Idempotency-Key.',
  ],
  unavailable: [
    'The registry can not reach its database, or could not record the request in time. Without its record no check is answered and no change is made.',
    'Try again after `Retry-After`; a POST best with an Idempotency-Key, so that it is carried out once. Until then do not buy on an older answer.',
  ],
  fault: [
    'The registry is at fault; what happened is in its log under `requestId`.',
    'Report the `requestId` to whoever runs the registry.',
  ],
} as const satisfies Readonly<Record<string, Explanation>>;
