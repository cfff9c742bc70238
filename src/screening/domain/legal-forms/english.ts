import type { LegalForm } from './legal-form';

/** Forms of the United States, the Commonwealth and Ireland, and English names of forms from elsewhere. */
export const ENGLISH_FORMS: readonly LegalForm[] = [
  { code: 'inc', family: 'corporation', spelled: 'Incorporated | Incorp' },
  { code: 'corp', family: 'corporation', spelled: 'Corporation | Corpn' },
  {
    ...{ code: 'pc', family: 'corporation', vague: 'PC | P C' },
    spelled: 'Professional Corporation | A Professional Corporation | Prof Corp',
  },
  { code: 'pa', family: 'corporation', vague: 'PA | Professional Association' },
  { code: 'na', family: 'corporation', vague: 'NA | N A | National Association' },
  { code: 'cc', family: 'corporation', vague: 'CC | Close Corporation' },
  { code: 'co', family: 'company', spelled: 'Company', vague: 'Co' },
  {
    ...{
      code: 'and-co',
      family: 'company',
      spelled: '& Company | et Cie | und Co | y Cia | e Cia',
    },
    vague: '& Cie | & Cia | et Compagnie | & Compagnie | y Compañía | & Compañía | e Companhia',
  },
  {
    ...{ code: 'llc', family: 'limited', front: true, vague: 'LC | L C' },
    spelled: 'Limited Liability Company | Limited Liability Co | Ltd Liability Co',
  },
  {
    ...{ code: 'pllc', family: 'limited' },
    spelled: 'P Professional Limited Liability Company | Professional LLC',
  },
  {
    ...{ code: 'ltd', family: 'limited' },
    spelled: 'Limited | Limited Company | लिमिटेड | লিমিটেড | Λτδ | Лтд',
  },
  {
    ...{ code: 'pvt-ltd', family: 'limited' },
    spelled:
      'Private Limited | Pvt Limited | Private Ltd | (P) Ltd | (P) Limited | P v t Ltd | Pvt | प्राइवेट लिमिटेड',
  },
  {
    ...{ code: 'smc-pvt-ltd', family: 'limited' },
    spelled: 'SMC Private Limited | SMC Pvt Limited | SMC Private Ltd',
  },
  { code: 'opc-pvt-ltd', family: 'limited', spelled: 'OPC Private Limited | OPC Private Ltd' },
  {
    ...{ code: 'pty-ltd', family: 'limited' },
    spelled: 'Proprietary Limited | Pty Limited | Proprietary Ltd | Pty | P t y Ltd',
  },
  { code: 'pte-ltd', family: 'limited', spelled: 'Pte Limited | Pte' },
  { code: 'plc', family: 'joint-stock', spelled: 'Public Limited Company' },
  { code: 'dac', family: 'limited', spelled: 'Designated Activity Company', vague: 'DAC' },
  { code: 'clg', family: 'limited', spelled: 'Company Limited by Guarantee', vague: 'CLG' },
  { code: 'cic', family: 'limited', spelled: 'Community Interest Company', vague: 'CIC' },
  {
    ...{ code: 'ulc', family: 'corporation' },
    spelled: 'Unlimited Company | Unlimited Liability Company',
  },
  { code: 'lp', family: 'limited-partnership', spelled: 'Limited Partnership', vague: 'LP | L P' },
  { code: 'gp', family: 'partnership', vague: 'GP | General Partnership' },
  {
    ...{ code: 'llp', family: 'limited-liability-partnership', front: true },
    spelled: 'Limited Liability Partnership',
  },
  {
    ...{ code: 'lllp', family: 'limited-liability-partnership' },
    spelled: 'Limited Liability Limited Partnership',
  },
  {
    ...{ code: 'jsc', family: 'joint-stock', front: true },
    spelled: 'Joint Stock Company | Joint Stock Co | JSCo',
  },
  {
    ...{ code: 'pjsc', family: 'joint-stock', front: true },
    spelled: 'Public Joint Stock Company | Public JSC | Public Joint Stock Co',
  },
  {
    ...{ code: 'ojsc', family: 'joint-stock', front: true },
    spelled: 'Open Joint Stock Company | Open JSC | Open Joint Stock Co',
  },
  {
    ...{ code: 'cjsc', family: 'joint-stock', front: true },
    spelled: 'Closed Joint Stock Company | Closed JSC | Closed Joint Stock Co',
  },
  {
    ...{ code: 'prjsc', family: 'joint-stock', front: true },
    spelled: 'Private Joint Stock Company | Private Joint Stock | Private JSC | PJS',
  },
  {
    ...{ code: 'fsue', family: 'state-enterprise', front: true },
    spelled: 'Federal State Unitary Enterprise | Federal State Unitarian Enterprise',
  },
  {
    ...{ code: 'sue', family: 'state-enterprise', front: true, vague: 'SUE' },
    spelled: 'State Unitary Enterprise | Unitary Enterprise',
  },
];
