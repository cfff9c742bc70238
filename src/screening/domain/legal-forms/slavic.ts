import type { LegalForm } from './legal-form';

/** Forms of the countries between the Oder and the Pacific, of the Balkans, Greece and Hungary. */
export const SLAVIC_FORMS: readonly LegalForm[] = [
  {
    ...{ code: 'ooo', family: 'limited', front: true, english: 'llc' },
    spelled:
      'ООО | Общество с ограниченной ответственностью | Obshchestvo s ogranichennoi otvetstvennostyu | Obshchestvo s ogranichennoi otvetstvennostiu | Obschestvo s ogranichennoy otvetstvennostyu | Obshchestvo s ogranichennoy otvetstvennostju',
  },
  {
    ...{ code: 'ao', family: 'joint-stock', front: true, english: 'jsc', vague: 'АО | AO' },
    spelled: 'Акционерное общество | Aktsionernoe obshchestvo | Aktsionernoye obshchestvo',
  },
  {
    ...{ code: 'pao', family: 'joint-stock', front: true, vague: 'PAO', english: 'pjsc' },
    spelled:
      'ПАО | Публичное акционерное общество | Publichnoe aktsionernoe obshchestvo | Publichnoye aktsionernoye obshchestvo',
  },
  {
    ...{ code: 'zao', family: 'joint-stock', front: true, vague: 'ZAO', english: 'cjsc' },
    spelled:
      'ЗАО | Закрытое акционерное общество | Zakrytoe aktsionernoe obshchestvo | Zakrytoye aktsionernoye obshchestvo',
  },
  {
    ...{ code: 'oao', family: 'joint-stock', front: true, english: 'ojsc' },
    spelled:
      'ОАО | Открытое акционерное общество | Otkrytoe aktsionernoe obshchestvo | Otkrytoye aktsionernoye obshchestvo',
  },
  {
    ...{ code: 'nao-ru', family: 'joint-stock', front: true, vague: 'НАО' },
    spelled: 'Непубличное акционерное общество',
  },
  {
    ...{ code: 'ip-ru', family: 'sole-trader', front: true, vague: 'ИП' },
    spelled: 'Индивидуальный предприниматель | Individualnyi predprinimatel',
  },
  {
    ...{ code: 'fgup', family: 'state-enterprise', front: true, english: 'fsue' },
    spelled:
      'ФГУП | Федеральное государственное унитарное предприятие | Federalnoe gosudarstvennoe unitarnoe predpriyatie | Federalnoye gosudarstvennoye unitarnoye predpriyatiye',
  },
  {
    ...{ code: 'gup', family: 'state-enterprise', front: true, english: 'sue' },
    spelled: 'ГУП | Государственное унитарное предприятие | Gosudarstvennoe unitarnoe predpriyatie',
  },
  {
    ...{ code: 'mup', family: 'state-enterprise', front: true },
    spelled: 'МУП | Муниципальное унитарное предприятие',
  },
  { code: 'fgbu', family: 'state-enterprise', front: true, spelled: 'ФГБУ | ФГАУ' },
  {
    code: 'fkp',
    family: 'state-enterprise',
    front: true,
    spelled: 'ФКП | Федеральное казенное предприятие',
  },
  {
    ...{ code: 'ano-ru', family: 'association', front: true, vague: 'АНО' },
    spelled: 'Автономная некоммерческая организация',
  },
  {
    ...{ code: 'too', family: 'limited', front: true, english: 'llp', vague: 'TOO' },
    spelled: 'ТОО | Товарищество с ограниченной ответственностью',
  },
  {
    ...{ code: 'tov', family: 'limited', front: true, english: 'llc', vague: 'TOV' },
    spelled: 'ТОВ | ТзОВ | Товариство з обмеженою відповідальністю',
  },
  {
    ...{ code: 'pat', family: 'joint-stock', front: true, english: 'pjsc', vague: 'ПАТ' },
    spelled: 'Публічне акціонерне товариство',
  },
  {
    ...{ code: 'prat', family: 'joint-stock', front: true, vague: 'PRAT', english: 'prjsc' },
    spelled: 'ПрАТ | Приватне акціонерне товариство',
  },
  {
    ...{ code: 'at-ua', family: 'joint-stock', front: true, english: 'jsc', vague: 'АТ' },
    spelled: 'Акціонерне товариство',
  },
  { code: 'pp-ua', family: 'limited', front: true, spelled: 'Приватне підприємство', vague: 'ПП' },
  {
    code: 'dp-ua',
    family: 'state-enterprise',
    front: true,
    spelled: 'Державне підприємство',
    vague: 'ДП',
  },
  {
    code: 'fop-ua',
    family: 'sole-trader',
    front: true,
    spelled: 'Фізична особа підприємець',
    vague: 'ФОП',
  },
  {
    code: 'odo',
    family: 'limited',
    front: true,
    vague: 'ODO',
    spelled: 'ОДО | Общество с дополнительной ответственностью',
  },
  {
    code: 'chup',
    family: 'limited',
    front: true,
    vague: 'CHUP',
    spelled: 'ЧУП | ЧТУП | Частное унитарное предприятие',
  },
  { code: 'osoo', family: 'limited', front: true, spelled: 'ОсОО', english: 'llc' },
  { code: 'spe-am', family: 'limited', spelled: 'ՍՊԸ', english: 'llc' },
  { code: 'shps', family: 'limited', front: true, spelled: 'შპს', english: 'llc' },
  {
    ...{ code: 'sp-z-oo', family: 'limited' },
    spelled:
      'Sp. z o.o. | Sp z o o | Sp zoo | Spółka z o.o. | Spółka z ograniczoną odpowiedzialnością',
  },
  { code: 'sp-k', family: 'limited-partnership', spelled: 'Sp. k. | Spółka komandytowa' },
  { code: 'sp-j', family: 'partnership', spelled: 'Sp. j. | Spółka jawna' },
  {
    ...{ code: 'sro', family: 'limited' },
    spelled:
      's r o | spol. s r.o. | společnost s ručením omezeným | spoločnosť s ručením obmedzeným',
  },
  { code: 'vos', family: 'partnership', spelled: 'veřejná obchodní společnost', vague: 'v.o.s.' },
  {
    ...{ code: 'doo', family: 'limited', front: true, vague: 'DOO' },
    spelled:
      'd o o | ДОО | društvo s ograničenom odgovornošću | društvo sa ograničenom odgovornošću | družba z omejeno odgovornostjo | друштво са ограниченом одговорношћу',
  },
  { code: 'dooel', family: 'limited', front: true, spelled: 'ДООЕЛ' },
  { code: 'jdoo', family: 'limited', front: true },
  {
    code: 'dd',
    family: 'joint-stock',
    spelled: 'dioničko društvo | delniška družba',
    vague: 'd.d.',
  },
  {
    ...{ code: 'ad', family: 'joint-stock', front: true, vague: 'AD | АД' },
    spelled: 'Akcionarsko društvo | Акционерно дружество | Акционарско друштво',
  },
  {
    code: 'ead',
    family: 'joint-stock',
    front: true,
    spelled: 'ЕАД | Еднолично акционерно дружество',
  },
  {
    code: 'ood',
    family: 'limited',
    front: true,
    spelled: 'ООД | Дружество с ограничена отговорност',
  },
  {
    code: 'eood',
    family: 'limited',
    front: true,
    spelled: 'ЕООД | Еднолично дружество с ограничена отговорност',
  },
  { code: 'et-bg', family: 'sole-trader', front: true, spelled: 'Едноличен търговец', vague: 'ЕТ' },
  { code: 'shpk', family: 'limited', spelled: 'Shoqëri me përgjegjësi të kufizuar' },
  { code: 'kft', family: 'limited', spelled: 'Korlátolt felelősségű társaság' },
  { code: 'zrt', family: 'joint-stock', spelled: 'Zártkörűen működő részvénytársaság' },
  { code: 'nyrt', family: 'joint-stock', spelled: 'Nyilvánosan működő részvénytársaság' },
  { code: 'rt', family: 'joint-stock', spelled: 'Részvénytársaság', vague: 'Rt' },
  { code: 'bt', family: 'limited-partnership', spelled: 'Betéti társaság', vague: 'Bt' },
  {
    code: 'ae',
    family: 'joint-stock',
    spelled: 'Ανώνυμη Εταιρεία | Ανώνυμος Εταιρεία',
    vague: 'ΑΕ | AE',
  },
  { code: 'aebe', family: 'joint-stock', spelled: 'ΑΕΒΕ | ΑΒΕΕ | ABEE' },
  { code: 'epe', family: 'limited', vague: 'EPE', spelled: 'ΕΠΕ | Εταιρεία Περιορισμένης Ευθύνης' },
  { code: 'ike-gr', family: 'limited', spelled: 'Ιδιωτική Κεφαλαιουχική Εταιρεία', vague: 'ΙΚΕ' },
  { code: 'oe-gr', family: 'partnership', spelled: 'Ομόρρυθμη Εταιρεία', vague: 'ΟΕ' },
  { code: 'ee-gr', family: 'limited-partnership', spelled: 'Ετερόρρυθμη Εταιρεία', vague: 'ΕΕ' },
];
