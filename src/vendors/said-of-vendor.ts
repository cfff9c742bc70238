import { identifiersInEffect, namesInEffect, type Vendor } from './domain/vendor';

/** What the history says of a vendor: who it is from the entry on. What has ended stands in earlier entries. */
export const saidOfVendor = (vendor: Omit<Vendor, 'revision'>): object => ({
  id: vendor.id,
  name: vendor.name,
  country: vendor.country,
  identifiers: identifiersInEffect(vendor),
  names: namesInEffect(vendor),
});
