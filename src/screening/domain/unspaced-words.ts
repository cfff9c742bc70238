/**
 * Places that stand before the names of companies in Chinese, Japanese and Korean, the longest first. They are written in
 * Latin letters like any other word.
 */
export const PLACES: readonly string[] = (
  '黑龙江 内蒙古 北京 上海 天津 重庆 重慶 深圳 广州 廣州 广东 廣東 杭州 浙江 江苏 江蘇 南京 苏州 武汉 湖北 湖南 成都 四川 西安 ' +
  '山东 山東 青岛 大连 厦门 福建 河北 河南 安徽 云南 新疆 香港 台湾 台灣 中国 中國 东京 東京 大阪 日本 韩国 한국 서울 대한'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

/** Words that stand behind the names of very many companies in Chinese, Japanese and Korean, in English. */
export const BUSINESS_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    technology: '技术 技術 科技 기술 테크',
    group: '集团 集團 グループ 그룹',
    holdings: '控股 ホールディングス 홀딩스',
    electronics: '电子 電子 전자',
    electric: '电气 電気 電機 电机 전기',
    international: '国际 國際 国際 인터내셔널',
    trading: '贸易 貿易 商事 무역 상사',
    industry: '工业 工業 实业 實業 産業 产业 산업 공업',
    laboratory: '实验室 實驗室 研究所 연구소',
    investment: '投资 投資 투자',
    development: '发展 發展 开发 開発 개발',
    communications: '通信 通讯 通訊 통신',
    digital: '数字 数码 디지털',
    software: '软件 軟件 ソフトウェア 소프트웨어',
    network: '网络 網絡 ネットワーク 네트워크',
    systems: '系统 系統 システム 시스템',
    information: '信息 資訊 情報 정보',
    energy: '能源 エネルギー 에너지',
    manufacturing: '制造 製造 製作所 제조',
    heavy: '重工 重工業 중공업',
    bank: '银行 銀行 은행',
    construction: '建设 建設 建筑 건설',
    logistics: '物流 물류',
    shipping: '航运 海運 해운',
    chemical: '化工 化学 화학',
    machinery: '机械 機械 기계',
    services: '服务 服務 サービス 서비스',
  })
    .flatMap(([english, words]) => words.split(' ').map((word) => [word, english] as const))
    .sort(([a], [b]) => b.length - a.length),
);
