import type { LegalForm } from './legal-form';

/** Forms of Asia and the Arab world. Those in scripts without spaces are also found joined to the name. */
export const ASIAN_FORMS: readonly LegalForm[] = [
  {
    ...{ code: 'kk', family: 'joint-stock', front: true, english: 'ltd', vague: 'KK | K K | 株' },
    spelled:
      '株式会社 | 株式會社 | Kabushiki Kaisha | Kabushiki Gaisha | Kabushikigaisha | Kabushikikaisha',
  },
  {
    ...{ code: 'gk', family: 'limited', front: true, english: 'llc', vague: 'GK | 同' },
    spelled: '合同会社 | Godo Kaisha | Goudou Kaisha | Godo Gaisha',
  },
  {
    ...{ code: 'yk', family: 'limited', front: true, english: 'ltd', vague: 'YK | 有' },
    spelled: '有限会社 | Yugen Kaisha | Yugen Gaisha',
  },
  { code: 'gomei-kaisha', family: 'partnership', front: true, spelled: '合名会社' },
  { code: 'goshi-kaisha', family: 'limited-partnership', front: true, spelled: '合資会社' },
  {
    ...{ code: 'zaidan-hojin', family: 'foundation', front: true },
    spelled: '財団法人 | 一般財団法人 | 公益財団法人',
  },
  {
    ...{ code: 'shadan-hojin', family: 'association', front: true },
    spelled: '社団法人 | 一般社団法人 | 公益社団法人',
  },
  {
    ...{ code: 'youxian-gongsi', family: 'limited', english: 'ltd' },
    spelled: '有限公司 | 有限责任公司 | 有限責任公司 | Youxian Zeren Gongsi | Youxiangongsi',
  },
  {
    ...{ code: 'gufen-youxian-gongsi', family: 'joint-stock', english: 'ltd' },
    spelled: '股份有限公司 | 股份公司 | Gufen Gongsi',
  },
  { code: 'gongsi', family: 'company', spelled: '公司' },
  { code: 'hehuo-qiye', family: 'partnership', spelled: '合伙企业 | 合夥企業' },
  {
    ...{ code: 'jusik-hoesa', family: 'joint-stock', front: true, english: 'ltd', vague: '주' },
    spelled: '주식회사 | Chusik Hoesa | Jusikhoesa',
  },
  {
    ...{ code: 'yuhan-hoesa', family: 'limited', front: true, english: 'ltd', vague: '유' },
    spelled: '유한회사 | 유한책임회사 | Yuhanhoesa',
  },
  { code: 'sdn-bhd', family: 'limited', spelled: 'Sendirian Berhad | Sdn Berhad | Sdn' },
  { code: 'bhd', family: 'joint-stock', spelled: 'Berhad' },
  { code: 'pt', family: 'joint-stock', front: true, spelled: 'Perseroan Terbatas', vague: 'PT' },
  { code: 'tbk', family: 'joint-stock', spelled: 'Persero Tbk' },
  {
    ...{ code: 'cv', family: 'limited-partnership', front: true, vague: 'CV' },
    spelled: 'Persekutuan Komanditer | Commanditaire Vennootschap',
  },
  {
    ...{ code: 'cong-ty-tnhh', family: 'limited', front: true, english: 'ltd' },
    spelled:
      'TNHH | Công ty trách nhiệm hữu hạn | Công ty TNHH MTV | Công ty TNHH một thành viên | Công ty trách nhiệm hữu hạn một thành viên',
  },
  {
    ...{ code: 'cong-ty-co-phan', family: 'joint-stock', front: true, english: 'jsc' },
    spelled: 'Công ty CP | CTCP',
  },
  { code: 'cong-ty', family: 'company', front: true, spelled: 'Công ty' },
  { code: 'borisat', family: 'company', front: true, spelled: 'บริษัท' },
  { code: 'chamkat', family: 'limited', spelled: 'จำกัด', english: 'ltd' },
  { code: 'chamkat-mahachon', family: 'joint-stock', spelled: 'จำกัด (มหาชน)', english: 'plc' },
  { code: 'bo-cho-ko', family: 'limited', front: true, spelled: 'บจก', english: 'ltd' },
  { code: 'bo-mo-cho', family: 'joint-stock', front: true, spelled: 'บมจ', english: 'plc' },
  {
    ...{ code: 'hang-hun-suan', family: 'limited-partnership', front: true },
    spelled: 'ห้างหุ้นส่วนจำกัด | หจก',
  },
  { code: 'baam', family: 'limited', spelled: 'בע"מ | בעמ | בערבון מוגבל', english: 'ltd' },
  { code: 'shin-mem', family: 'limited-partnership', vague: 'ש"מ' },
  { code: 'ltd-sti', family: 'limited', spelled: 'Limited Şirketi | Ltd Şirketi' },
  { code: 'fze', family: 'limited', spelled: 'Free Zone Establishment | م.م.ح' },
  {
    code: 'fzco',
    family: 'limited',
    spelled: 'Free Zone Company | FZC | FZ Co | FZ Company | ش.م.ح',
  },
  { code: 'fz-llc', family: 'limited', spelled: 'FZ LLC | FZLLC | Free Zone LLC' },
  { code: 'dmcc', family: 'limited', spelled: 'DWC LLC' },
  { code: 'wll', family: 'limited', spelled: 'With Limited Liability' },
  { code: 'spc', family: 'limited', spelled: 'Single Person Company | ش.ش.و', vague: 'SPC' },
  {
    code: 'dmm',
    family: 'limited',
    english: 'llc',
    spelled: 'ذ.م.م | ش.ذ.م.م | ذات مسؤولية محدودة | ذات المسؤولية المحدودة | المحدودة',
  },
  { code: 'sal', family: 'joint-stock', spelled: 'ش.م.ل', vague: 'SAL' },
  { code: 'sae', family: 'joint-stock', spelled: 'ش.م.م', vague: 'SAE' },
  { code: 'shma', family: 'joint-stock', spelled: 'ش.م.ع | مساهمة عامة', english: 'pjsc' },
  { code: 'ksc', family: 'joint-stock', spelled: 'ش.م.ك | KSCC | KSCP', vague: 'KSC' },
  { code: 'qsc', family: 'joint-stock', spelled: 'ش.م.ق | QPSC', vague: 'QSC' },
  { code: 'bsc', family: 'joint-stock', spelled: 'ش.م.ب', vague: 'BSC | BSC (c)' },
  { code: 'saoc', family: 'joint-stock', spelled: 'ش.م.ع.م' },
  { code: 'saog', family: 'joint-stock', spelled: 'ش.م.ع.ع' },
  { code: 'est', family: 'sole-trader', front: true, spelled: 'مؤسسة', vague: 'Est' },
  { code: 'sharika', family: 'company', front: true, spelled: 'شركة | شرکت' },
  { code: 'sahami-khas', family: 'joint-stock', spelled: 'سهامی خاص', english: 'prjsc' },
  { code: 'sahami-am', family: 'joint-stock', spelled: 'سهامی عام | Sahami Aam', english: 'pjsc' },
];
