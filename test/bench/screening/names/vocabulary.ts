const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);

const USUAL_TRADES = wordsOf(`
  Services Construction Solutions Systems Trading Medical Engineering Consulting Logistics Technologies Industries
  Management Health Supply Electric Development Transport Design Energy Marine Security Software Communications
  Contracting Foods Equipment Manufacturing Properties Pharmacy Investment Environmental Research Shipping Steel
  Staffing Media Aviation Motors Products Training Electronics Plumbing Mechanical Landscaping Roofing Networks
  Laboratories Instruments Packaging Printing Freight Chemical Plastics Telecom Finance Insurance Agriculture Textile
  Furniture Tools Mining Petroleum Automation Analytics Dental Veterinary Catering Cleaning Painting Paving Welding
  Machining Optics Robotics Aerospace Defense Armor Ordnance Apparel Footwear Uniforms Surgical Diagnostics Imaging
  Therapeutics Biotech Genomics Nutrition Beverages Brewing Bakery Seafood Poultry Dairy Grain Lumber Timber Paper
  Glass Ceramics Concrete Cement Aggregates Asphalt Drilling Pipeline Boiler Turbine Generators Batteries Solar Wind
  Hydro Nuclear Recycling Waste Water Filtration Pumps Valves Bearings Gears Fasteners Castings Forge Foundry Alloys
  Wire Cable Lighting Signals Radar Sonar Satellite Wireless Fiber Datacenter Hosting Cloud Cyber Payments Leasing
  Brokerage Appraisal Surveying Mapping Architecture Interiors Flooring Masonry Insulation Demolition Salvage Towing
  Rigging Crane Elevator Locksmith Alarm Fencing Signage Graphics Publishing Translation Interpreting Tutoring
  Rehabilitation Hospice Ambulance Laundry Linen Janitorial Pest Nursery Irrigation Fisheries Forestry Quarry`);

const FIELDS = wordsOf(
  'Agro Aero Bio Chem Electro Geo Hydro Info Medi Micro Nano Opti Petro Pharma Photo Poly Tele Therm Trans Auto',
);
const MEANS = wordsOf(
  'chem craft care data graphics labs logic metrics nav net plast scan sense tech tronics ware works',
);

/** What companies do, the most usual first; last come words of two parts, such as `Hydrotech`. */
export const TRADES: readonly string[] = [
  ...USUAL_TRADES,
  ...FIELDS.flatMap((field) => MEANS.map((means) => field + means)),
];

/** What they say of themselves, the most usual first. */
export const DESCRIPTIONS = wordsOf(`
  Group International Global Advanced National American United General First Proven Integrated Associates
  Partners Premier Universal Applied Pacific Atlantic Northern Southern Eastern Western Central Quality Precision
  Strategic Dynamic Innovative Custom Federal Allied Modern Superior Elite Summit Pioneer Heritage Liberty Patriot
  Eagle Star Sun Blue Red Green Golden Silver Diamond Crystal Apex Alpha Delta Omega Sigma Phoenix Titan Atlas Orion`);

/** Family names, the most usual first. */
export const SURNAMES = wordsOf(`
  Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson
  Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young
  Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter
  Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers
  Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez
  Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Jimenez Müller
  Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Rossi Russo Ferrari Esposito Bianchi Romano
  Dubois Laurent Lefèvre Moreau Girard Kowalski Nowak Wiśniewski Novák Svoboda Horváth Nagy Popescu Ionescu Yılmaz
  Demir Hansen Johansen Larsen Andersson Nilsson Korhonen Virtanen Tanaka Suzuki Sato Watanabe Park Choi Chen Wang
  Zhang Liu Singh Sharma Gupta Khan Ahmed Hussein O'Brien O'Connor McDonald McCarthy FitzGerald DeLuca`);

/** Places, the most usual first. */
export const PLACES = wordsOf(`
  Texas California Florida Virginia Maryland Carolina Georgia Ohio Michigan Colorado Arizona Nevada Oregon Washington
  Boston Chicago Houston Dallas Austin Denver Phoenix Seattle Portland Atlanta Miami Tampa Orlando Nashville Memphis
  Louisville Cleveland Columbus Detroit Pittsburgh Baltimore Richmond Norfolk Charleston Savannah Albany Buffalo
  Rochester Hartford Providence Worcester Burlington Lexington Concord Salem Bristol Newport Cambridge Oxford Windsor
  London Manchester Leeds Glasgow Edinburgh Dublin Paris Lyon Berlin Hamburg München Köln Wien Zürich Genève Milano
  Roma Torino Madrid Barcelona Sevilla Lisboa Porto Bruxelles Antwerpen Rotterdam Amsterdam Oslo Bergen Stockholm
  Göteborg Malmö Helsinki Tampere Tallinn Riga Vilnius Warszawa Kraków Gdańsk Praha Brno Budapest Bucuresti Sofia
  Athens Istanbul Ankara Cairo Dubai Doha Muscat Riyadh Tehran Karachi Lahore Delhi Mumbai Chennai Dhaka Bangkok Hanoi
  Manila Jakarta Singapore Taipei Seoul Busan Tokyo Osaka Kyoto Shanghai Beijing Shenzhen Guangdong Sydney Melbourne
  Perth Auckland Toronto Montréal Vancouver Calgary Ottawa Québec México Monterrey Bogotá Lima Santiago Recife`);

export const FIRST_NAMES = wordsOf(`
  James Robert John Michael David William Richard Joseph Thomas Charles Mary Patricia Jennifer Linda Elizabeth Susan
  Maria Ana Carlos Luis Juan José Pedro Ali Omar Fatima Wei Ming Hiroshi Yuki Ivan Olga Anna Peter Hans Lars Erik`);

/** Legal forms of the Latin script, each in its spellings, with how often it is used. */
export const LEGAL_FORMS: readonly (readonly [spellings: readonly string[], weight: number])[] = [
  [['LLC', 'L.L.C.', 'Limited Liability Company'], 30],
  [['Inc.', 'Inc', 'Incorporated'], 26],
  [['Corp.', 'Corporation', 'Corp'], 9],
  [['Ltd.', 'Ltd', 'Limited'], 10],
  [['Co.', 'Company'], 5],
  [['GmbH', 'Gesellschaft mit beschränkter Haftung'], 4],
  [['S.A.', 'SA'], 3],
  [['LLP', 'L.L.P.'], 2],
  [['S.r.l.', 'SRL'], 2],
  [['B.V.', 'BV'], 2],
  [['Pty Ltd', 'Pty. Ltd.'], 2],
  [['AB', 'Aktiebolag'], 1],
  [['Oy', 'Osakeyhtiö'], 1],
  [['A/S', 'AS'], 1],
  [['Sp. z o.o.', 'Sp z o o'], 1],
  [['PLC', 'plc'], 1],
];
