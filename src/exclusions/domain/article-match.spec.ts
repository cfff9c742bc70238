import fc from 'fast-check';
import { anArticle } from '../../../test/support/exclusion-facts';
import { isExempt, matchArticle, type Article } from './article-match';
import type { CoveredArticle } from './exclusion';

const item = (manufacturer: string | null, product: string | null): Article => ({
  manufacturer,
  product,
});

const match = (
  article: Article,
  articles: readonly CoveredArticle[],
  exempt: readonly string[] = [],
  makers: readonly string[] = [],
) => matchArticle(article, { articles, exempt }, makers);

const EVERYTHING = anArticle('Kaspersky Lab', null, ['Лаборатория Касперского', 'SecurList']);
const SECURITY = anArticle('Kaspersky Lab', 'Endpoint Security');

describe('something of a covered manufacturer', () => {
  it.each<[string, Article, string]>([
    ['by its name', item('Kaspersky Lab', 'Total Security'), 'sure'],
    ['by its name, however it is written', item('KASPERSKY  LAB.', 'Total Security'), 'sure'],
    ['by another name of it', item('Лаборатория Касперского', null), 'sure'],
    ['by one of its brands', item('securlist', 'Feed'), 'sure'],
    ['though it is not told what', item('Kaspersky Lab', null), 'sure'],
    ['by its name with another legal form', item('AO Kaspersky Lab', 'Total Security'), 'likely'],
    ['by its name without a legal form', item('Kaspersky', 'Total Security'), 'likely'],
    ['by its name among others', item('Kaspersky North America', 'Router'), 'likely'],
    ['by its name with a slip', item('Kapsersky Lab', 'Router'), 'likely'],
    ['by its name in another script', item('Касперский', 'Антивирус'), 'likely'],
    ['by its name as another transliterates it', item('Laboratoriya Kasperskogo', null), 'likely'],
    ['by its name nearly, with another form', item('Kasperski Labs Limited', 'Router'), 'likely'],
    ['not by a name that sounds a little like it', item('Casper Labs', 'Router'), 'none'],
    ['by a name that mixes scripts', item('Kаspersky', 'Router'), 'likely'],
    ['by its name within what another sells', item('Acme', 'Kaspersky Total Security'), 'likely'],
    ['by its name within what nobody made', item(null, 'Kaspersky Total Security'), 'likely'],
    ['by a brand within what another sells', item('Acme', 'Router with SecurList'), 'likely'],
    ['not by part of a word', item('Acme', 'Antikasperskyware'), 'none'],
    ['not by what others make', item('Acme', 'Total Security'), 'none'],
    ['not by what nobody made', item(null, 'Total Security'), 'none'],
    ['not by another name', item('Borealis', 'Router'), 'none'],
    ['not by a legal form alone', item('Lab', 'Lab of a company'), 'none'],
  ])('%s', (_, article, expected) => {
    expect(match(article, [EVERYTHING])).toBe(expected);
  });
});

describe('a covered product', () => {
  it.each<[string, Article, string]>([
    ['by its name', item('Kaspersky Lab', 'endpoint security'), 'sure'],
    [
      'by its name within a longer designation',
      item('Kaspersky Lab', 'Kaspersky Endpoint Security 10 for Windows'),
      'sure',
    ],
    ['though it is not told what', item('Kaspersky Lab', null), 'likely'],
    ['though neither what nor who is sure', item('Kaspersky', null), 'likely'],
    ['by a part of its name', item('Kaspersky Lab', 'Endpoint'), 'likely'],
    ['by its name with a slip', item('Kaspersky Lab', 'Endpiont Security'), 'likely'],
    ['perhaps, by another name', item('Kaspersky Lab', 'KES-10'), 'likely'],
    ['by its name and nearly its maker’s', item('Kaspersky', 'Endpoint Security'), 'likely'],
    ['by its maker’s brand in it', item('Acme', 'Kaspersky Endpoint Security'), 'likely'],
    ['by its name of several words, made by nobody', item(null, 'Endpoint Security'), 'likely'],
    ['not by another product of nearly its maker', item('Kaspersky', 'Router'), 'none'],
    ['not by its name, made by another', item('Acme', 'Endpoint Security'), 'none'],
    ['not by part of a word', item(null, 'Endpoint Securityware'), 'none'],
  ])('%s', (_, article, expected) => {
    expect(match(article, [SECURITY])).toBe(expected);
  });

  it('is not told by a name of one word alone', () => {
    expect(match(item(null, 'modem'), [anArticle('Huawei', 'modem')])).toBe('none');
    expect(match(item('Huawei', 'modem'), [anArticle('Huawei', 'modem')])).toBe('sure');
  });

  it('is sure by one of several, whatever the others say', () => {
    const articles = [anArticle('Kaspersky', 'Router'), SECURITY, anArticle('Acme')];
    expect(match(item('Kaspersky Lab', 'Endpoint Security'), articles)).toBe('sure');
    expect(match(item('Kaspersky Lab', 'Endpoint'), articles)).toBe('likely');
    expect(match(item('Borealis', 'Bolts'), articles)).toBe('none');
  });

  it('is none where nothing is covered', () => {
    expect(match(item('Kaspersky Lab', 'Endpoint Security'), [])).toBe('none');
  });
});

describe('whoever counts as the manufacturer', () => {
  const makers = ['KASPERSKY LAB', 'Kaspersky Labs Limited', 'Угрозы'];

  it('is anybody whom the exclusion reaches, where the article is theirs', () => {
    expect(match(item('Угрозы', 'Endpoint Security'), [SECURITY], [], makers)).toBe('sure');
    expect(match(item('Угрозы', 'Endpoint Security'), [SECURITY])).toBe('none');
  });

  it('is theirs by another name of the article’s manufacturer too', () => {
    const article = anArticle('Nobody', null, ['Kaspersky Labs Limited']);
    expect(match(item('Угрозы', 'Router'), [article], [], makers)).toBe('sure');
  });

  it('is not them where the article is made by another', () => {
    expect(match(item('Угрозы', 'Router'), [anArticle('Hytera')], [], makers)).toBe('none');
    expect(match(item('Hytera', 'Router'), [anArticle('Hytera')], [], makers)).toBe('sure');
  });
});

describe('what an exclusion leaves free', () => {
  const exempt = ['Threat Intelligence', 'training'];

  it.each<[string, Article, string]>([
    ['by its name', item('Kaspersky Lab', 'threat intelligence'), 'exempt'],
    ['by its name within a longer one', item('Kaspersky Lab', 'Security training 101'), 'exempt'],
    ['though its maker is not sure', item('Kaspersky', 'Training'), 'exempt'],
    ['not by part of its name', item('Kaspersky Lab', 'Threat'), 'sure'],
    ['not where it is not told what it is', item('Kaspersky Lab', null), 'sure'],
    ['and not what is not covered in the first place', item('Acme', 'Training'), 'none'],
  ])('%s', (_, article, expected) => {
    expect(match(article, [EVERYTHING], exempt)).toBe(expected);
  });

  it('is perhaps not all that is bought, where a covered product is named too', () => {
    const bundle = item('Kaspersky Lab', 'Endpoint Security with training');
    expect(match(bundle, [SECURITY], exempt)).toBe('likely');
    expect(match(item('Kaspersky Lab', 'Training'), [SECURITY], exempt)).toBe('exempt');
  });

  it('is nothing where a name says nothing', () => {
    expect(isExempt(item(null, '—'), ['***'])).toBe(false);
    expect(isExempt(item(null, '—'), ['training'])).toBe(false);
    expect(isExempt(item('Training', null), ['training'])).toBe(false);
  });
});

describe('a match, whatever is compared', () => {
  const words = fc
    .array(fc.constantFrom('kaspersky', 'lab', 'endpoint', 'security', 'modem', 'acme', 'x'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((all) => all.join(' '));
  const someArticle = fc.record({
    manufacturer: words,
    product: fc.option(words),
    aliases: fc.array(words, { maxLength: 2 }),
  });
  const someItem = fc.record({ manufacturer: fc.option(words), product: fc.option(words) });
  const RANKS = ['none', 'likely', 'sure'];

  it('is never weaker for one more covered article, or for one more maker', () => {
    fc.assert(
      fc.property(
        someItem,
        fc.array(someArticle, { minLength: 1, maxLength: 3 }),
        fc.array(words, { minLength: 1, maxLength: 3 }),
        (article, articles, makers) => {
          const rank = RANKS.indexOf(match(article, articles, [], makers));
          expect(rank).toBeGreaterThanOrEqual(
            RANKS.indexOf(match(article, articles.slice(1), [], makers)),
          );
          expect(rank).toBeGreaterThanOrEqual(
            RANKS.indexOf(match(article, articles, [], makers.slice(1))),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does not hang on case, marks between words and order of the articles', () => {
    fc.assert(
      fc.property(
        someItem,
        fc.array(someArticle, { maxLength: 3 }),
        fc.array(words, { maxLength: 2 }),
        ({ manufacturer, product }, articles, exempt) => {
          const loud = (text: string | null) =>
            text && ` ${text.toUpperCase().replaceAll(' ', ' - ')}!`;
          expect(
            match(
              { manufacturer: loud(manufacturer), product: loud(product) },
              articles.toReversed(),
              exempt,
            ),
          ).toBe(match({ manufacturer, product }, articles, exempt));
        },
      ),
      { numRuns: 500 },
    );
  });
});
