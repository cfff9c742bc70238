import { Random } from '../bench/screening/names/random';

/**
 * Names as ordinary small firms have them: of family names, places, words of the language and what they do. Half of the
 * words are among the most common, so that names of excluded firms are made of them too. The same seed gives the same names.
 */
export function ordinaryNames(count: number, seed: number): string[] {
  const random = new Random(seed);
  const names = new Set<string>();
  while (names.size < count) names.add(ordinaryName(random));
  return [...names];
}

function ordinaryName(random: Random): string {
  const words = random.pickWeighted(PATTERNS)(random);
  const form = random.pickWeighted(FORMS);
  return form === '' ? words : `${words}${random.chance(0.5) ? ',' : ''} ${form}`;
}

const from = (words: string): ((random: Random) => string) => {
  const list = words.trim().split(/\s+/);
  return (random) => random.pick(list);
};

const family = from(`
  Smith Johnson Williams Brown Jones Garcia Miller Davis Martinez Wilson Anderson Taylor Moore Jackson Martin Lee Thompson
  White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Green Adams Nelson Baker Hall
  Campbell Mitchell Carter Roberts Phillips Evans Turner Parker Collins Edwards Stewart Morris Murphy Cook Rogers Morgan
  Cooper Peterson Bailey Reed Kelly Howard Cox Ward Richardson Watson Brooks Wood Bennett Gray Hughes Price Myers Long Ross
  Foster Sanders Powell Jenkins Perry Russell Sullivan Bell Coleman Butler Henderson Barnes Fisher Simmons Graham Reynolds
  Hamilton Griffin Wallace West Cole Hayes Bryant Gibson Ellis Ford Marshall Owens Harrison Kennedy Wells Freeman Webb Tucker
  Burns Crawford Olson Porter Hunter Gordon Shaw Snyder Mason Dixon Hunt Hicks Holmes Palmer Wagner Black Robertson Boyd Rose
  Stone Fox Mills Warren Meyer Rice Schmidt Daniels Ferguson Nichols Stephens Weaver Ryan Gardner Payne Grant Dunn Kelley
  Spencer Hawkins Arnold Hansen Peters Hart Bradley Knight Elliott Cunningham Duncan Armstrong Hudson Carroll Lane Riley
  Andrews Perkins Hoffman Johnston Carpenter Lawrence Berry Matthews Franklin Harvey Oliver Howell Bishop Carr Willis Larson
  Schultz Burke Lynch Jacobs Fuller Fields Little Welch Montgomery Weber Schneider Fowler Bowman Davidson Brewer Holland
  Keller Pearson Hopkins Hoover Fleming Barrett Beck Newton Gross Walters Curtis Wade Klein Jennings Barber Castro Ortega
  Vargas Mendoza Guzman Aguilar Delgado Romero Vega Rios Ibarra Salazar Fuentes Cabrera Soto Patel Shah Singh Kumar Gupta
  Khan Ali Ahmed Hassan Hussain Rahman Chen Wong Chang Lin Park Choi Tanaka Sato Ivanov Petrov Kowalski Novak Horvath
  Kasper Casper Kaspar Petersen Lindqvist Berglund Eriksson Haugen Lindholm Vandenberg Dykstra Zimmerman Feldman Goldberg`);

const place = from(`
  Texas Florida Virginia Maryland Carolina Georgia Ohio Michigan Colorado Arizona Nevada Oregon Dakota Montana Boston Chicago
  Houston Dallas Austin Denver Seattle Portland Atlanta Miami Tampa Nashville Memphis Cleveland Columbus Detroit Pittsburgh
  Baltimore Richmond Norfolk Charleston Savannah Albany Buffalo Rochester Hartford Burlington Lexington Concord Salem Bristol
  Newport Cambridge Oxford Windsor Springfield Franklin Clinton Madison Arlington Georgetown Fairview Greenville Marion
  Ashland Dover Hudson Milton Auburn Dayton Cedarville Riverside Lakewood Oakland Glendale Kingston Lancaster Jackson
  Monroe Sheffield Brighton Plymouth Norwood Somerset Berkshire Hampton Lakeside Hillside Westfield Northfield Brookfield
  Potomac Chesapeake Shenandoah Allegheny Hudson Mohawk Tahoe Ozark Cascade Sierra Bayside Gulf Delta Midwest Tri-County
  London Manchester Dublin Hamburg Munich Milan Madrid Lisbon Oslo Stockholm Toronto Vancouver Sydney Singapore`);

const word = from(`
  Summit Pinnacle Horizon Apex Liberty Patriot Eagle Falcon Phoenix Titan Atlas Orion Star Sunrise Heritage Legacy Pioneer
  Frontier Cornerstone Keystone Landmark Beacon Lighthouse Harbor Anchor Compass Bridge Gateway Crossroads Meadow Willow
  Maple Oak Cedar Pine Birch Evergreen Granite Copper Iron Silver Golden Crystal Diamond Emerald Sapphire Ruby Blue Red Green
  Bright Clear True Noble Royal Imperial Regal Sterling Premier Prime Elite Superior Quality Precision Accurate Advanced
  Dynamic Innovative Integrated Strategic Allied United Universal Global National American Continental Pacific Atlantic
  Northern Southern Eastern Western Central Metro Urban Coastal Mountain Valley River Lake Ocean Prairie Desert Canyon
  Bluebird Redwood Whitetail Blackhawk Greyhound Mustang Bronco Wildcat Panther Cougar Wolverine Badger Raven Osprey Heron
  Cardinal Hummingbird Butterfly Dragonfly Honeybee Sunflower Magnolia Dogwood Juniper Sycamore Cypress Aspen Hickory
  Momentum Velocity Catalyst Synergy Nexus Vertex Vector Matrix Quantum Fusion Ignite Spark Ember Blaze Zenith Nova Lunar
  Solar Stellar Cosmic Galaxy Comet Meteor Polaris Aurora Odyssey Voyager Explorer Navigator Pathfinder Trailblazer Ranger
  Sentinel Guardian Shield Fortress Citadel Bastion Rampart Castle Tower Crown Scepter Knight Paladin Crusader Spartan Trojan
  Olympus Athena Apollo Hermes Mercury Vulcan Neptune Triton Poseidon Argo Aegis Ajax Hector Helios Gemini Aries Leo
  Acorn Sapling Harvest Orchard Vineyard Garden Blossom Petal Ivy Clover Thistle Heather Lotus Jasmine Lavender Saffron
  Tidewater Bayou Lagoon Reef Coral Pearl Marlin Dolphin Whale Pelican Seagull Mariner Captain Admiral Commodore Clipper`);

const trade = from(`
  Construction Plumbing Electric Roofing Landscaping Painting Flooring Masonry Contracting Builders Homes Properties Realty
  Consulting Engineering Architects Design Marketing Media Printing Graphics Publishing Photography Studios Productions
  Software Technologies Systems Solutions Networks Data Analytics Cyber Security Communications Telecom Wireless Electronics
  Medical Dental Pharmacy Health Healthcare Therapy Chiropractic Optical Veterinary Laboratories Diagnostics Hospice Nursing
  Logistics Transport Trucking Freight Shipping Marine Aviation Aerospace Automotive Motors Towing Tire Towing Fleet
  Manufacturing Industries Machine Tool Steel Metals Plastics Packaging Chemical Supply Equipment Products Furniture Textiles
  Foods Bakery Catering Restaurant Coffee Brewing Farms Dairy Seafood Produce Nursery Landscape Irrigation Forestry Lumber
  Energy Oil Gas Solar Environmental Recycling Waste Water Drilling Mining Staffing Training Education Academy Learning
  Insurance Financial Capital Investments Holdings Accounting Tax Legal Advisors Trading Imports Exports Services Management
  Maintenance Janitorial Cleaning Laundry Salon Fitness Travel Tours Hotel Events Entertainment Music Toys Sports Outdoors`);

const FIRST = from(
  'James John Robert Michael David Mary Linda Maria Jose Carlos Juan Ahmed Mohammed Ali Wei Anna Peter Paul George Frank',
);

const letters = (random: Random): string =>
  Array.from({ length: 2 + random.below(3) }, () => random.pick([...'ABCDEFGHIJKLMNOPRSTVW'])).join(
    '',
  );

type Pattern = (random: Random) => string;

const PATTERNS: readonly (readonly [Pattern, weight: number])[] = [
  [(r) => `${family(r)} ${trade(r)}`, 12],
  [(r) => `${family(r)} & ${family(r)}`, 5],
  [(r) => `${family(r)} & Sons ${trade(r)}`, 4],
  [(r) => `${family(r)} Brothers ${trade(r)}`, 2],
  [(r) => `${family(r)}, ${family(r)} & ${family(r)}`, 2],
  [(r) => `${FIRST(r)} ${family(r)} ${trade(r)}`, 4],
  [(r) => `${FIRST(r).charAt(0)}. ${family(r)} ${trade(r)}`, 3],
  [(r) => `${word(r)} ${trade(r)}`, 14],
  [(r) => `${word(r)} ${trade(r)} ${trade(r)}`, 8],
  [(r) => `${word(r)} ${word(r)} ${trade(r)}`, 6],
  [(r) => `${word(r)} ${word(r)}`, 3],
  [(r) => `${word(r)} ${trade(r)} Group`, 5],
  [(r) => `${word(r)} ${trade(r)} of ${place(r)}`, 4],
  [(r) => `${place(r)} ${trade(r)}`, 8],
  [(r) => `${place(r)} ${word(r)} ${trade(r)}`, 5],
  [(r) => `${place(r)} ${family(r)} ${trade(r)}`, 3],
  [(r) => `${word(r)} ${1 + r.below(999)} ${trade(r)}`, 1],
  [(r) => `${letters(r)} ${trade(r)}`, 6],
  [(r) => `${letters(r)} ${trade(r)} ${trade(r)}`, 3],
  [(r) => `${word(r)}${trade(r).toLowerCase()}`, 2],
];

const FORMS: readonly (readonly [string, weight: number])[] = [
  ['Inc.', 30],
  ['LLC', 40],
  ['Corp.', 8],
  ['Co.', 6],
  ['Ltd.', 4],
  ['LLP', 2],
  ['', 10],
];
