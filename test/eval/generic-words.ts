/**
 * Words that tell little of whose a name is, though public lists of the excluded don't use them often: by how much they
 * tell at most. Written by hand; what the records say may be lower.
 */
export const GENERIC_WORDS: readonly (readonly [most: number, words: string])[] = [
  [
    0.1,
    `a an and at by de del der des di do dos du e el en et for from in la las le les los of on or the to und van von y
    co company companies corp corporation inc incorporated limited llc llp lp ltd plc pllc pc gmbh ag kg sa sas sarl srl spa
    bv nv ab as oy oyj oo ooo ao oao pao zao jsc ojsc pjsc cjsc kk pte pty pvt private public sdn bhd cv rl ltda sro doo
    group groupe grupo gruppe gruppa holding holdings enterprise enterprises enterprize international internacional
    internationale intl association associates partners partnership`,
  ],
  [
    0.2,
    `al bin ibn abu general global world worldwide national federal american united state states us usa service services
    servicios solution solutions system systems sistemas technology technologies tech tekhnologii trading trade traders
    torgovyi commerce commercial comercial comercializadora import imports export exports industry industries industrial
    industrias industriya management consulting consultants consultores construction constructions construcciones contractors
    contracting builders building engineering ingenieria development investment investments inversiones capital finance
    financial bank banco banque marketing sales supply supplies supplier suppliers products product manufacturing manufacturer
    manufacturers factory plant zavod works shop store stores center centre centro tsentr institute institut foundation
    fund office branch division department agency bureau business ventures venture resources network networks
    communications communication telecom media software digital data computer computers electronics electronic electric
    electrical energy power oil gas petroleum petrochemical chemical chemicals medical health healthcare care clinic hospital
    pharmacy pharma pharmaceutical pharmaceuticals dental security safety transport transportation logistics shipping
    freight lines line maritime marine aviation airlines air travel tours real estate property properties inmobiliaria
    land farm farms foods food restaurant hotel hotels auto automotive motors repair maintenance cleaning
    equipment machinery machine tool tools metal metals steel mining minerals textile textiles design studio studios
    lab labs laboratory laboratories laboratorio laboratoriya laboratorios research science scientific nauchno training
    education school college university society organization organisation council committee union federation club team
    home house family brothers sons bros son gongsi youxian shiye jituan kompaniya predpriyatie obshchestvo proizvodstvennoe
    sociedad compania empresa servicio comercio`,
  ],
  [
    0.45,
    `advanced alliance allied alpha america apex aqua arrow asia atlantic atlas best blue bridge bright capitol cedar central
    century china choice city classic clear coast coastal complete continental core creative crest crown crystal custom
    delta diamond direct dynamic dynamics eagle early east eastern elite empire epic europe evergreen excel express falcon
    first five focus forest four fusion future galaxy gateway gold golden grand great green gulf harbor heritage high
    highland horizon hill hills ideal image imperial independent infinity innovation innovations innovative insight integrated
    integrity island keystone king lake legacy legend liberty life light lion main major maple master matrix max mega metro
    metropolitan mid middle midwest modern mountain new next nexus noble north northeast northern northwest nova oak ocean
    old olympic omega one onyx optimum orion pacific park peak phoenix pinnacle pioneer plus point premier premium prestige
    prime priority pro professional progressive quality quantum quest rapid red regal regent regional reliable republic ridge
    river rock rocky royal san santa sea select senior seven signature silver sky smart solar sons south southeast southern
    southwest spectrum spring springs standard star sterling stone strategic summit sun sunrise sunset superior supreme
    sunshine target titan top total tower town tri triangle trinity triple true trust two unity universal urban us valley
    vanguard vector venture victory village vista vital wave west western white wide wind wise wood woods young zenith`,
  ],
  [
    0.6,
    `adams alexander allen anderson bailey baker barnes bell bennett brooks brown bryant butler campbell carter chen clark
    coleman collins cook cooper cox cruz davis diaz edwards evans fisher flores foster garcia gomez gonzalez gray green
    griffin hall hamilton harris harrison hayes henderson henry hernandez hill howard hughes jackson james jenkins johnson
    jones jordan kelly kim king lee lewis long lopez marshall martin martinez mcdonald miller mitchell moore morales morgan
    morris murphy murray myers nelson nguyen ortiz owens parker patterson perez perry peterson phillips powell price ramirez
    reed reynolds richardson rivera roberts robinson rodriguez rogers ross russell sanchez sanders scott simmons simpson smith
    stevens stewart sullivan taylor thomas thompson torres tran turner wagner walker wallace wang ward washington watson
    west white williams wilson wood woods wright yang young zhang
    alabama alaska arizona arkansas california carolina colorado connecticut dakota delaware florida georgia hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
    montana nebraska nevada hampshire jersey york ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont
    virginia washington wisconsin wyoming atlanta austin boston chicago dallas denver detroit houston miami orlando phoenix
    portland seattle london paris berlin moscow moskva beijing shanghai shenzhen guangdong dubai tehran
    iran iranian russia russian russkiy rossiya syria syrian korea korean cuba cuban mexico venezuela colombia india pakistan
    turkey iraq islamic arab`,
  ],
];
