/**
 * The word that an abbreviation stands for in the names of companies, and one spelling of words that languages share;
 * the word itself where it is none.
 *
 * @param word in Latin letters and lower case
 */
export const inFull = (word: string): string => IN_FULL.get(word) ?? word;

/** Each word with what stands for it. */
const ABBREVIATIONS = `
  academy acad akademiya | administration admin | advanced adv | aerospace aero | agency agcy agentstvo |
  agriculture agricultural agri agro agric | america americas american amer | architecture architects architectural arch |
  associates associate association assoc assocs assn asociacion asotsiatsiya | automotive auto automobile |
  aviation avia aviatsiya | bank banco banque | brothers bros | building bldg build builders |
  bureau byuro buro | business biz | center centre centro centr tsentr ctr cntr | chemical chemicals chem khimicheskiy |
  commercial commerce comercial coml kommercheskiy | communication communications comm comms |
  computer computers comp | concern kontsern | construction constructions const constr constructing construcciones |
  consulting consultants consultant consult consultores | contracting contractors contractor contr |
  department dept | design designs | development dev devel razvitie | distribution distributors distributor dist distr |
  education educational edu | electric electrical elec elect electrics | electronics electronic electron elektronika |
  energy energo energia energiya | engineering engineers engineer eng engr engrg ingenieria inzhiniring |
  enterprise enterprises ent entp predpriyatie | environment environmental env envir | equipment equip eqpt |
  establishment est estab | europe european euro | export exports exp | factory fabrika fab | federal fed |
  finance financial financing fin finans | foundation fdn found fond fund fundacion | general gen | 
  government govt gov | group groupe grupo gruppe gruppa grp | health healthcare | hospital hosp | holding holdings hldg hldgs kholding |
  import imports imp | industry industries industrial ind inds indus industrias industriya promyshlennost |
  information info informatics | institute inst institut instituto | instruments instrument instr | insurance ins |
  international intl internacional internationale inter mezhdunarodnyy | investment investments invest inv inversiones investitsii |
  laboratory laboratories lab labs labor laboratoire laboratorio laboratorios laboratoriya laboratoriia laboratorija laboratorii |
  logistics logistic log logistik | machinery machine machines mach | maintenance maint | management mgmt mgt managment |
  manufacturing manufacturers manufacturer mfg mfr mfrs manuf | maritime marine | marketing mktg |
  mechanical mech | medical medicine med medico | military mil | mining minerals | ministry min ministerstvo ministerio ministere |
  mountain mt mtn | national natl nat nacional natsionalnyy | network networks net | northern north | nuclear nuc | office ofc |
  organization organisation org organizatsiya | partners partner partnership ptnrs | petroleum petrol petro | pharmacy pharmaceutical pharmaceuticals pharma pharm |
  plastic plastics | product products prod prods production productions proizvodstvo | professional prof |
  project projects proj proekt | property properties prop props | real realty | research rsch res issledovaniya |
  restaurant restaurants rest | saint st | school sch | science sciences scientific sci nauchnyy nauchno | security sec |
  service services svc svcs serv servs servicio servicios servis | shipping ship ships shpg | society soc | 
  software sw sftw | solution solutions soln solns | southern south | station sta | supply supplies supplier suppliers sup |
  system systems sys syst sistema sistemas sistemy | technical technics tekhnicheskiy | technology technologies technological tech techs tekhnologiya tekhnologii tecnologia |
  telecommunication telecommunications telecom telecoms telco | trading trade traders trdg trad torgovyy torgovyi | training trng |
  transport transportation trans transp transporte transportes | travel travels | university univ universitet | western west | works wks
  | africa african | albania albanian | algeria algerian | arabia arabian arab arabi arabic | armenia armenian |
  asia asian | australia australian | austria austrian | azerbaijan azerbaijani | belarus belarusian byelorussian belarussian |
  brazil brazilian brasil | britain british | bulgaria bulgarian | canada canadian | caribbean caribe karibik | china chinese |
  colombia colombian | croatia croatian | cuba cuban cubana cubano | cyprus cypriot | egypt egyptian | england english |
  france french francaise | germany german | greece greek hellenic | hungary hungarian | india indian hind | indonesia indonesian |
  iran iranian irani irano | iraq iraqi | islam islamic islami islamiya islamiyah islamiyya islamiyyah | israel israeli | italy italian italiana |
  japan japanese | jordan jordanian | kazakhstan kazakh | korea korean | kuwait kuwaiti | lebanon lebanese | libya libyan |
  malaysia malaysian | mexico mexican mexicana mexicano | nigeria nigerian | pakistan pakistani | palestine palestinian |
  panama panamanian | peru peruvian | philippines philippine filipino | poland polish polska | russia russian rossiya rossiyskiy rossiiskaya russkiy |
  saudi saud | serbia serbian | somalia somali | spain spanish espana | sudan sudanese | sweden swedish svenska | switzerland swiss |
  syria syrian | tunisia tunisian | turkey turkish turk | ukraine ukrainian ukraina | venezuela venezuelan | vietnam vietnamese |
  yemen yemeni | zimbabwe zimbabwean
`;

/** The word that each abbreviation stands for. */
export const IN_FULL: ReadonlyMap<string, string> = new Map(
  ABBREVIATIONS.split('|').flatMap((line) => {
    const [full = '', ...others] = line.trim().split(/\s+/);
    return others.map((other) => [other, full] as const);
  }),
);
