import type { LegalForm } from './legal-form';

/** Forms of the French-, Spanish-, Portuguese-, Italian- and Romanian-speaking countries. */
export const ROMANCE_FORMS: readonly LegalForm[] = [
  {
    ...{ code: 'sa', family: 'joint-stock', front: true, vague: 'SA | S A | S/A' },
    spelled: 'Société Anonyme | Sociedad Anónima | Sociedade Anônima | Spółka Akcyjna',
  },
  { code: 'ca', family: 'joint-stock', spelled: 'Compañía Anónima', vague: 'CA | C A' },
  {
    ...{ code: 'sac', family: 'joint-stock', vague: 'SAC | S A C' },
    spelled: 'Sociedad Anónima Cerrada',
  },
  { code: 'saa', family: 'joint-stock', spelled: 'Sociedad Anónima Abierta', vague: 'SAA' },
  {
    ...{ code: 'sau', family: 'joint-stock', vague: 'SAU' },
    spelled: 'Sociedad Anónima Unipersonal',
  },
  {
    ...{ code: 'sa-de-cv', family: 'joint-stock' },
    spelled:
      'S A de C V | S.A.de C.V. | SA CV | Sociedad Anónima de Capital Variable | S.A. de Capital Variable',
  },
  { code: 'sab-de-cv', family: 'joint-stock', spelled: 'S A B de C V' },
  { code: 'sapi-de-cv', family: 'joint-stock', spelled: 'S A P I de C V' },
  {
    ...{ code: 'spr-de-rl', family: 'limited' },
    spelled: 'S P R de R L | S.P.R.de R.L. | S. de P.R. de R.L. | S.P.R. de R.L. de C.V.',
  },
  { code: 'sc-de-rl', family: 'cooperative', spelled: 'S C de R L | S.C. de R.L. de C.V.' },
  {
    code: 's-en-c',
    family: 'limited-partnership',
    spelled: 'S. en C.S. | S. en C. S. | Sociedad en Comandita',
  },
  {
    ...{ code: 's-de-rl', family: 'limited' },
    spelled: 'S de R L | S.de R.L. | Soc de Responsabilidad Limitada',
  },
  {
    ...{ code: 's-de-rl-de-cv', family: 'limited' },
    spelled: 'S de R L de C V | Sociedad de Responsabilidad Limitada de Capital Variable',
  },
  {
    ...{ code: 'sas', family: 'joint-stock', front: true, vague: 'SAS | S A S' },
    spelled: 'Société par Actions Simplifiée | Sociedad por Acciones Simplificada',
  },
  {
    ...{ code: 'sasu', family: 'joint-stock', front: true },
    spelled: 'Société par Actions Simplifiée Unipersonnelle',
  },
  {
    ...{ code: 'sarl', family: 'limited', front: true },
    spelled: 'S à r l | S.à r.l. | Société à Responsabilité Limitée | Sagl',
  },
  { code: 'suarl', family: 'limited', front: true, spelled: 'SARLU' },
  {
    ...{ code: 'eurl', family: 'limited', front: true },
    spelled: 'Entreprise Unipersonnelle à Responsabilité Limitée',
  },
  { code: 'selarl', family: 'limited', front: true },
  {
    ...{ code: 'snc', family: 'partnership', front: true, vague: 'SNC | S N C' },
    spelled: 'Société en Nom Collectif | Società in Nome Collettivo',
  },
  {
    ...{ code: 'scs', family: 'limited-partnership', vague: 'SCS' },
    spelled: 'Société en Commandite Simple',
  },
  {
    ...{ code: 'sca', family: 'joint-stock', vague: 'SCA' },
    spelled: 'Société en Commandite par Actions',
  },
  {
    ...{ code: 'sci', family: 'partnership', front: true, vague: 'SCI' },
    spelled: 'Société Civile Immobilière',
  },
  { code: 'gie', family: 'association', spelled: "Groupement d'Intérêt Économique", vague: 'GIE' },
  { code: 'sprl', family: 'limited', front: true },
  { code: 'scrl', family: 'cooperative', front: true },
  { code: 'asbl', family: 'association', front: true },
  { code: 'ltee', family: 'limited', spelled: 'Limitée', english: 'ltd' },
  {
    ...{ code: 'srl', family: 'limited', front: true },
    spelled:
      'S r l | Società a responsabilità limitata | Sociedad de Responsabilidad Limitada | Societate cu răspundere limitată',
  },
  { code: 'srls', family: 'limited' },
  {
    ...{ code: 'spa', family: 'joint-stock', vague: 'SPA | S p A' },
    spelled: 'Società per Azioni',
  },
  {
    ...{ code: 'accomandita-semplice', family: 'limited-partnership' },
    spelled: 'Società in Accomandita Semplice',
  },
  { code: 'scarl', family: 'cooperative', spelled: 'Società consortile a responsabilità limitata' },
  { code: 'sl', family: 'limited', spelled: 'Sociedad Limitada', vague: 'SL | S L' },
  { code: 'slu', family: 'limited', spelled: 'Sociedad Limitada Unipersonal', vague: 'SLU' },
  {
    ...{ code: 'ltda', family: 'limited' },
    spelled: 'Limitada | Lda | Sociedade Limitada | Unipessoal Lda',
  },
  {
    ...{ code: 'eireli', family: 'limited' },
    spelled: 'Empresa Individual de Responsabilidade Limitada',
  },
  {
    ...{ code: 'eirl', family: 'limited' },
    spelled: 'Empresa Individual de Responsabilidad Limitada | E I R L',
  },
  { code: 'cia', family: 'company', vague: 'Cía | Companhia | Compañía | Compagnie | Cie' },
];
