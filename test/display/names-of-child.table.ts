/** Names of the kinds that live in England, each as it is known and as somebody else writes it. All invented. */

/** What is known | how a text may write it, one of them a line each. */
const table = `
Jean Luc Mc Donald | McDonald; Mc Donald; MCDONALD; mcdonald; MacDonald; Jean-Luc; JeanLuc; Jeanluc
Shauna McDonald | Mc Donald; Mac Donald; Macdonald; Mc-Donald; McDonald's
Rory MacLeod | McLeod; Mac Leod; Mc Leod; macleod
Anne Marie Smith | Annemarie; AnneMarie; Anne-Marie; ANNE MARIE; annemarie's
Annemarie Holt | Anne Marie; Anne-Marie; AnneMarie
Kayleigh Marsden | Kayleighmarsden; KayleighMarsden; kayleigh; Kàyléigh; KAYLEIGH MARSDEN
Kayleighmarsden | Kayleigh Marsden; Kayleigh-Marsden
Aoife O'Neill | O Neill; ONeill; O’Neill; Oneill; O-Neill; O'Neil l
Niamh O Brien | O'Brien; OBrien; O’Briens
Lily-Mae Carter | Lily Mae; Lilymae; LilyMae
Mary Kate Dunne | Marykate; Mary-Kate; MaryKate
Renée Dupont | Renee; Renée; RENEE; Rene\u0301e
Zoë Adams | Zoe; ZOË; Zoe's
Chloé Bright | Chloe; CHLOÉ
Siân Prys-Jones | Sian; Prys Jones; PrysJones
Seán Ó Súilleabháin | Sean; Suilleabhain; O Suilleabhain
Jürgen Müller | Juergen; Jurgen; Mueller; Muller; MÜLLER
Mueller | Müller; Muller
Björn Ødegård | Bjoern; Bjorn; Odegard; Oedegaard; Ødegård
Łukasz Wiśniewski | Lukasz; Wisniewski; WIŚNIEWSKI
Małgorzata Żółć | Malgorzata; Zolc
Đorđe Đukić | Djordje; Dorde; Djukic; Dukic
Straße Weiß | Weiss; Strasse
Nuñez | Nunez; Núñez; NUNYEZ
João Gonçalves | Joao; Goncalves
Đặng Thị Hương | Dang; Huong; Djang
Ştefan Ionescu | Stefan; Ştefan; Ștefan
Çağla Yılmaz | Cagla; Yilmaz; YILMAZ
Şükrü Gül | Sukru; Suekrue; Guel; Gul
Mohammed Hussain | Muhammad; Mohamed; Mohammad; Hussein; Husain; MOHAMMED
Muhammad Ahmed | Mohammed; Ahmad; Mohamad
Fatima Al-Hassan | Fatimah; Alhassan; Al Hassan; AlHassan; El-Hassan
Aisha Begum | Ayesha; Aysha; Aishah
Yusuf Abdullahi | Yousuf; Yousef; Abdullah; Abdullahi
Zainab Chowdhury | Zaynab; Choudhury; Chaudhry
Khadija Rahman | Khadijah; Rehman
Oleksandr Shevchenko | Aleksandr; Olexander; Shevchenko
Yuliia Kovalenko | Yulia; Julia; Kovalenko
Andrii Bondar | Andriy; Andrey
Serhii Melnyk | Sergey; Sergei
Kateryna Boyko | Katerina; Ekaterina
D'Souza | D Souza; DSouza; D’Souza; dsouza
Ruth De Souza | DeSouza; Desouza; De-Souza
Jan van der Berg | Vanderberg; Van Der Berg; van den Berg; Berg
Leon St John | St. John; StJohn; St-John
FitzGerald | Fitz Gerald; Fitzgerald; Fitz-Gerald
N'Golo Mbappé | NGolo; N Golo; Mbappe
M'Baye Diop | MBaye; M Baye; Mbaye
Nguyen Van An | Nguyen; Nguyễn; asked An to
Ng Wei | Ng; NG; Ng's; Wei
Li Na | Lina; LiNa; Li-Na; Li Na
Jo Bell | Jo; Jo’s; Bell
王伟 | 王伟; 王伟今天; 王 伟
李 | 李
欧阳娜娜 | 欧阳娜娜; 欧阳 娜娜
さくら | さくら; さくらさん
김민준 | 김민준
محمد أحمد | محمد; مُحَمَّد; احمد; أحمد
فاطمة | فاطمه; فاطمة
Игорь Петров | Игорь; Петров; ПЕТРОВ
Ελένη Παππά | Ελενη; Ελένη
राम शर्मा | राम; शर्मा
Kayleigh | Кayleigh; Kаyleigh; ｋａｙｌｅｉｇｈ; 𝐊𝐚𝐲𝐥𝐞𝐢𝐠𝐡; Kay\u200bleigh; Kay\u00adleigh
Olu Adé-Bayo | Adebayo; Ade Bayo; AdeBayo; Ade-Bayo; Adé Bayo
Adebayo Okonkwo | Ade Bayo; Ade-Bayo
Oluwaseun Akintola | Oluwa Seun; OluwaSeun; Akintola
Thabo wa Thiong'o | Thiongo; Thiong o; Thiong’o
Siobhán Ní Dhomhnaill | Siobhan; Dhomhnaill
Caoimhe Mac Giolla | MacGiolla; Macgiolla; McGiolla
Harpreet Kaur Singh | Harpreet; Kaur; Sing
Will Grant | Will agreed; Grant's
May Skye | Ask May; Skye
Xiao-Ming Chen | Xiaoming; Xiao Ming; XiaoMing
Jia Hui Tan | Jiahui; JiaHui; Jia-Hui
Blessing-Joy Mensah | Blessing Joy; BlessingJoy; Mensah
T'Challa Udaku | TChalla; T Challa
Lee-Ann Brown | Leeann; Lee Ann; LeeAnn
Bobby Joe Lake | Bobbyjoe; BobbyJoe; Bobby-Joe
Mary-Anne O’Connor | Maryanne; MaryAnne; O´Connor; O\`Connor; OConnors
Iain MacArthur | McArthur; Mac Arthur; Mc Arthur
Noor al-Din | Uddin; ud-Din; Aldin; Eddin
Abdul Rahman Ali | Abdulrahman; Abdurrahman; Abdur Rahman; Abdelrahman; Abdul-Rahman
Abd al-Aziz Saleh | Abdulaziz; Abdul Aziz; Abdelaziz
Kayleigh Smith-Jones | SmithJones; Jones-Smith; Smith–Jones; Jones, Kayleigh
Anna Ivanova | Ivanov; Ivanova’s
Pavel Ivanov | Ivanova
Agnieszka Kowalska | Kowalski
SMITH, Jordan | Jordan Smith; jordan; Smith
William Turner | we asked Will to come; Bill; Billy; Liam
Elizabeth Hart | Liz; Beth; Lizzie; Libby; Elisabeth
Katherine Vale | Kate; Katie; Catherine; Kathryn
Kate Vale | Katherine; Catherine
Alexander Frost | Alex; Xander
Robert Knox | Bob; Bobby; we asked Rob to come
Thomas Reed | Tom; Tommy; Tom’s
Jessica Field | Jess; Jessie
Daniel Fox | Dan; Danny
Olivia Nash | Liv; Ollie
Stephen Hall | Steven; Steve
Sean Kelly | Shaun; Shawn
Rebecca Dale | Becky; Bex; Rebekah
Aaliyah Khan | Aliyah; Aliya
Nia Llywelyn | Llewellyn
Zoe Bell | Zoey
Kayleigh Marsden | Kayliegh; Kaylee; K a y l e i g h; K-a-y-l-e-i-g-h; K.a.y.l.e.i.g.h; KayleighM; kayleigh_marsden; Kayleigh2015; #Kayleigh; @kayleigh; Kay
Precious Adeyemi | Preciuos; Adeyemi
De'Andre Cole | DeAndre; De Andre; Deandre
Le Roux Pieter | LeRoux; Leroux
Ali Reza Karimi | Alireza; Ali-Reza
`

export const written: readonly (readonly [known: string, text: string])[] = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [known = '', forms = ''] = line.split(' | ')
    return forms.split('; ').map((form) => [known, form.trim()] as const)
  })

/** Nothing of these is a name of the child: | what a text says. */
const misses = `
Hasan Ali | She has an appointment.; It has all been said.; Has anybody called?
Mason Reid | Her ma and son agree.; read the report
Marie Stone | Maria agreed.; Mary agreed.
Kayleigh Marsden | Kayla agreed.; Kylie; Mars; the den
McDonald | Donald agreed.; Donaldson
Ann Lake | Anna agreed.; annual; lakeside
Jo Bell | the job, JO, majo; belle; jo
Theo Grant | the other; a grant was paid; They grant it.
Ian Best | in any case; bestow
Art Lee | The party starts asleep.; sleep
Will May | The school will write.; it may wait; by 12 May 2026
Ng Wei | being; weigh; ongoing; long
An Tran | An action is overdue.; an appointment; transport
Li Na | line; nail; link
Müller | mule; millers; mull
李 | 李先生的书店
王伟 | 王先生; 伟大
Fatima Khan | fat; khaki; Fatigue
Otto Hope | hopeful; I hope so; motto
Charity Love | a charity helped; lovely; gloves
Sophie Chance | by chance; philosophies
O'Neill | on eill; kneel; neither
Jean Luc Picard | luck; pic; card
Adebayo | adept; bay
Sam Ford | same; afford; samples; Salford
Ava Hill | available; chilly
William Turner | The school will write.; Will the school write?; the bill was paid; Bill of rights
Robert Knox | They rob the bank.; robbery
Thomas Reed | the tomato; custom; read
Kayleigh Marsden | an okay day; a b c d e; U S A I D
Precious Adeyemi | previous; precise
Patrick Stone | a pat on the back; pats
Mohammed Ali | no more; so
Richard Lane | a rich life; enrich
Benjamin Moss | bend; the bench
Anna Ivanova | Ivan agreed.; Ivanhoe
Rose Day | rosette; daylight
`

export const nearMisses: readonly (readonly [known: string, text: string])[] = misses
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [known = '', texts = ''] = line.split(' | ')
    return texts.split('; ').map((text) => [known, text.trim()] as const)
  })
