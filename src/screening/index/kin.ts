import { inFull } from '../domain/abbreviations';
import { soundOf } from '../domain/sound';
import { ByHash } from './by-hash';
import { hashOfText } from './word-bytes';

/** Words by how they sound, and abbreviations by what they stand for. */
export class Kin {
  private readonly sounds = new ByHash();
  private readonly abbreviations = new ByHash();

  get bytes(): number {
    return this.sounds.bytes + this.abbreviations.bytes;
  }

  add(number: number, word: string): void {
    this.sounds.add(hashOfText(soundOf(word)), number);
    const full = inFull(word);
    if (full !== word) this.abbreviations.add(hashOfText(full), number);
  }

  /** Gives each word that may sound like this one, or stand for the same. It may be given twice. */
  find(word: string, found: (number: number) => void): void {
    for (const number of this.sounds.of(hashOfText(soundOf(word)))) found(number);
    for (const number of this.abbreviations.of(hashOfText(inFull(word)))) found(number);
  }
}
