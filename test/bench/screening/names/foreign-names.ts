import type { Random } from './random';
import { capitalised } from './invented';

/** The parts of a name, before it is written as one text. */
export interface NameParts {
  /** In order, without the legal form. */
  readonly words: readonly string[];
  /** Empty: none. */
  readonly legalForm: string;
}

const split = (text: string): readonly string[] => text.trim().split(/\s+/);

const RUSSIAN_BEGINNINGS = split(`
  Сиб Урал Волго Рос Гос Мос Пром Строй Тех Энерго Нефте Газ Агро Авто Авиа Машино Метал Транс Восток Север Юг Запад
  Дон Кам Балт Черно Каспий Алтай Байкал Енисей Ладога Нева Вятка Обь Амур Крым Таганрог Ижор Тула Воронеж Омск Томск`);
const RUSSIAN_MIDDLES = split(`
  пром строй тех энерго нефте газ агро авто авиа хим метал лес рыб мед фарм телеком спец монтаж транс электро прибор
  инвест торг снаб ремонт дор мост гидро тепло радио`);
const RUSSIAN_ENDS = split(`
  маш строй сервис монтаж проект экспорт импорт сбыт снаб торг комплект продукт ресурс холдинг банк связь транс
  наладка прибор завод флот`);
const RUSSIAN_TRADES = split(`
  Логистика Инжиниринг Технологии Строительство Лаборатория Системы Сервис Оборудование Безопасность Электроника
  Металлургия Энергия Связь Транспорт Медицина Инструмент Электромонтаж Автоматика Гидравлика Оптика`);
const RUSSIAN_FAMILIES = split(`
  Иванов Смирнов Кузнецов Попов Васильев Петров Соколов Михайлов Новиков Фёдоров Морозов Волков Алексеев Лебедев
  Семёнов Егоров Павлов Козлов Степанов Николаев Орлов Андреев Макаров Никитин Захаров Щербаков Журавлёв Цветков`);

/** A company of Russia: `ООО "Сибнефтемаш Логистика"`. */
export function russianName(random: Random): NameParts {
  const middle = random.pick(RUSSIAN_MIDDLES);
  const brand = random.chance(0.12)
    ? `${random.pick(RUSSIAN_FAMILIES)} и сыновья`
    : random.pick(RUSSIAN_BEGINNINGS) + middle + random.pick(RUSSIAN_ENDS);
  const trades = random.chance(0.65) ? [random.pickEarly(RUSSIAN_TRADES)] : [];
  const more = random.chance(0.3)
    ? [random.pick(RUSSIAN_BEGINNINGS.filter((b) => b.length > 3))]
    : [];
  return {
    words: [...brand.split(' '), ...trades, ...more],
    legalForm: random.pickWeighted([
      ['ООО', 60],
      ['АО', 20],
      ['ЗАО', 12],
      ['ПАО', 8],
    ]),
  };
}

const CHINESE_PLACES = split(
  '北京 上海 深圳 广州 杭州 南京 苏州 天津 重庆 成都 武汉 西安 青岛 大连 厦门 宁波 浙江 江苏 山东 河南',
);
const CHINESE_BRANDS = [
  ...'华中国大新东方南海天金宏信达通泰安康盛昌隆瑞祥福美佳恒利科创智联云星光明辉鑫源丰润德嘉诚博远航宇腾飞龙凤山河正德和平',
];
const CHINESE_TRADES = split(
  '科技 电子 贸易 信息技术 通信 机械 化工 医药 建设 能源 物流 软件 新材料 环保 投资 实业 食品 汽车 光电 仪器',
);

/** A company of China: `杭州华瑞达科技有限公司`, of one word with its form. */
export function chineseName(random: Random): NameParts {
  const length = random.chance(0.5) ? 2 : 3;
  const brand = Array.from({ length }, () => random.pick(CHINESE_BRANDS)).join('');
  const word = random.pickEarly(CHINESE_PLACES) + brand + random.pickEarly(CHINESE_TRADES);
  return { words: [word], legalForm: random.chance(0.85) ? '有限公司' : '股份有限公司' };
}

const GREEK = split(
  'αλ βα γρε δη ελ ζω θε ιο κα κρι λα μα με νε νι ξε ολ πα πε ρο σι σταυ τη τρι υδ φι χα ψυ αιγ ευ ορ τα κο',
);
const GREEK_TRADES = split(
  'Ναυτιλιακή Κατασκευές Ενέργεια Εμπορική Τεχνολογία Συστήματα Μεταφορές Τρόφιμα Φάρμακα Ελλάδος',
);

/** A company of Greece: `Κρινεσι Ναυτιλιακή Α.Ε.` */
export function greekName(random: Random): NameParts {
  const length = 3 + random.below(2);
  const brand = Array.from({ length }, () => random.pick(GREEK)).join('');
  const word = capitalised(brand) + random.pick(['ς', 'ος', 'ική', 'α']);
  return {
    words: [word.replace(/ς(?=.)/g, 'σ'), random.pickEarly(GREEK_TRADES)],
    legalForm: random.chance(0.6) ? 'Α.Ε.' : 'Ε.Π.Ε.',
  };
}
