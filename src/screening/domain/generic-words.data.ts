/**
 * Words by how much they tell of whose a name is, from the least on. Written by test/eval/write-word-weights.ts; see
 * docs/screening.md.
 */
export const GENERIC_WORDS: readonly (readonly [weight: number, words: string])[] = [
  [
    0.1,
    `
a ab ag an and ao as asociacion asotsiatsiya assn assoc associate associates association assocs at bhd bv by cjsc co
companies company corp corporation cv de del der des di do doo dos du e el en ent enterprise enterprises enterprize
entp et for from gmbh group groupe grp grupo gruppa gruppe hldg hldgs holding holdings in inc incorporated inter
internacional international internationale intl jsc kg kholding kk la las le les limited llc llp los lp ltd ltda
mezhdunarodnyy nv oao of ojsc on oo ooo or oy oyj pao partner partners partnership pc pjsc plc pllc predpriyatie
private pte ptnrs pty public pvt rl sa sarl sas sdn spa srl sro the to und van von y zao`,
  ],
  [
    0.2,
    `
abu agcy agency agentstvo air airlines al american auto automobile automotive avia aviation aviatsiya banco bank
banque bin biz bldg branch bros brothers build builders building bureau buro business byuro capital care center centr
centre centro chem chemical chemicals cleaning clinic club cntr college comercial comercializadora comercio coml comm
commerce commercial committee comms communication communications comp compania computer computers const constr
construcciones constructing construction constructions consult consultant consultants consulting consultores contr
contracting contractor contractors council ctr data dental department dept design designs dev devel development
digital division edu education educational elec elect electric electrical electrics electron electronic electronics
elektronika empresa energia energiya energo energy eng engineer engineering engineers engr engrg eqpt equip equipment
estate exp export exports fab fabrika factory family farm farms fdn fed federal federation fin finance financial
financing finans fond food foods found foundation freight fund fundacion gas gen general global gongsi health
healthcare home hosp hospital hotel hotels house ibn imp import imports ind inds indus industrial industrias
industries industriya industry ingenieria inmobiliaria inst institut institute instituto inv inversiones invest
investitsii investment investments inzhiniring issledovaniya jituan khimicheskiy kommercheskiy kompaniya lab labor
laboratoire laboratories laboratorii laboratoriia laboratorija laboratorio laboratorios laboratoriya laboratory labs
land line lines log logistic logistics logistik mach machine machinery machines maint maintenance management managment
manuf manufacturer manufacturers manufacturing marine maritime marketing med media medical medicine medico metal
metals mfg mfr mfrs mgmt mgt minerals mining mktg motors nacional nat national natl natsionalnyy nauchno nauchnyy net
network networks obshchestvo ofc office oil org organisation organization organizatsiya petro petrochemical petrol
petroleum pharm pharma pharmaceutical pharmaceuticals pharmacy plant power prod prods product production productions
products proizvodstvennoe proizvodstvo promyshlennost prop properties property props razvitie real realty repair res
research resources rest restaurant restaurants rsch safety sales sch school sci science sciences scientific sec
security serv service services servicio servicios servis servs sftw ship shipping ships shiye shop shpg sistema
sistemas sistemy soc sociedad society software soln solns solution solutions son sons state states steel store stores
studio studios sup supplier suppliers supplies supply svc svcs sw sys syst system systems team tech technological
technologies technology techs tecnologia tekhnologii tekhnologiya telecom textile textiles tool tools torgovyi
torgovyy tours trad trade traders trading training trans transp transport transportation transporte transportes travel
travels trdg trng tsentr union united univ universitet university us usa venture ventures wks works world worldwide
youxian zavod`,
  ],
  [
    0.3,
    `
acad academy accounting acoustics acquisition acquisitions ad adult adults advertising advisors advisory aero
aerospace agricola agricultural agro agroprom aircraft akademiya aktsionernaya alarm allergy alloys ambulance
ammunition analytics anesthesia animal annual antiques apartments app apparel appliance appliances application
applications applied appraisal apps aquatic aquatics ar arch archery architects architectural architecture armament
arms army arts asphalt assembly attic auction audio audit automated automation autos avenue az bags bakery ball bar
barbecue barbers baseball basement bath bathroom baths battalion batteries battery bbq bean bearing bearings beauty
beds beer beverage beverages bezopasnost bicycle bikes billing bio biomedical biotech biotechnology blasting boats
body boiler bonyad books boring boulevard boutique boxes boys bread breeding brewery brewing brick brigade brigades
broadcasting broker brokerage brokers builder butcher cabinet cabinetry cabinets cable cafe camera camps candy canvas
carbon card cardboard cardiology career careers cares cargo caring carpentry carpet carpets cars catering cattle
ceiling cell cement ceramics certification certified charitable charity charter cheese child childcare children
chiropractic chiropractor chocolate cigar cinema circuit civil claims clinics clothing coach coal coating coatings
coffee collection collision comfort comite companhia components compressor comunicaciones concierge concrete
conditioning condominium condominiums connectors conservation consortium construtora cooking cooling cooperativa
cooperative copies copper copy corporate cosmetics counseling county couriers court credit crops crossing cruises
crushing custom cuts daily dairy dance dar daycare dealers decor decorating defence defense deli delivery demolition
dentistry dermatology desarrollos designer designers detail detailing developer developers diagnostic diagnostics
dialysis diesel diner dirt dispatch display displays dist distr distribuidora distributing distribution distributions
distributor distributors district diving dock docks doctor doctors door doors drafting drain drilling drink drive
drugs dry drywall dye ed editorial eggs elder elderly electrician electricians electro elektronik elevator email
embroidery emergency employment empresas energetika engine engines entertainment envelope environmental es events
excavating excavation exhibits exploitation exportadora exporter exporters exterminators eyecare eyewear fabric
fabricas fabrication fabricators fabrics fashion fasteners fazenda feed fence fencing fertilizer fgup fiber fibers
fifth film films filter filters filtration financiera fire first fish fisheries fishing fitness fittings fixtures
floor flooring floors florist flowers foam footwear forces forestry forge forms foundry fourth frames franchise front
fruit fruits fuel fueling fuels fundacja funeral fur furnace furnishings furniture gallery games ganadera ganaderia
garage garments gazprom gear gears geo geological gesellschaft gida gifts girls glass glove goods gosudarstvennoe
gosudarstvennyy gourmet grading grain granite granja graphic graphics gravel grease grill grocery growers grupos guns
gup gutter gym gynecology hacienda hair hairstyling handel handels hardware hats hauling hay heating heights
helicopter herbal herbs hides hobby hockey homecare homes honey horticulture hospice hospitality hospitals hosting
hour hours housing hvac hydraulic hydraulics hydro imaging import-export importadora importer importers infants ink
inmobiliarias inn ins insaat inspection inspections installation installations instr instrument instruments insulation
insurance interior interiors internal internet intra inversionistas investor investors irrigation janitorial jewelers
jewelry job jobs joint juice junction kargah karkhaneh kb kennel kerosene khadamat khayriyya khim kids kitchen
kitchens knives kontsern korporatsiya labels ladder ladies lamp landscape landscaping lane laser laundry lawn lawns
lawyers leasing leather legal lender lenders lens licensed life lifestyle lighting lights limo limousine linen liquor
litho lives livestock living loan loans locksmith lodging logistika lubricants luggage lumber machining magazine
mahalli mail majmueh makina makine maoyi mart masonry massage maternity mats meat meats mech mechanic mechanical
mechanics mediation medicaid medicare mega memory men mental merchandise merchants messenger metall metallurgical
metallurgy metalurgica metalurji metalworks meter micro microwave mil military mill mills millwork mobile model mold
molding monitoring mono month mortgage motel motor motorcycle movers moving muassasa muhendislik multi munadhama
municipal mup museum music nail nails nano narodnyy neft neftegaz neurology news newspaper nii npo npp nuc nuclear
nurse nurseries nursery nurses nursing nut nutraceutical nutrition nutritional nuts obedinenie obstetrics oils okb
oncology online operadora operator operators ophthalmology optical optics optometry ordnance organic ornamental
orthodontics orthopaedic orthopedic otomotiv outdoor outdoors outfitters oxygen pack package packaging packing pads
pain paint painter painters painting paints pallet pallets paper parking parts pathology patient patients paving
payment payments payroll pediatric pediatrics pens personnel pesquera pest pet pets pharmacare pharmacies phone phones
photo photography physical physician physicians piano pier pipe pipeline pipes piping pixel pizza place planning
plants plastering plastic plastics plating plumber plumbers plumbing podiatric podiatry poly polymer pool pools pork
port ports poultry preduzece preschool press pressure primary printers printing process processing processors produce
produktsiya prof professional proizvodnju prom promet promotora promstroy propane prosthetics protective provider
providers proyectos psychiatric psychological psychology publications publishers publishing pulmonary pump pumps
quarry radiation radio radiology rail railroad railway ranch ranches ranchos ready realtors recording records recovery
recruiting recycling refinery refining refrigeration region registered rehab rehabilitation remodeling removal
renovation renovations rental rentals repairs representaciones residential respiratory restaurante restoration retail
retailer retailers retirement rice rigging robotics rock rocks roof roofer roofing room rooms roses rubber rug rugs
rural rybolovnyy safe salon salvage sanat sanayi sand satellite sauce saw sazman scales screen seafood seafoods seals
seating second seeds semiconductor senior seniors sensors septic servicentro sewing sharikat sheet sherkat
shipbuilding shipyard shirika shirkat shoe shoes shopping shops shutters siding sign signage signs sindicato sirketi
skating skb ski skin snab soap soccer sociedade societe soil specialised specialist specialized specialties specialty
spices sport sporting sports spray square stables staffing stal stamping stationery steakhouse stichting stiftelse
stone storage stove street stroitelstvo stroy structural structures sudostroitelnyy sugar suites surgery surgical
surplus surveying surveys svyaz swimming switch syndicate tailor talent tank tanker tankers tanks tanning tax taxi tea
technical technicians technics techno teen tejarat tekhnicheskiy tekhnika tekhno tekstil telecare telehealth telephone
television tennis tent terminal terminals termite testing textil theater theatre therapeutics therapy thermo third
ticaret ticket tienda tile timber tire tires tobacco torg toseh tourism tourist towing township toys tpk tractor
trailer trailers transit translation transmission transportadora trap trees trenching tri trim trophies truck trucking
trucks tsnii tub turbine turismo turizm tutoring tv ud ul unitarnoe unlimited upholstery ur urgent urology usluge
utilities utility vacuum valve valves vegetables vehicle vehicles vending vendor vendors verein vereniging vessel
vessels veterinary video view villas vineyards vinyl vision vitamins voennyy wakf wall walls waqf warehouse warehouses
waste watch water waterproofing weapons weaving webs website weddings week weekly weld welding welfare wellness
wholesale wholesalers window windows wine winery wines wire wireless wiring women woodworking wool wound yacht yachts
yard yards yarn year years youth zavody`,
  ],
  [
    0.4,
    `
muhammad`,
  ],
];
