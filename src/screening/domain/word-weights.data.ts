/**
 * Words by how much they tell of whose a name is, from the least on. Written by test/eval/write-word-weights.ts; see
 * docs/screening.md.
 */
export const WORDS_BY_WEIGHT: readonly (readonly [weight: number, words: string])[] = [
  [
    0.1,
    `
a ab ag al an and ao as associates association at bhd bv by cjsc co companies company corp corporation cv de del der
des di do doo dos du e el en enterprise enterprises enterprize et for from gmbh group groupe grupo gruppa gruppe
holding holdings in inc incorporated internacional international internationale intl jsc kg kk la las le les limited
llc llp los lp ltd ltda nv oao of ojsc on oo ooo or oy oyj pao partners partnership pc pjsc plc pllc private pte pty
public pvt rl sa sarl sas sdn spa srl sro the to und van von y zao`,
  ],
  [
    0.2,
    `
abu agency air airlines american auto automotive aviation banco bank banque bin branch bros brothers builders building
bureau business capital care center centre centro chemical chemicals cleaning clinic club college comercial
comercializadora comercio commerce commercial committee communication communications compania computer computers
construcciones construction constructions consultants consulting consultores contracting contractors council data
dental department design development digital division education electric electrical electronic electronics empresa
energy engineering equipment estate export exports factory family farm farms federal federation finance financial food
foods foundation freight fund gas general global gongsi health healthcare home hospital hotel hotels house ibn import
imports industrial industrias industries industriya industry ingenieria inmobiliaria institut institute inversiones
investment investments jituan kompaniya lab laboratories laboratorio laboratorios laboratoriya laboratory labs land
line lines logistics machine machinery maintenance management manufacturer manufacturers manufacturing marine maritime
marketing media medical metal metals minerals mining motors national nauchno network networks obshchestvo office oil
organisation organization petrochemical petroleum pharma pharmaceutical pharmaceuticals pharmacy plant power
predpriyatie product products proizvodstvennoe properties property real repair research resources restaurant safety
sales school science scientific security service services servicio servicios shipping shiye shop sistemas sociedad
society software solution solutions son sons state states steel store stores studio studios supplier suppliers
supplies supply system systems team tech technologies technology tekhnologii telecom textile textiles tool tools
torgovyi tours trade traders trading training transport transportation travel tsentr union united university us usa
venture ventures works world worldwide youxian zavod`,
  ],
  [
    0.3,
    `
ali joint muhammad`,
  ],
  [
    0.35,
    `
ahmad mohammad stock`,
  ],
  [
    0.4,
    `
abd abdul aktsionernoe ep iran islamic korea mohammed ogranichennoi otvetstvennostyu`,
  ],
  [
    0.45,
    `
abdullah advanced ahmed alliance allied alpha america apex aqua arrow asia atlantic atlas best blue bridge bright
capitol cedar central century china choice cia city classic clear coast coastal complete continental core creative
crest crown crystal custom delta diamond direct dynamic dynamics eagle early east eastern elite empire epic europe
evergreen excel express falcon first five focus forest four fusion future galaxy gateway gold golden grand great green
gulf harbor heritage high highland hill hills horizon ideal image imperial independent infinity innovation innovations
innovative insight integrated integrity island jose keystone king lake legacy legend liberty life light lion main
major maple master matrix max mega metro metropolitan mid middle midwest modern mohamed mountain new next nexus noble
north northeast northern northwest nova oak ocean old olympic omega one onyx open optimum orion otkrytoe pacific park
peak phoenix pinnacle pioneer plus point premier premium prestige prime priority pro professional progressive quality
quantum quest rapid red regal regent regional reliable republic ridge river rock rocky royal san santa sea select
senior seven shahid signature silver sky smart solar south southeast southern southwest spectrum spring springs
standard star sterling stone strategic summit sun sunrise sunset sunshine superior supreme target titan top total
tower town tri triangle trinity triple true trust two unity universal urban valley vanguard vector victory village
vista vital wave west western white wide wind wise wood woods young zenith`,
  ],
  [
    0.5,
    `
antonio army ca chiropractic drug exchange gonzalez hasan hassan ibrahim iranian jihad kim liability lopez luis maria
md rihs rodriguez sal vtb`,
  ],
  [
    0.55,
    `
abdallah alberto alexander aziz ben carlos fze garcia gazprom gomez haji hussein jesus jorge juan manuel med mohamad
money movement mustafa omar pa peoples revolutionary reza russian shanghai support syrian yk`,
  ],
  [
    0.6,
    `
abbas adams aid alabama alaska aleksandr aleksandrovich allen amir anderson ansar aqsa arab arizona arkansas atlanta
austin bailey baker barnes beijing bell bennett berlin boston brigade brooks brown bryant butler california campbell
carolina carter castro chen chicago chol clark coleman collins colombia colorado complex connecticut cook cooper
counseling cox cruz cuba cuban dakota dallas davis defense delaware denver detroit diaz din dubai edwards elevator
establishment evans fisher flores florida force forces foster georgia gray griffin guangdong hall hamilton hampshire
harris harrison hawaii hayes henderson henry hernandez houston howard hughes husayn idaho igor illinois india indiana
insurance iowa iraq islami jackson jamaat james jenkins jersey johnson jones jordan kansas kelly kentucky khan kish
korean leasing lee lewis liberation london long louisiana mahmoud mahmud maine marshall martin martinez maryland
massachusetts mcdonald mexico miami michigan miguel miller minnesota mississippi missouri mitchell mobile montana
moore morales morgan morris moscow moskva murphy murray myers nebraska nelson nevada nguyen noor offshore ohio
oklahoma oregon orlando ortiz owens pakistan palestine palestinian paris parker pars patterson pennsylvania perez
perry peterson phillips port portland powell price production rahman ramirez ramon reed relief reynolds rhode
richardson rivera roberts robinson rogers ross rossiya rt russell russia russkiy said salim sanchez sanders sberbank
scott seattle sheikh shenzhen ship simmons simpson sirketi smith song stevens stewart sullivan syria taylor tehran
tennessee texas thomas thompson ticaret tikriti torres trafficking tran trans turkey turner ul utah va ve venezuela
vermont virginia vladimirovich wagner wal walker wallace wang ward washington watson welfare williams wilson wisconsin
wright wyoming yang york yusuf zhang`,
  ],
  [
    0.65,
    `
aerospace africa agropecuaria alvarez ambulance amin andrei andrey angel armed arturo avic awad beach cargo castillo
cement charitable chong concern constructora credit dalian darya david day dds dr drugs economic enrique environmental
eood est eu felix fernando fi foreign gang hamid hector hong hossein ii islam ismail ivan jaime javier john jong jr
kala karim khalid kurdistan lebanese majid mario martyrs medicine medina mehr mejia michael military ministry munoz
naft nam novatek nuclear oleg ood panama party persian petro pheap plating po popular rashid refinery rehabilitation
resort respiratory ri rim sac saeed salah salih sanabil sanaye scs sergei sherkat sina special st stichting struggle
taliban therapy try ur valencia valle vargas victor viktor vladimir wa william yahya youth yu zakrytoe`,
  ],
  [
    0.7,
    `
abdel ad adil administration adolfo aero agricola agricultural aguilar aircraft aleksei aleksey alekseyevich alexei
alfonso alfredo ansharut armando asad basij battalion buitrago canada casa cesar chang cheng chun closed commission
community cooperation corporacion county cutting diagnostic diego directorate dis distribution eduardo exploration
fawaz fernandez francisco free fuad generation german ghadir gran guard guillermo gutierrez hadi hafiz hajj hajji
hamza haramain hawala henao ho homes hussain il institution intertrade invest isil isis islamia islamiyah issa jaish
jamia jamiat jan jasim jaysh jemaah jin joseph julio kang kapital khalaf khaled khalil khayriyya kong lajnat lashkar
law leon li ma mahdi man mansour marin mechanical mehdi metallurgy mikhailovich min montoya moreno mr ms muassasat
muhammed murillo musa muslim nasser negocios novin npo nursing nusrat operadora oscar pak pasdaran pension peru
physical plaza precision printing project protection province qasim quintero ra rafael rahim rancho rawi realty
restaurante richard rincon rios robert rojas saad saba sahami sahel salazar saleh salem salman samir sanatorium sanayi
sara sayed sayyed sc seaport sepah sergey sergio sevastopol seyed seyyed sham shargh shaykh sherkate shore shpg sino
sl smile soldiers spr stars street su sultan swedish tadbir taha tahir tamil tariq tcg trucking ud umar veb
viktorovich villa vo waad walid ye yong yusif`,
  ],
  [
    0.75,
    `
abid abubakar academy adel advisory affairs age agha akbar alejandro aluminum amer anatolievich andres anwar ar araujo
arellano asa assad aung ayman bakr bashir bassam beograd bicentenario bonyad borisat borisovich brigades broker
brokerage cab call car cardenas cardona carmen cartel chamkat charity cho cifuentes cimex civil command comunicaciones
congo constructores convalescent corps costa country dandong daniel dario dawa defence desarrollo distribuidora dmcc
dmd dmitry electricity elena elias engineers eqtesad factories faisal familia families fawwaz felipe figueroa firm
foodservice fortia front fuel fuels fuente fundacion gabriel gaddafi galindo gastelum gems gennady george gholamreza
god gonzales gonzalo gostar gp grajales grande guadalupe guards guerrero gustavo guzman habib hacienda hafez hamed
harakat harb hashim havacilik hayat help herrera hosein hoteles housing hyok igorevich ihya iii imam importadora ind
information instrument intelligence interior internal irans irgc islamiya islamiyya ismael jafar jafari jahan jamaah
jamal jamiyat jang javad jerusalem jimenez jo junior just justice jv katrangi kaveh kerch khalifa kham khass
kommercheski korporatsiya koryo kt kum kwang kyong latif lebanon leonidovich levant lil limitada living liwa lizing
londono lourdes luna mahmood mahrous makina malik mansur mar marie materials mehran melli mendoza micro minera mohd
moneta morteza mostafa mriya msp mu mubarak muhamad muhsin mujahideen mujahidin mullah mun myanmar nacional naftiran
nasir navigation negin news nico niebla nikolayevich nirou niru no non npk nunez nur obedinenie oboronprom off
oleksandr operations optical oriental oriente osleg overseas pain pang parsian parts pavel pena peter physicians plm
polymer pour preferred prison procurement projects promotora publishing qeshm qods quds quran radio rainbow rauf raul
razavi reconstruction rehab rehman representaciones resistance resource restaurantes revolution rey ricardo rida road
roberto romans rosario rosneft ruben rubio ruelas ruiz saab salafist salam saman sanat santiago saqr sayyid sberbanka
seacrest serrano shah sharif shen shipbuilding sia siman sleep soe sprl stankoimport stroi stroytransgaz sulayman
sunna synergy talib tanker tawhid taxi technical techno tehrik tejarat teresa tijuana tiva tk tong tony tovarystvo
transfer transgaz transit transporte treatment turath turki tv un unitary unlimited usama velasquez view vision volga
waleed wali waste water we wei wellness win won yard yarmouk yazd yemen yousef youssef yunis yunus zevallos zimbabwe`,
  ],
];
