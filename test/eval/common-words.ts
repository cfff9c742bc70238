/**
 * Words that firms like to be named after: of the language, not made up. Who has one of them in common with another has
 * little in common. Written by hand.
 */
export const BRAND_WORDS = `
  beta gamma epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi
  unity union united age ages horizon horizons vision millennium millenium century decade generation generations
  optimal optima maxima minima ultima proxima prima nova terra aqua ignis ventus lux vox pax rex
  movement forward patient practical progressive proactive productive profitable prompt
  self idea ideas concept concepts thought thoughts think smart brain mind minds
  work works working worker job task labor
  tech nico techno robo cyber info data net web byte pixel code logic soft micro
  main major minor higher lower middle upper inner outer
  mega giga tera kilo mini micro nano macro
  first second third fourth fifth sixth seventh eighth ninth tenth hundred thousand million billion
  monday friday sunday january april may june july august october
  good better best great super finest choice perfect ideal
  red orange yellow green blue indigo violet purple pink brown black white grey gray silver gold bronze
  absolute access acclaim accord accurate ace achieve acorn active actor acute adept admiral advance advantage adventure aegis
  aero affinity agile alamo albatross alert alert alliance allied ally aloha alpine alta alternative amber ambassador amazon
  ambition anchor ancient angel antler apollo apple approach aqua arbor arc arch archer arctic arena argo argus aries ark armor
  arrowhead art artisan ascend ascent ash aspect aspen aspire assist assurance assured astra astro athena atom aurora
  authentic autumn avalon avenue avid axiom axis azure badger bald balance bamboo banner bar barn baron basic basin bass bastion
  battle bay bayou beach beacon bear beaver bee bell bench benchmark bengal beta beyond big birch bird bishop bison black
  blackhawk blade blast blaze blessed block blossom bluebird bluff boat bob bold bolt bond bonanza book border boulder bow
  branch brave breeze brick bridges brilliant bronze brook buck buckeye buffalo bull burgundy butterfly button cabin cactus
  caliber camel camp candle canyon cape capital captain caravan cardinal care caribbean cascade castle cat catalyst cavalier
  cave cedars celebrity cell celtic centaur centennial centurion certified challenge champion champions chance channel charm
  charter chase checkmate cherokee cherry chief christian cinema circle citadel citizen civic clarity classic clean clearwater
  cliff climate clinton clipper cloud clover club coach cobalt cobra code collective colonial colony color colors colt columbia
  comet comfort command commander common commonwealth commodore community compass concept concord condor confidence connect
  connection conquest constellation contact content continental control convoy copper coral cornerstone corner coronado corona
  cosmic cosmos cosmo cottage cotton cougar country county courage coyote craft crane creek crescent crimson cross crossroads
  crow cruise crusader cube culture curve cyber cyclone cypress dawn day deer defender delight deluxe depot desert design desire
  destiny diana digit dimension diplomat discovery diversified divine dog dogwood dolphin dominion door double dove dragon
  dragonfly dream dreams drive drum duke dune dutch dynasty eagles earth echo eclipse eco eden edge egret element elements
  elephant elevate elk ember emblem emerald eminent emperor encore endeavor endurance energy enigma ensign enterprise epoch equator
  equity era escape essence essential eternal evolution exact excalibur excellence excellent exchange exclusive executive exodus
  expert experts explorer express extra extreme eye fair faith falcons family fantasy farmer fashion father favorite
  feather fern field fields fine fire firebird firm fish flag flagship flair flame flash fleet flex flight flow flower fly
  force fort forte fortress fortune forum forward foundry fountain fox foxglove free freedom fresh friend friendly friends
  frontier fuel full fun fuse gain galactic game garden gardenia gardens gate gazelle gem gemini general generation genesis genius
  genuine giant gibraltar girl glacier glass glory goat gospel grace grade grand granite grape gray greyhound griffin grizzly ground
  grove growth guard guardian guide guild gull gun halo hammer hand hands happy harbour hare harmony harvest haven hawk hawkeye
  hawks hazel head heart heartland hearts heaven heights helios helix helm hemlock herald hercules heritage hermes hero heron
  hickory hidden highlander highway hilltop hilton history holiday holly holy honest honey honor hope horn horse host hub
  human hunter huron husky ice icon ideal ignite illumine image imagine impact impala imperial impulse index indigo indian industry
  inland inner insight inspire instant intelligence intelligent interior intrepid invictus iris iron ironwood ivory ivy jade jaguar
  jasmine java jet jewel journey joy jubilee jumbo jump jungle juniper jupiter just justice karma key keys kids kind kingdom
  kings kinetic kite knight knights knot lab ladder lady lagoon lamp lance lancer land landing landmark lane language lantern
  laser laurel lavender law lead leader leaders leading leaf league lean learning ledger left legend legends lens leo leopard level
  leverage liaison lift lighthouse lightning lily lime limitless lincoln link links lions liquid lite living loch lodge logic
  logical lone longhorn lotus love luck lucky lumen luna lunar luxor luxury lynx lyric macro madison magic magna magnet magnetic
  magnolia magnum majestic mako mammoth manor mantis marathon marble mariner mark market marlin mars marvel mascot
  maverick maxim maximum mayflower meadow meadows mean medallion memorial mercury mercy meridian merit merlin merry mesa meteor
  method mighty miller million mind mini minute miracle mirage mirror mission mobile mobility mode model mogul mohawk momentum
  monarch money monkey montana monument moon moonlight morning mosaic moss motion motive mountaineer multi muse music
  mustang mutual mystic name native natural nature nautical navigator neon neptune nest neutral newport next nice night nightingale
  nile nimble nitro nomad norm norse northstar notch notion novel now nugget number oaks oasis object oceanic octagon
  odyssey office olive olympia olympus on onward opal open opportunity option options oracle orange orbit orchard orchid order
  organic origin original osprey otter outback outdoor outlook oval over owl oxford pace pacer paladin palace palm palms
  panda panel panorama panther paper parade paradigm paradise paragon parallel park parkway parrot partner passion passport
  path pathfinder pathway patriot patriots pattern pax peace peach peacock peaks pearl pelican penguin penny people peoples pepper
  perfect perfection performance perpetual perseus person personal perspective phantom pharaoh picture pilgrim pilot pine pines
  pink pinnacle pipe pivot pixel place plains plan planet plantation platform platinum play plaza pleasant plus plymouth polar
  polaris poplar poppy  port portal positive post potomac power prairie praxis precise precision prelude presidential
  prestige pride primary prime primrose prince princess principal prism privilege prodigy profile progress promise
  proper prospect prosper prosperity protect protection proven providence province prudent pulsar pulse puma pure purple pyramid
  quail quaker quarter quarterly queen queens quick quicksilver quiet quill quiver rabbit race radiance radiant radius rain
  rainbow rally rampart ranch ranger rangers rapids raven ray razor reach ready reality realm rebel rebound red redwood reef reflex
  reform refuge regency regent regis relay reliance reliant relief renaissance renewal renown republic rescue resilience resolute
  resolve resort respect response result results revere revival reward rhino rhythm rich right rise rising rival riverside road
  roadrunner robin robust rocket rocks rocky rodeo rogue roman romance root roots rose rosewood round route rover rubicon ruby
  rustic safari safe saffron sage sail saint salmon salt salute samurai sanctuary sand sandpiper sands sapphire saturn savanna
  savior savvy scarlet scenic scholar scorpion scott scout sea seagull seal search seaside season secure see seed sense
  sentinel sentry sequoia serene serenity series sessions seven shadow shamrock shark sharp shasta shell shepherd shield shine
  ship shore shores short side sierra sight sign signal signs silent silk simple simplicity simply sincere single site skill skyline
  slate smile smooth snow snowbird social sole solid solo solstice sonic sound source sovereign space span spark sparrow spartan
  special specialist specialists specialty speed sphere spider spiral spire spirit splendid sport sports spot spotlight sprint
  spruce square squirrel stable staff stag stage stake stallion stand starlight stars start state statesman stay steadfast
  stealth steam stellar step stork storm story straight stream street strength stride strike strong sugar sunbeam sunbelt
  sunflower sunny super supernova support supreme sure surf surge sustainable swallow swan sweet swift sword sycamore symbol
  symphony synergy tactical talent talon tango task taurus teal teams tempest tempo ten tennis tenth terra terrace test theory thermal
  third thistle thomas thorn three threshold thrive throne thunder thunderbird tide tides tidewater tiger tigers timber time
  timeless times tip toledo tomorrow topaz torch tornado tortoise touch touchstone tower towers track trade tradition traditions trail
  trailblazer trails tranquil transition traveler treasure tree trees trek trend trends trial tribute tribune trident trio
  triton triumph trojan tropic tropical trusted truth tulip tundra turtle twin twins two typhoon ultimate ultra umbrella unicorn
  unified unique unit universe up upland uplift utopia valiant valor valued value values vantage vega velocity
  velvet venus verdant veritas verity vertex vertical vessel veteran veterans via vibe vibrant viking vine vineyard vintage
  violet viper virtual virtue virtuous visions visual vital vivid vogue voice volt volunteer voyage voyager vulcan walnut
  warrior water waters watershed waterfall wave waves way wealth web wedge west westwind whale wheel wheels whirlwind whisper
  whitetail wild wildcat wilderness wildfire wildflower willow win wind window winds windmill wing wings winner winning winter wisdom
  wish wolf wolverine wolves wonder workshop world wren yankee yellow yellowstone yes yeti yoga yosemite youth zebra zephyr zen
  zero zion zodiac zone`;

/** Family names and first names that many have. Written by hand. */
export const COMMON_NAMES = `
  rahman abdallah abdullah abdulrahman ahmadi akbar akhtar amin amir asad ashraf aziz bashir faisal farid farooq fatima habib haider hakim hamid
  hamza hasan hossein husain hussain hussein iqbal jafar jalil javed kamal kareem kazem khaled khalid latif mahdi mahmood malik mansour masood mehdi
  mohsen mustafa nabil nader nasser omar qasim rashid reza sadiq saeed saleem salem salim sami sayed shahid tariq umar wahid yasin younis yousef zahid
  boris dmitri dmitry igor mikhail nikolai oleg pavel sergei sergey vladimir yuri ivanova petrova kuznetsov popov smirnov sokolov volkov vasiliev
  bai cai cao deng ding dong du fan fang feng fu gao guo han he hong hu huang jia jiang jin kang kong kuo lai liang liao lin luo ma meng
  pan peng qian qin shao shen shi song su sun tan tang tao tian tong wan wei wen wu xia xiao xie xu xue yan yang yao ye yin ying yuan zeng zhao zheng
  zhong zhou zhu zou bae cha cho han hong hwang im jang jeon jeong jung kang kwon lim min moon nam oh paik pae ryu seo shin shim song yoon
  dario guillermo jaime leonel luciano marcelo mauricio miguel octavio orlando osvaldo rafael ramiro raul rene rodolfo rogelio salvador ulises
  bergen hillside ozark ozarks tahoe shenandoah hawthorne lakeside northside southside eastside westside riverdale rosedale oakwood maplewood
  fairmont fremont glenwood greenwood hollywood inglewood kenwood linwood norwood redmond ridgewood sherwood wildwood woodland woodlands
  longview plainview mountainview brookside brookfield bloomfield deerfield mansfield middlefield plainfield
  jefferson hamilton franklin madison lincoln monroe jackson kendall marietta clinton houston quincy tyler pierce hayes garfield cleveland
  mckinley roosevelt wilson harding coolidge hoover truman eisenhower nixon reagan
  anhui chengdu chongqing dalian fujian fuzhou guangzhou guangxi guizhou hangzhou harbin hebei henan hubei hunan jiangsu jiangxi jilin liaoning
  nanjing ningbo qingdao shaanxi shandong shanxi shenyang sichuan suzhou tianjin wuhan wuxi xiamen xian xinjiang yunnan zhejiang
  baikal kazan kuban krasnoyarsk novosibirsk omsk perm petersburg rostov samara saratov sibir siberia sochi tula tyumen ufa ural volga volgograd voronezh
  baghdad basra beirut isfahan kabul kandahar khorasan mashhad mosul shiraz tabriz yazd caspian
  algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium belize bolivia bosnia brazil bulgaria cambodia cameroon
  canada chile congo croatia cyprus czech ecuador egypt england eritrea estonia ethiopia finland georgia greece haiti hungary iceland indonesia israel jordan
  kazakhstan latvia liberia libya lithuania luxembourg madagascar mali malta moldova mongolia myanmar namibia nepal netherlands nicaragua oman paraguay peru
  qatar romania rwanda serbia sierra slovakia slovenia somalia sudan swiss switzerland tajikistan tunisia turkmenistan uruguay uzbekistan zambia zimbabwe
  york yorker jersey vegas diego angeles francisco jose antonio louis paul cruz clara barbara monica rosa maria fe
  abbott abdul abraham acosta adam adkins aguilar aguirre ahmad ahmed ahn albert alberto alejandro alexis alfred ali alice alvarado
  alvarez amanda amy anderson andersen andrade andrea andres andrew andrews angela anita ann anna anne anthony antonio aquino
  armstrong arnold arroyo arthur ashley atkinson austin avery avila ayala bailey bailey ball ballard banks barber barker
  barnett barr barrera barrett barry bart barton bass bates bauer beard beatty beck becker benjamin benson berg berger bernard
  bernstein berry bird bishop blackburn blair blake blanchard bond bowen bowers bowman boyd boyer boyle bradford bradley bradshaw brady
  brandon brandt brennan brenda brewer brian briggs britt brock bruce bryan buchanan buck buckley burgess burke burnett burns burton bush
  byrd byrne cabrera cain calderon caldwell calvin cameron campos cannon cardenas carey carl carla carlos carlson carmen carney
  carol caroline carpenter carr carroll carson carver casey casper castaneda castillo castro catherine cecil chan chandler chang chapman
  charles chavez cherry cheung cho choi christian christensen christine christopher chu chung church cindy clara clarke claude clay
  clayton clements cline cobb cochran cohen cole colin collier colon combs conley connor connolly conner conrad contreras conway
  copeland corey cortez costa courtney craig crawford crosby cross cummings cunningham curry curtis dale dalton dan daniel daniels
  darren david davidson davies dawson dean deborah decker delacruz deleon delgado dennis derek diana diane dickerson
  dickson dillard dillon dixon dodson dominguez donald donovan doris dorothy dorsey dougherty douglas downs doyle drake
  duarte dudley duffy duke duncan dunlap dunn duran durham dyer earl eaton eddie edgar edith eduardo edward edwin eileen elena ellen
  ellis elliott emily emma enrique eric erickson erik espinoza esposito estrada ethan eugene eva evan farley farmer farrell faulkner
  felix ferguson fernandez fernando ferrari fields figueroa finch finley fischer fitzgerald fitzpatrick fleming fletcher flint
  flynn foley ford fowler francis francisco frank franklin frazier fred frederick freeman french frost fry fuentes fuller
  gabriel gallagher gallegos galvan garner garrett garrison garza gary gates gentry george gerald gibbs gibson gilbert giles gill
  gillespie glenn glover goldberg goldman goldstein good goodman goodwin gordon gould grace graham grant graves greene greer
  gregory griffith grimes gross guerra guerrero gupta gustavo gutierrez guy guzman hale haley hampton hancock hanna hannah hansen
  hanson hardin harding hardy harmon harold harper harrington harry hart hartman harvey hassan hatfield hawkins hayden haynes
  hector helen henderson hendricks henson herbert herman herrera herring hess hester hewitt hickman hicks higgins hinton hobbs
  hodge hodges hoffman hoffmann hogan holden holland holloway holmes holt hood hooper hoover hopkins horn horton hosein hossain hossein house
  houston howe howell hubbard huber hudson huff huffman hugo humphrey hunt hurley hurst hussain hussein hutchinson ian ibarra
  ibrahim ingram irene irwin isaac ivan ivanov jack jackie jacob jacobs jacobson jaime jamal janet jarvis jason jay jean
  jeff jeffrey jennifer jennings jensen jeremy jerome jerry jessica jesus jim jimenez jimmy joan joe joel johan john johns johnny johnston
  jonathan jorge jose joseph joshua joyce juan juarez judith julia julian julie julio justin kane karen karim karl kate kaufman
  keith keller kelley kemp kennedy kenneth kent kerr kevin khan kirby kirk klein kline kramer krause kristen kumar kurt
  lamb lambert lane lang larry larsen larson laura lawrence lawson leach leblanc lee leigh leo leon leonard leonardo leslie lester levine levy
  lim lin lindsay lindsey linda lisa liu livingston lloyd logan lori louis love lowe lowery lucas lucero luis lu luna lynch
  lynn lyons mack macdonald mackenzie madden mahmoud mahoney maldonado malone mann manning manuel marc marcus margaret maria marie mario
  marion mark marks marquez marsh martha martinson marvin mary mason massey mathews mathis matthew matthews maurice maxwell may mayer
  maynard mcbride mccall mccarthy mcclure mccormick mccoy mccullough mcdaniel mcdowell mcgee mcgrath mcguire mcintosh mcintyre mckay
  mckee mckenzie mckinney mcknight mclaughlin mclean mcmahon mcmillan mcneil mcpherson meadows medina mejia melendez melissa melton mendez
  mendoza mercado mercer merritt meyer meyers michael michelle miguel mike miles mills miranda mohamed mohammad mohammed molina
  monica monroe montes montgomery montoya moody mooney mora moran moreno moreau morrison morrow morse morton moses moss mueller muhammad mullen
  muller mullins munoz murillo nancy nash nathan navarro neal nelson newman newton nichols nicholas nicholson nicole nicolas nielsen nielson nixon noble
  nolan norman norris norton novak nunez obrien ochoa oconnell oconnor odom odonnell oliver olsen olson omar oneal oneill
  orozco orr ortega osborne oscar osman owen pablo pace pacheco padilla page palmer pamela park parks parrish parsons patel patricia patrick
  patrick patton paul paula payne pearson peck pedro pena pennington perkins peter peters petersen petrov petty phelps
  philip phillip pierce pittman pitts pollard ponce poole pope porter potter powers pratt preston prince proctor pruitt pugh
  quinn rachel ralph ramon ramos ramsey randall randolph rangel ray raymond rebecca reese reeves reid reilly reyes rhodes ricardo rice
  rich richard richards richmond riddle riggs riley rios ritter robbins robert roberto robertson robles rocha rodgers roger rojas roland
  roman romero ron ronald rosa rosales rosario rose rosen rosenberg roth rowe roy rubio ruiz rush russo ruth ryan salas salazar
  salinas sally sam samuel sandoval sandra santana santiago santos sara sarah saunders sawyer schaefer schafer schmidt schmitt schneider
  schroeder schultz schulz schwartz scott sean sergio serrano sexton shaffer shah shane shannon sharma sharon sharp shaw shelton shepard
  shepherd sheppard sherman shields short silva simon sims sinclair singh singleton skinner sloan small snow snyder solis solomon
  sophia sosa soto sparks spencer stafford stanley stanton stark steele stein stephen stephens stephenson steve steven stevenson stokes stone
  stout strickland strong stuart suarez sullivan summers susan sutton suzuki swanson sweeney sweet sylvia tanner tate terrell terry
  theodore theresa thornton tim timothy todd tom tommy tony townsend travis trevino trujillo tucker tyler underwood valdez
  valencia valentine vance vargas vasquez vaughan vaughn vazquez vega velasquez velazquez velez victor villa villarreal vincent
  virginia wade walls walsh walt walter walters walton ware warner warren waters watkins watts weaver webb weber webster weeks weiss welch
  wells wendy werner whitaker whitehead whitney wiggins wilcox wiley wilkerson wilkins wilkinson willard william williamson willie willis winters
  wise wolfe wong woodard woodward workman wyatt yates yoder york yu yusuf zachary zamora zimmerman
  aberdeen albany albuquerque alexandria amsterdam anchorage ankara annapolis arlington athens auburn augusta aurora bakersfield bangkok
  barcelona baton bavaria bedford belfast belgrade berkeley bermuda birmingham bogota boise bombay bordeaux boulder bridgeport
  brighton bristol bronx brooklyn brunswick brussels bucharest budapest buenos burlington cairo calcutta calgary cambridge canton
  cape caracas cardiff carlisle charleston charlotte chester chesapeake cincinnati cleveland cologne columbus copenhagen crawford dakar
  damascus dayton delhi denmark derby dover dresden dublin durban edinburgh edmonton erie essex everett fairfax fairfield
  fairview fargo flint fontana france frankfurt fresno geneva georgetown germany ghana glasgow glendale grenada greenville greenwich
  guam guatemala hague halifax hamburg hannover hartford havana helsinki holland honduras hongkong huntington india
  indianapolis ireland irvine istanbul italy jakarta jamaica japan jersey jerusalem karachi kent kentucky kenya kiev kingston
  knoxville kuwait lagos lakewood lancaster lansing laredo lebanon leeds lexington lima lincoln lisbon liverpool louisville lyon
  madrid malta malaysia manchester manhattan manila marietta melbourne memphis mesa milan milwaukee minneapolis mobile
  modesto monroe monterey montgomery montreal morocco mumbai munich nairobi naples nashville newark newcastle nigeria norfolk
  norway nottingham oakland odessa omaha orleans osaka oslo ottawa pakistan palermo palo panama pasadena perth philadelphia philippines
  pittsburgh plymouth poland portugal prague princeton providence quebec queensland raleigh reno richmond riverside roanoke
  rochester rome rotterdam sacramento salem salisbury saudi savannah scotland scottsdale senegal seoul seville sheffield
  singapore somerset spain spokane springfield stanford stockholm stockton suffolk sussex sweden sydney syracuse
  tacoma taipei taiwan tampa tanzania thailand tokyo toledo toronto trenton tucson tulsa turin uganda ukraine vancouver venice
  verona vienna vietnam wales warsaw warwick wellington westchester westfield wichita windsor winchester winston worcester
  yemen yokohama yorkshire zurich`;

/** What firms do and deal in, beside what generic words say already. Written by hand. */
export const TRADE_WORDS = `
  kb okb skb npo npp nii tsnii gup fgup mup tpk
  nuclear machining payments medicare medicaid optometry chiropractor payroll radiation oncology pulmonary neurology urology allergy
  patient patients doctor doctors hospitals clinics dialysis ophthalmology gynecology anesthesia pathology wound
  distribution distributions unlimited joint cooperative corporate region district municipal rural county township
  applied application applications automated tourism tourist textil metallurgical agro agricola ganaderia pesquera
  micro nano techno bio geo hydro petro electro thermo mega multi inter intra trans poly mono
  internet online email website webs marketing mobile apps app digital pixel hosting telecare telehealth
  terminal terminals tanker tankers vessel vessels port ports pier dock docks yard yards warehouse warehouses
  street avenue boulevard drive lane place square view heights junction crossing
  adult adults kids youth teen seniors elder infants maternity women men ladies girls boys
  living life lives lifestyle comfort care cares caring careers career job jobs
  room rooms floor wall walls kitchen bath baths bathroom basement attic door lawn lawns pool
  specialized specialised specialist certified licensed registered professional
  first second third fourth fifth year years month week hour hours daily weekly
  joint venture consortium syndicate
  sand gravel rock rocks dirt soil grading trenching boring crushing blasting
  fuel fueling petroleum propane kerosene lubricants grease
  cardboard envelope labels printing copies
  chem pharm biotech biotechnology pharma pharmacare nutraceutical vitamins herbs herbal
  wellness massage spa tanning nails beauty barbers hairstyling
  sanayi ticaret sirketi insaat turizm otomotiv makina makine muhendislik elektronik metalurji gida tekstil
  preduzece proizvodnju promet usluge import-export svyaz bezopasnost tekhnika stroitelstvo stroy transport torg
  promstroy prom snab servis tekhno energetika neft neftegaz gazprom metall stal khim agroprom rybolovnyy sudostroitelnyy
  aerospace defense defence instrument plastic metallurgy shipyard shipbuilding armament ammunition military academy county tri
  nutritional urgent internal primary cardiology oncology obstetrics pediatric orthopaedic podiatric physician nurse nurses
  apartments condominium condominiums investors investor lender lenders acquisition acquisitions
  assembly automation bearing cabinetry canvas concierge dispatch drywall electrician electricians
  plumber plumbers painter roofer builder designer designers developer developers distributing distributor distributors
  importer importers exporter exporters operator operators provider providers vendor vendors retailer retailers
  front army brigade brigades battalion forces
  ul ur ud ad ed es as ar at az annual tv
  accounting acoustics advertising advisors advisory agricultural aircraft alarm alloys ambulance analytics animal antiques apparel
  appliance appliances appraisal aquatic aquatics archery architects architecture arms arts asphalt auction audio audit
  autos bakery bags ball bar barbecue baseball batteries battery bbq bean bearings beauty beds beer beverage beverages bicycle bikes
  billing biomedical biotech boats body boiler books boutique boxes bread breeding brewery brewing brick broadcasting broker
  brokerage brokers butcher cabinet cabinets cable cafe camera camps candy carbon card cargo carpentry carpet carpets cars cattle
  catering ceiling cell cement ceramics certification charter cheese child children childcare chiropractic chocolate cigar
  cinema circuit civil claims clothing coach coal coating coatings coffee collection collision components compressor concrete
  conditioning connectors conservation cooking cooling copper copy cosmetics counseling couriers court credit crops cruises
  custom cuts dairy dance daycare dealers decor decorating deli delivery demolition dentistry dermatology detail detailing
  diagnostic diagnostics diesel diner display displays diving doors drafting drain drilling drink drugs dry dye eggs elderly
  elevator embroidery emergency employment engine engines entertainment environmental events excavating excavation exhibits
  exterminators eyecare eyewear fabric fabrication fabricators fabrics fashion fasteners feed fence fencing fertilizer fiber fibers
  film films filter filters filtration fire fish fisheries fishing fitness fittings fixtures flooring floors florist flowers
  foam footwear forestry forge forms foundry frames franchise freight fruit fruits fuel fuels funeral furnace furnishings furniture fur
  gallery games garage garments gear gears geological gifts glass glove goods gourmet grading grain granite graphic
  graphics grill grocery growers guns gutter gym hair hardware hats hauling hay heating helicopter hides hobby hockey homecare homes
  honey horticulture hospice hospitality housing hvac hydraulic hydraulics imaging imports ink inn inspection inspections installation
  installations instruments insulation insurance interior interiors irrigation janitorial jewelers jewelry juice kennel kitchen kitchens
  knives labels ladder lamp landscape landscaping laser laundry lawn lawyers leasing leather legal lens lighting
  lights limousine limo linen liquor litho livestock loan loans locksmith lodging lumber luggage magazine mail
  mart masonry massage mats maternity meat meats mechanical mechanics mechanic media mediation memory mental
  merchandise merchants messenger meter metalworks microwave mill millwork mills mobile model molding mold monitoring mortgage
  motel motor motorcycle movers moving museum music nail nails news newspaper nurseries nursery nursing nut nutrition
  nuts oils optical optics optometry ordnance organic ornamental orthodontics orthopedic outdoor outdoors outfitters oxygen pack
  package packaging packing pads pain paint painters painting paints pallet pallets paper parking parts  paving payment payroll
  pediatric pediatrics pens personnel pest pet pets pharmacies phone phones photo photography physical physicians piano
  pipe pipeline pipes piping pizza planning plants plastering plating plumbing podiatry polymer pool pools pork poultry
  preschool press pressure primary printers printing process processing processors produce production productions propane
  prosthetics protective psychiatric psychology psychological publications publishers publishing pump pumps quarry radio radiology rail railroad
  railway ranch ranches ready realtors recording records recovery recruiting recycling refining refinery refrigeration rehab rehabilitation
  remodeling removal renovation renovations rental rentals repairs residential respiratory restoration restaurants retail
  retirement rice rigging robotics roof roofing roses rubber rug rugs safe salon salvage sand satellite sauce saw scales screen
  seafood seals seafoods seating seeds semiconductor senior sensors septic sewing sheet shoe shoes shop shopping shops shutters
  siding sign signage signs skating ski skin soap soccer soil spa specialties specialty spices sport sporting sports
  spray stables staffing stamping stationery steakhouse stone storage stove structural structures sugar suites surgery
  surgical surplus surveying surveys swimming switch tailor talent tank tanks tanning tax taxi tea tech technical
  technicians telephone television tennis tent termite testing theater theatre therapeutics therapy ticket tile timber tire tires
  tobacco tours towing toys tractor trailer trailers translation transmission transit trap trees trim trophies truck trucking trucks tub
  turbine tutoring upholstery utilities utility vacuum valve valves van vegetables vehicle vehicles vending veterinary video villas
  vineyards vinyl vision waste watch water waterproofing weddings weapons weaving weld welding wellness wholesale wholesalers window
  windows wine winery wines wire wireless wiring woodworking wool yacht yachts yarn
  aktsionernaya asociacion bonyad charitable charity comite companhia comunicaciones construtora cooperativa dar desarrollos distribuidora
  editorial empresas exploitation exportadora fabrika fabricas fazenda financiera fundacion fundacja ganadera gesellschaft gosudarstvennoe
  gosudarstvennyy granja grupos hacienda handel handels  importadora inmobiliarias instituto inversionistas  
  kargah karkhaneh khadamat khayriyya kontsern korporatsiya logistika majmueh mahalli maoyi
  metalurgica  muassasa munadhama narodnyy obedinenie operadora  promotora produktsiya produce proyectos
  representaciones restaurante ranchos sanat sazman servicentro sharikat sherkat shirkat shirika sindicato societe sociedade
  stichting stiftelse tejarat tienda toseh transportadora transportes turismo unitarnoe vereniging verein voennyy wakf waqf welfare zavody`;
