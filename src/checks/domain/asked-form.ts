import { RECEIPT_FORMS, type ReceiptForm } from './receipt-form';

/**
 * The form of receipt that an `Accept` asks for, as in `application/json; receipt=jws`; of several the one with the highest
 * quality, and of equals the first. Undefined where it names none, `unknown` where it names only forms that there are none of.
 */
export function askedForm(accept: string | undefined): ReceiptForm | 'unknown' | undefined {
  // Most requests name none, and this is asked of each.
  if (accept === undefined || !/receipt/i.test(accept)) return undefined;
  const ranges = accept.split(',').map(readRange).filter(isTaken);
  const known = ranges.filter(({ form }) => form !== 'unknown');
  const [best] = (known.length > 0 ? known : ranges).toSorted((a, b) => b.quality - a.quality);
  return best?.form;
}

interface Range {
  readonly kind: string;
  readonly quality: number;
  readonly form: ReceiptForm | 'unknown' | undefined;
}

const isTaken = ({ kind, quality }: Range): boolean =>
  quality > 0 && (kind === 'application/json' || kind === 'application/*' || kind === '*/*');

function readRange(text: string): Range {
  const [kind = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const named = new Map(
    parameters.map((parameter) => {
      const [name = '', value = ''] = parameter.split('=');
      return [name, value.replace(/^"(.*)"$/, '$1')];
    }),
  );
  const quality = named.get('q');
  return {
    kind,
    quality: quality === undefined ? 1 : Number(quality) || 0,
    form: formOf(named.get('receipt')),
  };
}

function formOf(name: string | undefined): Range['form'] {
  if (name === undefined) return undefined;
  return RECEIPT_FORMS.find((form) => form === name) ?? 'unknown';
}
