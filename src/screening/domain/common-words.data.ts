/**
 * Words by how much they tell of whose a name is, from the least on. Written by test/eval/write-word-weights.ts; see
 * docs/screening.md.
 */
export const COMMON_WORDS: readonly (readonly [weight: number, words: string])[] = [
  [
    0.45,
    `
adv advanced ali alliance allied alpha amer america americas apex aqua arrow asia asian atlantic atlas best blue
bridge bright capitol cedar central century china chinese choice city classic clear coast coastal complete continental
core creative crest crown crystal delta diamond direct dynamic dynamics eagle early east eastern elite empire epic
euro europe european evergreen excel express falcon five focus forest four fusion future galaxy gateway gold golden
grand great green gulf harbor heritage high highland hill hills horizon ideal image imperial independent infinity
innovation innovations innovative insight integrated integrity island keystone king lake legacy legend liberty light
lion main major maple master matrix max md metro metropolitan mid middle midwest modern mohammad mountain mt mtn new
next nexus noble north northeast northern northwest nova oak ocean old olympic omega one onyx optimum orion pacific
park peak phoenix pinnacle pioneer plus point premier premium prestige prime priority pro progressive quality quantum
quest rapid red regal regent regional reliable republic ridge river rocky royal san santa sea select seven signature
silver sky smart solar south southeast southern southwest spectrum spring springs standard star sterling strategic
summit sun sunrise sunset sunshine superior supreme target titan top total tower town triangle trinity triple true
trust two unity universal urban valley vanguard vector victory village vista vital wave west western white wide wind
wise wood woods young zenith`,
  ],
  [
    0.5,
    `
abd absolute access acclaim accord accurate ace achieve acorn active actor acute adept admiral advance advantage
adventure aegis affinity age ages agile ahmad alamo albatross alert ally aloha alpine alta alternative amazon
ambassador amber ambition anchor ancient angel antler apollo apple approach april arbor arc archer arctic arena argo
argus aries ark armor arrowhead art artisan ascend ascent ash aspect aspen aspire assist assurance assured astra astro
athena atom august aurora authentic autumn avalon avid axiom axis azure badger balance bald bamboo banner barn baron
basic basin bass bastion battle bay bayou beach beacon bear beaver bee bell bench benchmark bengal beta better beyond
big billion birch bird bishop bison black blackhawk blade blast blaze blessed block blossom bluebird bluff boat bob
bold bolt bonanza bond book border boulder bow brain brave breeze bridges brilliant bronze brook brown buck buckeye
buffalo bull burgundy butterfly button byte cabin cactus caliber camel camp candle canyon cape captain caravan
cardinal caribbean caribe cascade castle cat catalyst cavalier cave cedars celebrity celtic centaur centennial
centurion challenge champion champions chance channel charm chase checkmate cherokee cherry chi chief christian circle
citadel citizen civic clarity clean clearwater cliff climate clinton clipper cloud clover cobalt cobra code collective
colonial colony color colors colt columbia comet command commander commodore common commonwealth community compass
concept concepts concord condor confidence connect connection conquest constellation contact content control convoy
coral corner cornerstone corona coronado cosmic cosmo cosmos cottage cotton cougar country courage coyote craft crane
creek crescent crimson cross crossroads crow cruise crusader cube culture curve cyber cyclone cypress dawn day decade
deer defender delight deluxe depot desert desire destiny diana digit dimension diplomat discovery diversified divine
dog dogwood dolphin dominion double dove dragon dragonfly dream dreams drum duke dune dutch dynasty eagles earth echo
eclipse eco eden edge egret eighth element elements elephant elevate elk ember emblem emerald eminent emperor encore
endeavor endurance enigma ensign ep epoch epsilon equator equity era escape essence essential eta eternal evolution
exact excalibur excellence excellent exchange exclusive executive exodus expert experts explorer extra extreme eye
fair faith falcons fantasy farmer father favorite feather fern field fields fine finest firebird firm flag flagship
flair flame flash fleet flex flight flow flower fly force fort forte fortress fortune forum forward fountain fox
foxglove free freedom fresh friday friend friendly friends frontier full fun fuse gain galactic game gamma garden
gardenia gardens gate gazelle gem gemini generation generations genesis genius genuine giant gibraltar giga girl
glacier glory goat good gospel grace grade grape gray grey greyhound griffin grizzly ground grove growth guard
guardian guide guild gull gun halo hammer hand hands happy harbour hare harmony harvest haven hawk hawkeye hawks hazel
head heart heartland hearts heaven helios helix helm hemlock herald hercules hermes hero heron hickory hidden higher
highlander highway hilltop hilton history holiday holly holy honest honor hope horizons horn horse host hub human
hundred hunter huron husky ice icon idea ideas ignis ignite illumine imagine impact impala impulse index indian indigo
info inland inner inspire instant intelligence intelligent intrepid invictus iota iris iron ironwood ivory ivy jade
jaguar january jasmine java jet jewel journey joy jubilee july jumbo jump june jungle juniper jupiter just justice
kappa karibik karma key keys kilo kind kinetic kingdom kings kite knight knights knot lady lagoon lambda lance lancer
landing landmark language lantern laurel lavender law lead leader leaders leading leaf league lean learning ledger
left legends leo leopard level leverage liaison lift lighthouse lightning lily lime limitless lincoln link links lions
liquid lite loch lodge logic logical lone longhorn lotus love lower luck lucky lumen luna lunar lux luxor luxury lynx
lyric macro madison magic magna magnet magnetic magnolia magnum majestic mako mammoth manor mantis marathon marble
mariner mark market marlin mars marvel mascot maverick maxim maxima maximum may mayflower meadow meadows mean
medallion memorial mercury mercy meridian merit merlin merry mesa meteor method mighty millenium millennium miller
million mind minds mini minima minor minute miracle mirage mirror mission mobility mode mogul mohammed mohawk momentum
monarch monday money monkey montana monument moon moonlight morning mosaic moss motion motive mountaineer movement mu
muse mustang mutual mystic name native natural nature nautical navigator neon neptune nest neutral newport nice nico
night nightingale nile nimble ninth nitro nomad norm norse northstar notch notion novel now nu nugget number oaks
oasis object oceanic octagon october odyssey olive olympia olympus omicron onward opal open opportunity optima optimal
option options oracle orange orbit orchard orchid order origin original osprey otter outback outer outlook oval over
owl oxford pace pacer palace paladin palm palms panda panel panorama panther parade paradigm paradise paragon parallel
parkway parrot passion passport path pathfinder pathway patriot patriots pattern pax peace peach peacock peaks pearl
pelican penguin penny people peoples pepper perfect perfection performance perpetual perseus person personal
perspective phantom pharaoh phi pi picture pilgrim pilot pine pines pink pivot plains plan planet plantation platform
platinum play plaza pleasant plymouth polar polaris poplar poppy portal positive post potomac practical prairie praxis
precise precision prelude presidential pride prima primrose prince princess principal prism privilege proactive
prodigy productive profile profitable progress promise prompt proper prospect prosper prosperity protect protection
proven providence province proxima prudent psi pulsar pulse puma pure purple pyramid quail quaker quarter quarterly
queen queens quick quicksilver quiet quill quiver rabbit race radiance radiant radius rain rainbow rally rampart
ranger rangers rapids raven ray razor reach reality realm rebel rebound redwood reef reflex reform refuge regency
regis relay reliance reliant relief renaissance renewal renown rescue resilience resolute resolve resort respect
response result results revere revival reward rex rhino rho rhythm rich right rise rising rival riverside road
roadrunner robin robo robust rocket rodeo rogue roman romance root roots rose rosewood round route rover rubicon ruby
rustic safari saffron sage sail saint salmon salt salute samurai sanctuary sandpiper sands sapphire saturn savanna
savior savvy scarlet scenic scholar scorpion scott scout seagull seal search seaside season secure see seed self sense
sentinel sentry sequoia serene serenity series sessions seventh shadow shamrock shark sharp shasta shell shepherd
shield shine shore shores short side sierra sight sigma signal silent silk simple simplicity simply sincere single
site sixth skill skyline slate smile smooth snow snowbird social soft sole solid solo solstice sonic sound source
sovereign space span spark sparrow spartan special specialists speed sphere spider spiral spire spirit splendid spot
spotlight sprint spruce squirrel st stable staff stag stage stake stallion stand starlight stars start statesman stay
steadfast stealth steam stellar step stork storm story straight stream strength stride strike strong sunbeam sunbelt
sunday sunflower sunny super supernova support sure surf surge sustainable swallow swan sweet swift sword sycamore
symbol symphony synergy tactical talon tango task tau taurus teal teams tempest tempo ten tenth tera terra terrace
test theory thermal theta think thistle thomas thorn thought thoughts thousand three threshold thrive throne thunder
thunderbird tide tides tidewater tiger tigers time timeless times tip toledo tomorrow topaz torch tornado tortoise
touch touchstone towers track tradition traditions trail trailblazer trails tranquil transition traveler treasure tree
trek trend trends trial tribune tribute trident trio triton triumph trojan tropic tropical trusted truth tulip tundra
turtle twin twins typhoon ultima ultimate ultra umbrella unicorn unified unique unit universe up upland uplift upper
upsilon utopia valiant valor value valued values vantage vega velocity velvet ventus venus verdant veritas verity
vertex vertical veteran veterans via vibe vibrant viking vine vineyard vintage violet viper virtual virtue virtuous
visions visual vivid vogue voice volt volunteer vox voyage voyager vulcan walnut warrior waterfall waters watershed
waves way wealth web wedge westwind whale wheel wheels whirlwind whisper whitetail wild wildcat wilderness wildfire
wildflower willow win windmill winds wing wings winner winning winter wisdom wish wolf wolverine wolves wonder work
worker working workshop wren xi yankee yellow yellowstone yes yeti yoga yosemite zebra zen zephyr zero zeta zion
zodiac zone`,
  ],
  [
    0.55,
    `
abdul ahmed drug iran irani iranian irano islamic jose`,
  ],
  [
    0.6,
    `
abbott abdallah abdullah abdulrahman aberdeen abraham acosta adam adams adkins aguilar aguirre ahmadi ahn akbar akhtar
alabama alaska albany albert alberto albuquerque alejandro alexander alexandria alexis alfred algeria algerian alice
allen alvarado alvarez amanda amin amir amsterdam amy anchorage andersen anderson andrade andrea andres andrew andrews
angela angeles angola anhui anita ankara ann anna annapolis anne anthony antonio aquino arab argentina arizona
arkansas arlington armenia armenian armstrong arnold arroyo arthur asad ashley ashraf athens atkinson atlanta auburn
augusta austin australia australian austria austrian avery avila ayala azerbaijan azerbaijani aziz bae baghdad bahrain
bai baikal bailey baker bakersfield ballard bangkok bangladesh banks barbara barber barcelona barker barnes barnett
barr barrera barrett barry bart barton bashir basra bates baton bauer bavaria beard beatty beck becker bedford beijing
beirut belarus belarusian belarussian belfast belgium belgrade belize benjamin bennett benson berg bergen berger
berkeley berlin bermuda bernard bernstein berry birmingham blackburn blair blake blanchard bloomfield bogota boise
bolivia bombay bordeaux boris bosnia boston bowen bowers bowman boyd boyer boyle bradford bradley bradshaw brady
brandon brandt brasil brazil brazilian brenda brennan brewer brian bridgeport briggs brighton bristol britt brock
bronx brookfield brooklyn brooks brookside bruce brunswick brussels bryan bryant buchanan bucharest buckley budapest
buenos bulgaria bulgarian burgess burke burlington burnett burns burton bush butler byelorussian byrd byrne cabrera
cai cain cairo calcutta calderon caldwell calgary california calvin cambodia cambridge cameron cameroon campbell
campos canada canadian cannon canton cao caracas cardenas cardiff carey carl carla carlisle carlos carlson carmen
carney carol carolina caroline carpenter carr carroll carson carter carver casey casper caspian castaneda castillo
castro catherine cecil cha chan chandler chang chapman charles charleston charlotte chavez chen chengdu chesapeake
chester cheung chicago chile cho choi chongqing christensen christine christopher chu chung church cincinnati cindy
clara clark clarke claude clay clayton clements cleveland cline cobb cochran cohen cole coleman colin collier collins
cologne colombia colombian colon colorado columbus combs congo conley connecticut conner connolly connor conrad
contreras conway cook coolidge cooper copeland copenhagen corey cortez costa courtney cox craig crawford croatia
croatian crosby cruz cuba cuban cubana cubano cummings cunningham curry curtis cypriot cyprus czech dakar dakota dale
dalian dallas dalton damascus dan daniel daniels dario darren david davidson davies davis dawson dayton dds dean
deborah decker deerfield delacruz delaware deleon delgado delhi deng denmark dennis denver derby derek detroit diane
diaz dickerson dickson diego dillard dillon ding dixon dmitri dmitry dodson dominguez donald dong donovan doris
dorothy dorsey dougherty douglas dover downs doyle drake dresden duarte dubai dublin dudley duffy duncan dunlap dunn
duran durban durham dyer earl eastside eaton ecuador eddie edgar edinburgh edith edmonton eduardo edward edwards edwin
egypt egyptian eileen eisenhower elena ellen elliott ellis emily emma england english enrique eric erickson erie erik
eritrea espana espinoza esposito essex estonia estrada ethan ethiopia eugene eva evan evans everett fairfax fairfield
fairmont fairview faisal fan fang fargo farid farley farooq farrell fatima faulkner fe felix feng ferguson fernandez
fernando ferrari figueroa filipino finch finland finley fischer fisher fitzgerald fitzpatrick fleming fletcher flint
flores florida flynn foley fontana ford foster fowler francaise france francis francisco frank frankfurt franklin
frazier fred frederick freeman fremont french fresno frost fry fu fuentes fujian fuller fuzhou gabriel gallagher
gallegos galvan gao garcia garfield garner garrett garrison gary garza gates geneva gentry george georgetown georgia
gerald german germany ghana gibbs gibson gilbert giles gill gillespie glasgow glendale glenn glenwood glover goldberg
goldman goldstein gomez gonzalez goodman goodwin gordon gould graham grant graves greece greek greene greenville
greenwich greenwood greer gregory grenada griffith grimes gross guam guangdong guangxi guangzhou guatemala guerra
guerrero guillermo guizhou guo gupta gustavo gutierrez guy guzman habib hague haider haiti hakim hale haley halifax
hall hamburg hamid hamilton hampshire hampton hamza han hancock hangzhou hanna hannah hannover hansen hanson harbin
hardin harding hardy harmon harold harper harrington harris harrison harry hart hartford hartman harvey hasan hassan
hatfield havana hawaii hawkins hawthorne hayden hayes haynes he hebei hector helen hellenic helsinki henan henderson
hendricks henry henson herbert herman hernandez herrera herring hess hester hewitt hickman hicks higgins hillside hind
hinton hobbs hodge hodges hoffman hoffmann hogan holden holland holloway hollywood holmes holt honduras hong hongkong
hood hooper hoover hopkins horton hosein hossain hossein houston howard howe howell hu huang hubbard hubei huber
hudson huff huffman hughes hugo humphrey hunan hungarian hungary hunt huntington hurley hurst husain hussain hussein
hutchinson hwang ian ibarra ibrahim iceland idaho igor illinois im india indiana indianapolis indonesia indonesian
inglewood ingram iowa iqbal iraq iraqi ireland irene irvine irwin isaac isfahan israel israeli istanbul italian
italiana italy ivan ivanov ivanova jack jackie jackson jacob jacobs jacobson jafar jaime jakarta jalil jamaica jamal
james janet jang japan japanese jarvis jason javed jay jean jeff jefferson jeffrey jenkins jennifer jennings jensen
jeon jeong jeremy jerome jerry jersey jerusalem jessica jesus jia jiang jiangsu jiangxi jilin jim jimenez jimmy jin
joan joe joel johan john johnny johns johnson johnston jonathan jones jordan jordanian jorge joseph joshua joyce juan
juarez judith julia julian julie julio jung justin kabul kamal kandahar kane kang kansas karachi kareem karen karim
karl kate kaufman kazakh kazakhstan kazan kazem keith keller kelley kelly kemp kendall kennedy kenneth kent kentucky
kenwood kenya kerr kevin khaled khalid khan khorasan kiev kim kingston kirby kirk klein kline knoxville kong korea
korean kramer krasnoyarsk krause kristen kuban kumar kuo kurt kuwait kuwaiti kuznetsov kwon lagos lai lakeside
lakewood lamb lambert lancaster lang lansing laredo larry larsen larson latif latvia laura lawrence lawson leach
lebanese lebanon leblanc lee leeds leigh leon leonard leonardo leonel leslie lester levine levy lewis lexington liang
liao liaoning liberia libya libyan lim lima lin linda lindsay lindsey linwood lisa lisbon lithuania liu liverpool
livingston lloyd logan london long longview lopez lori louis louisiana louisville lowe lowery lu lucas lucero luciano
luis luo luxembourg lynch lynn lyon lyons ma macdonald mack mackenzie madagascar madden madrid mahdi mahmood mahmoud
mahoney maine malaysia malaysian maldonado mali malik malone malta manchester manhattan manila mann manning mansfield
mansour manuel maplewood marc marcelo marcus margaret maria marie marietta mario marion marks marquez marsh marshall
martha martin martinez martinson marvin mary maryland mashhad mason masood massachusetts massey mathews mathis matthew
matthews maurice mauricio maxwell mayer maynard mcbride mccall mccarthy mcclure mccormick mccoy mccullough mcdaniel
mcdonald mcdowell mcgee mcgrath mcguire mcintosh mcintyre mckay mckee mckenzie mckinley mckinney mcknight mclaughlin
mclean mcmahon mcmillan mcneil mcpherson medina mehdi mejia melbourne melendez melissa melton memphis mendez mendoza
meng mercado mercer merritt mexican mexicana mexicano mexico meyer meyers miami michael michelle michigan middlefield
miguel mike mikhail milan miles milwaukee min minneapolis minnesota miranda mississippi missouri mitchell modesto
mohamed mohsen moldova molina mongolia monica monroe monterey montes montgomery montoya montreal moody mooney moore
mora morales moran moreau moreno morgan morocco morris morrison morrow morse morton moscow moses moskva mosul
mountainview mueller mullen muller mullins mumbai munich munoz murillo murphy murray mustafa myanmar myers nabil nader
nairobi nam namibia nancy nanjing naples nash nashville nasser nathan navarro neal nebraska nelson nepal netherlands
nevada newark newcastle newman newton nguyen nicaragua nicholas nichols nicholson nicolas nicole nielsen nielson
nigeria nigerian nikolai ningbo nixon nolan norfolk norman norris northside norton norway norwood nottingham novak
novosibirsk nunez oakland oakwood obrien ochoa oconnell oconnor octavio odessa odom odonnell oh ohio oklahoma oleg
oliver olsen olson omaha oman omar omsk oneal oneill oregon orlando orleans orozco orr ortega ortiz osaka osborne
oscar oslo osman osvaldo ottawa owen owens ozark ozarks pablo pacheco padilla pae page paik pakistan pakistani palermo
palmer palo pamela pan panama panamanian paraguay paris parker parks parrish parsons pasadena patel patricia patrick
patterson patton paul paula pavel payne pearson peck pedro pena peng pennington pennsylvania perez perkins perm perry
perth peru peruvian peter peters petersburg petersen peterson petrov petrova petty phelps philadelphia philip
philippine philippines phillip phillips pierce pittman pitts pittsburgh plainfield plainview poland polish pollard
polska ponce poole pope popov porter portland portugal potter powell powers prague pratt preston price princeton
proctor pruitt pugh qasim qatar qian qin qingdao quebec queensland quincy quinn rachel rafael rahman raleigh ralph
ramirez ramiro ramon ramos ramsey randall randolph rangel rashid raul raymond reagan rebecca redmond reed reese reeves
reid reilly rene reno reyes reynolds reza rhode rhodes ricardo richard richards richardson richmond riddle ridgewood
riggs riley rios ritter rivera riverdale roanoke robbins robert roberto roberts robertson robinson robles rocha
rochester rodgers rodolfo rodriguez rogelio roger rogers rojas roland romania rome romero ron ronald roosevelt rosa
rosales rosario rosedale rosen rosenberg ross rossiiskaya rossiya rossiyskiy rostov roth rotterdam rowe roy rubio ruiz
rush russell russia russian russkiy russo ruth rwanda ryan ryu sacramento sadiq saeed salas salazar saleem salem salim
salinas salisbury sally salvador sam samara sami samuel sanchez sanders sandoval sandra santana santiago santos sara
sarah saratov saud saudi saunders savannah sawyer sayed schaefer schafer schmidt schmitt schneider schroeder schultz
schulz schwartz scotland scottsdale sean seattle senegal seo seoul serbia serbian sergei sergey sergio serrano seville
sexton shaanxi shaffer shah shahid shandong shane shanghai shannon shanxi shao sharma sharon shaw sheffield shelton
shen shenandoah shenyang shenzhen shepard sheppard sherman sherwood shi shields shim shin shiraz siberia sibir sichuan
silva simmons simon simpson sims sinclair singapore singh singleton skinner sloan slovakia slovenia small smirnov
smith snyder sochi sokolov solis solomon somali somalia somerset song sophia sosa soto southside spain spanish sparks
spencer spokane springfield stafford stanford stanley stanton stark steele stein stephen stephens stephenson steve
steven stevens stevenson stewart stockholm stockton stokes stout strickland stuart su suarez sudan sudanese suffolk
sullivan summers susan sussex sutton suzhou suzuki svenska swanson sweden swedish sweeney swiss switzerland sydney
sylvia syracuse syria syrian tabriz tacoma tahoe taipei taiwan tajikistan tampa tan tang tanner tanzania tao tariq
tate taylor tehran tennessee terrell terry texas thailand theodore theresa thompson thornton tian tianjin tim timothy
todd tokyo tom tommy tong tony toronto torres townsend tran travis trenton trevino trujillo truman tucker tucson tula
tulsa tunisia tunisian turin turk turkey turkish turkmenistan turner tyler tyumen ufa uganda ukraina ukraine ukrainian
ulises umar underwood ural uruguay utah uzbekistan valdez valencia valentine vance vancouver vargas vasiliev vasquez
vaughan vaughn vazquez vegas velasquez velazquez velez venezuela venezuelan venice vermont verona victor vienna
vietnam vietnamese villa villarreal vincent virginia vladimir volga volgograd volkov voronezh wade wagner wahid wales
walker wallace walsh walt walter walters walton wan wang ward ware warner warren warsaw warwick washington watkins
watson watts weaver webb weber webster weeks wei weiss welch wellington wells wen wendy werner westchester westfield
westside whitaker whitehead whitney wichita wiggins wilcox wildwood wiley wilkerson wilkins wilkinson willard william
williams williamson willie willis wilson winchester windsor winston winters wisconsin wolfe wong woodard woodland
woodlands woodward worcester workman wright wu wuhan wuxi wyatt wyoming xia xiamen xian xiao xie xinjiang xu xue yan
yang yao yasin yates yazd ye yemen yemeni yin ying yoder yokohama yoon york yorker yorkshire younis yousef yu yuan
yunnan yuri yusuf zachary zahid zambia zamora zeng zhang zhao zhejiang zheng zhong zhou zhu zimbabwe zimbabwean
zimmerman zou zurich`,
  ],
  [
    0.65,
    `
mohamad`,
  ],
  [
    0.7,
    `
ben haji jr treatment`,
  ],
  [
    0.75,
    `
abbas aleksandr cab chol convalescent din dmd husayn mahmud resource said seacrest tikriti we`,
  ],
];
