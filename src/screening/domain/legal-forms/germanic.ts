import type { LegalForm } from './legal-form';

/** Forms of the German- and Dutch-speaking countries, the Nordic and the Baltic ones. */
export const GERMANIC_FORMS: readonly LegalForm[] = [
  {
    ...{ code: 'gmbh', family: 'limited' },
    spelled: 'Gesellschaft mit beschränkter Haftung | mbH | Ges.m.b.H. | Ges mbH',
  },
  {
    ...{ code: 'ggmbh', family: 'limited' },
    spelled: 'gemeinnützige GmbH | gemeinnützige Gesellschaft mit beschränkter Haftung',
  },
  {
    ...{ code: 'ug', family: 'limited', vague: 'UG' },
    spelled:
      'Unternehmergesellschaft | UG (haftungsbeschränkt) | Unternehmergesellschaft (haftungsbeschränkt)',
  },
  { code: 'ag', family: 'joint-stock', spelled: 'Aktiengesellschaft', vague: 'AG | A G' },
  { code: 'se', family: 'joint-stock', spelled: 'Societas Europaea', vague: 'SE' },
  {
    ...{ code: 'kg', family: 'limited-partnership' },
    ...{ spelled: 'Kommanditgesellschaft', vague: 'KG | K G' },
  },
  {
    ...{ code: 'kgaa', family: 'joint-stock' },
    spelled: 'Kommanditgesellschaft auf Aktien',
  },
  { code: 'ohg', family: 'partnership', spelled: 'Offene Handelsgesellschaft', vague: 'OHG | OG' },
  {
    ...{ code: 'gbr', family: 'partnership', vague: 'GbR' },
    spelled: 'Gesellschaft bürgerlichen Rechts',
  },
  {
    ...{ code: 'gmbh-co-kg', family: 'limited-partnership' },
    spelled:
      'GmbH & Co. KG | GmbH und Co. KG | GmbH & Company KG | GmbH & Cie. KG | GmbH & Co. Kommanditgesellschaft',
  },
  { code: 'gmbh-co-kgaa', family: 'joint-stock', spelled: 'GmbH & Co. KGaA' },
  { code: 'gmbh-co-ohg', family: 'partnership', spelled: 'GmbH & Co. OHG' },
  { code: 'ltd-co-kg', family: 'limited-partnership', spelled: 'Ltd & Co. KG | Limited & Co. KG' },
  { code: 'ag-co-kg', family: 'limited-partnership', spelled: 'AG & Co. KG | AG und Co. KG' },
  { code: 'ag-co-kgaa', family: 'joint-stock', spelled: 'AG & Co. KGaA' },
  { code: 'se-co-kg', family: 'limited-partnership', spelled: 'SE & Co. KG' },
  { code: 'se-co-kgaa', family: 'joint-stock', spelled: 'SE & Co. KGaA' },
  { code: 'ek', family: 'sole-trader', spelled: 'eingetragener Kaufmann', vague: 'EK' },
  { code: 'ev', family: 'association', spelled: 'eingetragener Verein', vague: 'EV | E V' },
  { code: 'eg', family: 'cooperative', spelled: 'eingetragene Genossenschaft', vague: 'EG' },
  { code: 'stiftung', family: 'foundation', front: true },
  { code: 'anstalt', family: 'limited' },
  {
    ...{ code: 'bv', family: 'limited', front: true, vague: 'BV | B V' },
    spelled: 'Besloten Vennootschap | Besloten Vennootschap met beperkte aansprakelijkheid',
  },
  { code: 'bvba', family: 'limited', front: true },
  {
    ...{ code: 'nv', family: 'joint-stock', front: true, vague: 'NV | N V' },
    spelled: 'Naamloze Vennootschap',
  },
  { code: 'cvba', family: 'cooperative', front: true },
  { code: 'vof', family: 'partnership', spelled: 'Vennootschap onder Firma', vague: 'VOF' },
  { code: 'vzw', family: 'association', front: true },
  { code: 'stichting', family: 'foundation', front: true },
  {
    ...{ code: 'ab', family: 'joint-stock', front: true, vague: 'AB | A B | AB (publ)' },
    spelled: 'Aktiebolag | Aktiebolaget | Akcinė bendrovė',
  },
  { code: 'hb', family: 'partnership', spelled: 'Handelsbolag', vague: 'HB' },
  { code: 'kb', family: 'limited-partnership', spelled: 'Kommanditbolag', vague: 'KB' },
  {
    ...{ code: 'as', family: 'joint-stock', front: true, vague: 'AS | A/S' },
    spelled:
      'Aktieselskab | Aktieselskabet | Aksjeselskap | Aktsiaselts | Akciju sabiedrība | Anonim Şirketi | akciová společnost | akciová spoločnosť',
  },
  { code: 'asa', family: 'joint-stock', spelled: 'Allmennaksjeselskap', vague: 'ASA' },
  { code: 'aps', family: 'limited', spelled: 'Anpartsselskab', vague: 'ApS' },
  { code: 'ivs', family: 'limited', spelled: 'Iværksætterselskab', vague: 'IVS' },
  { code: 'ks', family: 'limited-partnership', spelled: 'Kommanditselskab', vague: 'K/S | KS' },
  { code: 'ans', family: 'partnership', spelled: 'Ansvarlig selskap', vague: 'ANS' },
  { code: 'hf', family: 'joint-stock', spelled: 'Hlutafélag', vague: 'HF' },
  { code: 'ehf', family: 'limited', spelled: 'Einkahlutafélag' },
  {
    ...{ code: 'oy', family: 'limited', front: true, vague: 'OY' },
    spelled: 'Osakeyhtiö | Oy Ab',
  },
  {
    ...{ code: 'oyj', family: 'joint-stock', front: true },
    spelled: 'Julkinen osakeyhtiö | Oyj Abp',
  },
  { code: 'ky', family: 'limited-partnership', spelled: 'Kommandiittiyhtiö', vague: 'KY' },
  { code: 'ou', family: 'limited', front: true, spelled: 'Osaühing', vague: 'OÜ' },
  {
    ...{ code: 'sia', family: 'limited', front: true, vague: 'SIA' },
    spelled: 'Sabiedrība ar ierobežotu atbildību',
  },
  { code: 'uab', family: 'limited', front: true, spelled: 'Uždaroji akcinė bendrovė' },
  { code: 'mb', family: 'limited', spelled: 'Mažoji bendrija', vague: 'MB' },
];
