/** Where class-transformer keeps what its decorators say; the package gives the code no types of its own. */
declare module 'class-transformer/cjs/storage' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage';
}
