"""English, as the grammar reads it. `languages.vocabulary.Vocabulary` tells what each table decides."""

from dataclasses import replace
from types import MappingProxyType

from languages.en.builtin import BUILTIN
from languages.vocabulary import EMPTY, Phrase, misspelt, mistyped, numbered, phrases, stretched, words

_ASKING = frozenset(  # `shld i`, as it is texted
    (verb, who)
    for verb in "cud cld culd shud shld shuld shd shoud wud wld wuld".split()
    for who in "i we u you".split()
)


def _slips(names: str, but: str = "") -> frozenset[Phrase]:
    return frozenset((form,) for form in mistyped(names.split(), but))


_WEEKDAYS = "monday tuesday|tuseday wednesday|wensday thursday|thrusday friday saturday|saterday sunday".split()

VOCABULARY = replace(
    EMPTY,
    language="en",
    weekdays=MappingProxyType(
        {
            form: n
            for n, names in enumerate(_WEEKDAYS)
            for name in names.split("|")
            for form in (name, f"{name}'s", *sorted(misspelt(name)))
        }
    ),
    sure_shorts=words("tue tues weds thur thurs fri"),
    weekday_shorts=numbered("mon tue|tues wed|weds thu|thur|thurs fri sat sun"),
    months=numbered(
        """
    january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct
    november|nov december|dec
    """,
        1,
    ),
    relative_days=MappingProxyType(
        {
            **dict.fromkeys(phrases("half an hour ago, half hour ago, just now"), 0),
            **dict.fromkeys(
                phrases("today,tonight,this morning,this afternoon,this evening,this am,this a.m,this pm"), 0
            ),
            **dict.fromkeys(
                phrases(
                    """
    yesterday, last night, last nite, yest, yday, ystd, ystdy, yst, y'day, yesturday, ystrday, yestaday, yesterday's,
    yesterdays,
    last night's, last nights
    """
                ),
                -1,
            ),
            **dict.fromkeys(((form,) for form in sorted(misspelt("yesterday"))), -1),
            **dict.fromkeys(
                phrases("day before yesterday,the day before yesterday,night before last,the night before last"), -2
            ),
        }
    ),
    parts_of_day=words("morning afternoon evening night noon nite"),
    future_days=words("tomorrow tmrw tomorow tommorow tommorrow"),
    next_words=words("next"),
    weeks=MappingProxyType({("this",): 0, ("last", "week"): -1}),
    earlier_after=phrases("before last"),
    last_words=words("last past"),
    unclear_periods=words("weekend weekends week month year"),
    ago_words=words("ago"),
    more_words=words("more extra additional straight consecutive"),
    compared_with=words("as than like"),
    unclear_phrases=phrases(
        "the other day, recently, lately, a while ago, this weekend, over the weekend, at the weekend, on the weekend"
    ),
    ago_units=MappingProxyType({"day": 1, "days": 1, "night": 1, "nights": 1, "week": 7, "weeks": 7}),
    ago_minutes=MappingProxyType(
        {**dict.fromkeys("hour hours hr hrs".split(), 60), **dict.fromkeys("minute minutes min mins".split(), 1)}
    ),
    in_words=words("in"),
    small_numbers=MappingProxyType({**numbered("one|a|an two three four five six seven eight nine ten", 1)}),
    day_openers=words("on"),
    articles=words("the"),
    ordinal_names=words(
        "period graders visit session lesson round row base inning installment"
        " quarter birthday bday grade street st ave avenue floor anniversary century class hand place hole party"
    ),
    range_words=words("to thru through till til until"),
    of_words=words("of"),
    name_days=words("monday tuesday wednesday thursday friday saturday sunday"),
    weekday_names=phrases(
        """
    sun glasses, sun medicine,
    ruby tuesday, black friday, cyber monday, giving tuesday, super tuesday, fat tuesday, shrove tuesday, good
    friday, easter sunday, easter monday, palm sunday, ash wednesday, sunday times, sunday ticket, sunday paper,
    sunday papers, sunday roast, sunday school,
    sunday best, casual friday, tgi friday, tgi fridays, friday's, happy friday, bloody sunday, blue monday, wacky
    wednesday, thirsty thursday, wine wednesday, taco tuesday, meatless monday, sunday funday, fish friday, throwback thursday
    """
    ),
    meant_for=words("for"),
    due_words=words("due"),
    renewal_words=words("renews renewing"),
    awaited_words=words("pickup collect collecting ready arriving arrives"),
    awaited_phrases=phrases("pick up, picking up, picked up by, ready by"),
    through_words=words("thru through until till til ending exp expiring valid"),
    money_of=MappingProxyType({"canadian": "CAD", "aussie": "AUD", "australian": "AUD", "american": "USD"}),
    units=words(
        """
    meetings appointments
    sqm cu cubic wide
    mi mile miles km kms kilometer kilometers kilometre kilometres m meter meters metre metres cm mm ft feet foot
    inch inches yd yard yards g gr gram grams kg kgs kilo kilos mg lb lbs oz ounce ounces l ltr ltrs lt liter
    liters litre litres ml cl dl gal gals gallon gallons qt quart quarts pint-size pound pounds stone dozen hour
    hours hr hrs h min mins minute minutes sec secs second seconds day days week weeks month months year years yr
    yrs night nights people person persons guest guests adult adults friend friends kid kids coworker coworkers
    colleague colleagues gb mb tb kwh mph kmh mpg degrees degree ° °c °f star stars times px mp cal kcal calories
    steps reps laps pages points pts players aa aaa watt watts volt volts sqft piece pieces pcs pc acre acres ct
    count rolls roll fl sq ppl pax sheet sheets cup cups tbsp tsp pack packs
    iu mcg plate plates lines refill refills load loads length lengths
    question questions copies sets
    proof hz psi rpm dpi lumens btu rds rounds quarters dimes nickels pennies loonies toonies
    item items units tc servings capsules tablets softgels doses pk ply gig gigs tola tolas wk wks mos mths
    nts tonne tonnes tons pairs gm gms yds dz doz
    """
    ),
    poured=words("gas petrol diesel fuel unleaded gasoline propane"),
    unit_things=phrases(
        """
    night out, night light, night cream, night class, night club, day trip, day care, day spa, day camp, day cream, week camp,
    yard work, yard sale, yard waste, foot cream, foot massage, foot scrub, foot file, cup holder, cup noodles, cup cake,
    cup cakes, pound cake, pound shop, sheet music, sheet mask, sheet masks, sheet cake, stone fruit, roll on, star wars,
    pack lunch, month end, plate rack, count down, minute clinic, minute maid, second hand, load in, piece work, guest house,
    guest book, kid stuff, page turner, point of sale, meter maid,
    cup of, pint of, pack of, roll of, sheet of, load of, plate of, piece of, pair of, dozen of
        """
    ),
    count_nouns=words(
        """
    people men women children kids feet teeth pieces pcs fish sheep mice geese ppl guests adults coworkers colleagues
    players
    """
    ),
    named_thousands=words("401k"),
    thousands_of=words("tv tvs monitor monitors screen display camera race run entry walk resolution ultra"),
    containers=words(
        """
    tins cans boxes bags bottles jars tubes cartons tubs packets punnets trays bunches sacks crates bundles cases kegs
    tickets tix things seats slices scoops portions passes pairs bars loaves pots jugs blocks skeins spools reams
    speed pkgs packages parcels envelopes letters
    """
    ),
    plurals=(("y", "ies"), ("", "s"), ("", "es")),
    count_endings=("s",),
    no_plurals=("ss", "us", "is", "'s"),
    pack_words=words("pack packet box case carton crate tray"),
    secrets=words("pw password passcode code pin"),
    labels=words(
        """
    zip bus line route room gate flight train tram order check invoice inv apt apartment flat unit platform table terminal
    channel locker seat visa card ref no n° nr number receipt highway hwy exit suite ward pier acct account a/c
    chapter episode ep season mastercard amex ending pump zip code pin row section aisle lane lot bay stall ext zone
    vol rt marker version level model otp
    track rm grade ck chk
    extension sec page pg rank lvl term semester phase stage volume
    bldg building hole spot spf mile guests guest covers pax cashier register clerk batch trans auth terminal
    serial passcode age aged ages shelf bin txn trx transaction
    """
    ),
    not_words=words("no"),
    ending_words=words("ending ends"),
    bought_labels=words("bus train tram flight"),
    let_labels=words("room apt apartment flat unit suite table seat locker invoice"),
    carriers=words("aa ua dl wn b6 nk f9 ac ws ba lh af kl ek qr ey tk sq qf nz ai jl nh vs fr u2 ib tp lx os ei"),
    rides=words("flight flights flew fly flying airfare plane"),
    sold_alone=words("card visa shelf marker bin model"),
    sold_labels=words("line order table locker seat card pump lot visa"),
    sold_names=phrases(
        """
    gift card, gift cards, greeting card, birthday card, bday card, christmas card, xmas card, thank-you card, sympathy card,
    sd card, memory card, library card, membership card, playing cards,
    phone card, sim card, ic card, suica card, oyster card, opal card, octopus card, presto card, clipper card, metro card,
    transit card, travel card, prepaid card, steam card, car seat, booster seat, toilet seat,
    bike seat, storage unit, storage locker, coffee table, side table, end table, dining table, pool table, picnic table,
    folding table, changing table, takeout order, takeaway order, lunch order, dinner order, pizza order,
    food order, grocery order, phone line, fishing line, water pump, breast pump, bike pump, fuel pump, coat check, gym locker,
    parking lot, parking spot, escape room
        """
    ),
    ride_goods=words(
        "ticket tickets fare fares wifi wi-fi seat seats bag bags baggage luggage upgrade surcharge supplement reservation"
    ),
    courses=words(
        """
    bio biology chem chemistry phys physics psych psychology econ economics calc calculus math maths stats hist history
    eng english soc anthro phil philosophy comp cs
    """
    ),
    numbered_names=phrases(
        """
    omega 3, omega 6, unleaded 95, unleaded 98, regular 87, premium 91, premium 93, big 5, studio 6, ocean's 8,
    oceans 8, ocean's 12, ocean's 13, toy story 5, shrek 5, fast 10, g 7, pac 12, wifi 6, wifi 7, wi-fi 6, wi-fi
    7, switch 2,
    forever 21, studio 54, blink 182, sum 41, maroon 5, motel 6, super 8, pier 1, apollo 13, ocean's 11, catch 22, area 51,
    oceans 11, level 42, route 66, heinz 57, office 365, microsoft 365, xbox 360, windows 7, windows 8, windows 10, windows 11,
    airpods 2, airpods 3, iphone 11, iphone 12, iphone 13, iphone 14, iphone 15, iphone 16, iphone 17, iphone 18,
    1040 prep, 1040 fee, 1040 tax, 1040 filing, 1040 form, 1099 income, 1099 work, 1099 job, 1099 gig, 1099 pay,
    1099 contract, 407 etr, 99 ranch, 84 lumber,
    iphone 19, galaxy 20, galaxy 21, galaxy 22, galaxy 23, galaxy 24, galaxy 25, galaxy 26, galaxy 27, pixel 6,
    pixel 7, pixel 8, pixel 9, pixel 10, pixel 11
    """
    ),
    streets=words("st street ave avenue rd road blvd boulevard broadway"),
    bought_things=words(
        """
    hotel hostel motel airbnb taxi cab uber lyft snack snacks food drink drinks meal meals souvenir souvenirs shoes
    shirt jeans dress jacket socks flowers lamp haircut haircuts nails manicure pedicure massage ticket tickets boots
    babysitter sitter cleaner permit registration repair repairs movers towing tow rental
    """
    ),
    size_words=words("size sz"),
    clock_words=words("am pm a.m p.m o'clock oclock"),
    percent_words=words("% ‰ ٪ percent pct"),
    per_words=words("mo month mth wk week yr year day night hr hour pp person"),
    installments=words("installment instalment payment"),
    fraction_words=words(
        """
    of price off term way share pizza pizzas pint pints tank loaf chicken cake sandwich sub case keg bottle cord pie sheet day
    """
    ),
    times_words=words("times"),
    scales=words(
        """
    hundred hundreds hundo hundos thousand thousands grand million millions mil mio billion billions bn lakh lakhs lac lacs
    crore crores tausend tsd mille thou thous thsd thousnd hunderd hazaar hazar hajar
    """
    ),
    number_words=MappingProxyType(
        {
            **numbered(
                """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
    """,
                2,
            ),
            **{f"{name}": n * 10 for n, name in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)},
            "fiver": 5,
            "tenner": 10,
            "hundred": 100,
            "grand": 1000,
            "thousand": 1000,
        }
    ),
    about_words=words("about around approx approximately roughly almost nearly circa ca"),
    with_words=words("with of w/ w"),
    amount_words=words(
        "refund total payment charge bill cost fee purchase sum deposit fine price amount rent transfer"
    ),
    for_words=words("for"),
    at_words=words("at @ à"),
    plus_words=words("+ plus"),
    tip_words=words("tip tips tipped gratuity"),
    total_words=words("total subtotal sum"),
    total_beside=words("grand spent so far all overall final in of the"),
    and_words=words("and & n"),
    or_words=words("or"),
    them_words=words("it them this that these those"),
    each_words=words("each ea apiece"),
    each_not=words("way direction month week day year night time"),
    half_words=words("half"),
    share_names=words("part share portion half cut bit contribution"),
    double_words=words("double doubled twice"),
    part_names=MappingProxyType({"third": 3, "quarter": 4}),
    half_openers=words("other better first second 1st 2nd and"),
    from_now=phrases("now, from now on, as of now, going forward"),
    rises=phrases(
        """
    goes up to, went up to, is going up to, is up to, rises to, rose to, increased to, goes down to, went down to, dropped to
    """
    ),
    spread_over=words("over across on onto"),
    spread_words=words("spread spreading"),
    split_words=words("split splitting shared divided"),
    us_words=words("were are we're"),
    way_words=words(
        "ways way people persons of friends ppl pax guests adults"
        " roommates roomies housemates flatmates mates buddies pals lads girls guys buds"
    ),
    sharing_ways=words("ways"),
    between_words=words("between among amongst"),
    halves_paid=words("paid pays owes covers covered"),
    even_words=words("it in half evenly equally even between among fifty bill check rent the"),
    rate_words=words("per a an"),
    each_heads=words("head person pp"),
    times_after=MappingProxyType({"twice": 2, "thrice": 3}),
    both_ways=phrases("both ways"),
    included_words=words("incl incl. including includes included inc inc."),
    former_phrases=phrases(
        "down from, was, were, reg, regular, orig, originally, normally, usually, retail, msrp, instead of"
    ),
    minus_words=words("minus less"),
    off_words=words("off discount coupon voucher"),
    less_words=words("discount off"),
    participles=words("spent bought ordered gotten eaten picked grabbed splurged blew wasted shelled forked"),
    talk_verbs=words(
        """
    meet call see have need am is are will meeting i'm im it's he's she's we're there's theres want
    wants wanna gonna thinking planning might should would could didn't don't didnt dont doesn't hes shes theyre youre
    you're you'll youll theyll they'll
    doesnt haven't havent won't wont not never its be owe
    owes owing iou i'll we'll they're needs wasn't wasnt isn't isnt returning
    turned
    gotta wanted wish turning must shall selling
    """
    ),
    marked_talk=words(
        """
    have need needs owe owes owing iou want wants wanna gonna thinking planning might should would could am is are i'm im
    hes shes theyre youre you're you'll youll theyll they'll
    it's its he's she's we're they're i'll we'll didn't didnt don't
    dont doesn't doesnt haven't havent won't wont never
    gotta wanted wish must shall wasn't wasnt isn't isnt returning
    """
    ),
    named_talk=phrases(
        """
    selling fee, selling fees, selling cost, selling costs, best selling, top selling, fast selling,
    on call, conference call, video call, roll call, last call, cold call, close call, board meeting, town meeting,
    church meeting,
    service call, house call, farm call, emergency call, repair call, vet call, curtain call, phone call, call out,
    track meet, swim
    meet, car meet, goodwill, free will, small need,
    bank charges, card charges, late charges, delivery charges, shipping charges, service charges, roaming charges, fx charges,
    overdue fine, overdue fines, overdue fee, overdue fees, overdue book, overdue books, overdue charge, library overdue,
    drive thru, drive through, walk thru, walk through, yellow fever, hay fever, scarlet fever, cabin fever,
    court costs, living costs, shipping costs, moving costs, delivery costs, hidden costs, special needs, pet needs
        """
    ),
    way_marks=words("block blocks door doors stop stops exit exits light lights street streets house houses"),
    away_words=words("away down over up from past north south east west ahead further"),
    headings=words("north south east west northbound southbound eastbound westbound nb sb eb wb"),
    hour_verbs=words(
        """
    lands landing arrives leaves departs departing boards starts begins opens closes ends finishes
    kickoff kick-off tipoff tip-off faceoff face-off sunrise sunset curfew bedtime standup stand-up
        """
    ),
    booked_words=words(
        "booked scheduled reserved pencilled penciled arranged appointment reservation booking meeting in down"
    ),
    seatings=words("table room seats space spot spots tables rooms"),
    price_verbs=words(
        "estimate estimated quote quoted costs makes earns charges pays hit hits reached worth runs averages"
    ),
    was_words=words("was were"),
    question_words=words(
        """
    if who who's whos whose what what's whats when when's whens where where's wheres how's hows why which how anyone anybody
    someone somebody does did
        """
    ),
    telling_questions=words("did"),
    possessives=words("its"),
    past_endings=("ed",),
    doing_endings=("ing",),
    pay_names=words("money cash"),
    past_verbs=words(
        """
    read wrote drew sang taught drove rode ran swam built cut did lost hit threw gave saw met kept left shot told grew fed hung
    laid dug sewed knit wore slept made sold won
    """
    ),
    talk_places=words(
        "save saving at by around until till before after past in to ran run running walked jogged hiked biked cycled slept"
    ),
    errands=words("run shop shopping"),
    void_words=words(
        """
    said regret
    scheduled owe iou nvm nevermind jk voided comp'd compd
    postponed dismissed forgiven refused denied
    cancelled canceled
    declined failed unsuccessful rejected bounced comped prices raise requests requested requesting expires unpaid
    overdue usually typically generally
    fever cancellation pending expensed overcharged undercharged
    """
    ),
    phone_words=words("call dial sms text"),
    mine=words("mine"),
    most_openers=phrases("max, maximum, at most, no more than"),
    ran_out=words("out gone empty"),
    kept_in=phrases(
        "on my card, on the card, in my wallet, in the wallet, in my account, in the account, in the bank, in my pocket"
    ),
    void_phrases=phrases(
        """
    cheaper than,
    i live, live at, live on,
    not me,
    your bill, your invoice, your statement,
    went up, goes up, going up, go up, wasn't me, wasnt me, is ready, will renew, trial ends, next order, your next,
    not paid, isn't
    paid, hasn't paid, still owe,
    almost spent, nearly spent, should i, should we, going to buy, going to get, going to order, going to spend, going to pay,
    going to cost, about to buy, about to spend, about to order, about to pay, planned to buy, hoping to buy, forgot to pay,
    forgot to buy, forgot to get, authorization hold, auth hold, authorisation hold, temporary hold, hold placed,
    hotel hold, card hold, deposit hold, security hold, rental hold, pump hold, bank hold, pending charge,
    plan to buy, plan to get, plan to spend, plan to pay, planned to, plans to, hope to, hoping to, supposed to, saving for,
    saving up, bout to, trying to buy, trying to get, trying to spend, wish list, note to self, price check, any idea,
    any clue, no idea, may buy, may get, may order, ill pay, ill get, ill buy, ill grab, ill order, ill send,
    ill have, ill take,
    ill bring, ill owe, ill be, refund expected, refund due, refund coming, refund owed,
    awaiting refund, waiting on, waiting for, expecting a refund, down to my, down to our,
    thanks for the, thx for the, ty for the, ta for the, cheers for the, thank you for, thanks for your, thanks for that,
    rent up, insurance up, ins up, premium up, bill up, electric up, taxes up, mortgage up, tuition up, fees up, prices up,
    in my favor, in my favour, in our favor, in our favour,
    coming up, comes up, coming soon,
    scratch that, never mind, forget it, just kidding,
    should count, should go under, counts as,
    bucks says, dollars says, quid says, bucks say, bet you,
    over budget, under budget, over my budget, over our budget, over the budget, over limit, over the limit, over my limit,
    no spend, no spending, spent nothing, no buy, charged you, billed you, requested you, venmo request, payment request,
    money request,
    still to pay, still to buy, still to save, yet to pay, balance alert, low balance
    """
    ),
    void_first=words(
        """
    list
    perhaps probably prolly mebbe
    forget ignore disregard lets let's ima imma i'ma finna tryna gunna wishlist todo to-do expecting awaiting keep allow
    void voided maybe reminder goal win otp estimate quote quoted expected preauth pre-auth cancelled canceled cancel
    hold remember hours upcoming projected planned forecast
    """
    ),
    corrections=phrases(
        """
    my mistake, my bad, same but, again but, no wait, wait no, i meant, i mean, meant, make it, make that, change it,
    change last, change that, change the, should be,
    it should, that should, with tip, including tip, incl tip
    """
    ),
    rating_words=phrases("out of"),
    amount_verbs=words(
        "drop trade came comes out throw threw chip chipped kick kicked pitch pitched put all buy paid sent"
    ),
    plans=phrases(
        """
    is it worth, is that worth,
    remind me, remind us, set a reminder, set reminder, set an alarm, set alarm, set a timer,
    remember to, don't forget, dont forget, afford, can i, can we, can you, can u, could u,
    would u, will u, will i, will we,
    shall i, shall we, can someone, can somebody, can anyone, could i, could we, could you, could someone, would
    you, will you, am i, are we, how much, how many, what if, should i, should we, do i have, do we have, would it, may i
    """
    )
    | _ASKING,
    afford_openings=phrases("can i,can we,could i,could we,should i,should we,may i,if i,if we,what if i,what if we")
    | _ASKING,
    afford_verbs=words("afford buy spend get order pay"),
    balance_words=words("left remaining leftover budget balance bal avl available limit due balance:"),
    money_asked=words("left remaining leftover budget balance spend spent spending over"),
    asked_spans=MappingProxyType(
        {
            **dict.fromkeys(phrases("christmas,xmas"), "christmas"),
            **dict.fromkeys(
                phrases("easter,thanksgiving,new year,new years,new year's,the holidays,hanukkah,ramadan,eid"),
                "unclear",
            ),
            **dict.fromkeys(phrases("this month,for the month,of the month,current month"), "month"),
            **dict.fromkeys(phrases("last month,previous month"), "last month"),
            **dict.fromkeys(phrases("last week,previous week"), "last week"),
            **dict.fromkeys(
                phrases(
                    "pay period,since payday,since the paycheck,since my paycheck,since last payday,since my payday"
                ),
                "period",
            ),
            **dict.fromkeys(phrases("this week,the week,a week,per week,my week,weekly"), "week"),
            **dict.fromkeys(phrases("this year,the year,year to date"), "year"),
            **dict.fromkeys(phrases("last year,previous year"), "last year"),
            **dict.fromkeys(phrases("this weekend,the weekend"), "weekend"),
            **dict.fromkeys(phrases("last weekend"), "last weekend"),
            **dict.fromkeys(
                phrases(
                    """
                    next week, week before last, weeks ago, month before last, months ago, years ago,
                    year before last, last few, last couple, the other day
                    """
                ),
                "unclear",
            ),
        }
    ),
    how_much=phrases("how much"),
    look_words=words("show see list view display give tell find search check"),
    spending_words=words(
        """
    summary report overview review spending spendings spent expenses expense expenditure costs purchases
    """
    ),
    threshold_words=words("over under above below exceeding than"),
    any_words=words("anything everything all any expenses purchases transactions charges entries payments"),
    most_words=words("most biggest largest top highest"),
    list_words=words("list anything something everything whatever"),
    largest_words=phrases(
        """
    biggest expense, biggest expenses, largest expense, largest expenses, highest expense, highest expenses, biggest
    purchase, biggest purchases, largest purchase, largest purchases, most expensive, priciest, dearest, biggest
    payment, largest payment, biggest entry, largest entry, biggest transaction, biggest transactions, largest
    transaction, largest transactions, biggest spend, biggest item, biggest thing, biggest cost, biggest costs, top
    expenses, top purchases
    """
    ),
    over_words=phrases(
        """
    over, above, more than, bigger than, larger than, higher than, exceeding, costing over, at least
    """
    ),
    earned_words=words("earn earned earning earns earnings make made income incomes"),
    latest_words=words("last past previous latest"),
    since_words=words("since"),
    spent_on=words("on for at"),
    group_verbs=words(
        """
    am is are was were be will meet call see have has need lands land landing arrives arrive leaves leave starts
    start ends opens open closes close come comes coming go goes going get gets says said score scored moved moves
    seem seems sounds looks feels works
    that's thats bringing brings making cooking
    changed delayed postponed began begins finished lost beat wins takes took weigh weighs weighed arrived landed left
    turned turns it's its want wants wanted
    """
    ),
    told_of=words(
        """
    late early full packed empty crowded cancelled canceled boarding broken missed stuck again free ready here running
    was were has had just finally still stopped broke please now
    never
    """
    ),
    bill_words=words("paid pay payment bill bills invoice inv"),
    paid=words("paid"),
    paid_by=words(
        """
    venmoed venmo'd zelled cashapped paypaled paypalled sent transferred gave wired etransferred e-transferred
    settled repaid
    """
        " owed lent loaned spotted fronted covered applepayed treated hosted"
    ),
    paid_out=phrases("salary,wage,wages,payroll,paid"),
    others=words(
        """
    boss gaffer manager work company employer office client clients customer dad mom mum mam papa mama father mother parents grandma
    grandpa nan nana gran granny grandad granddad uncle aunt auntie insurance landlord neighbor neighbour friend
    he she they
    roommate flatmate housemate
    """
    ),
    workplaces=words("work office"),
    others_paid=words(
        """
        paid bought covered got gets pays treated repaid settled gave picked sent reimburses covers chipped pitched threw put
        lent loaned venmoed venmo'd zelled cashapped paypaled paypalled transferred wired shouted shouts sponsored
        """
    ),
    no_payers=words(
        """
        taxes tax wife wifey husband hubby partner kids kid son daughter fiance fiancee spouse baby everyone everybody
        already finally still again once never always also only today mistakenly accidentally recently nearly
        barely online half automatically auto autopay partly partially fully both all just later early
    """
    ),
    treated_by=phrases(
        "on, paid by, paid for by, covered by, bought by, hosted by, courtesy of, thanks to, treated by"
    ),
    treats=phrases("his treat, her treat, their treat, your treat, 's treat, round, rounds"),
    hosts=words("house"),
    not_hosts=words(
        """
    not never now weekdays weekends workdays upi gpay phonepe paytm bhim neft imps rtgs netbanking bizum pix qr
    me us myself card credit debit cash check cheque tab account amex visa mastercard discover paypal venmo zelle klarna
    cashapp revolut monzo wise points miles rewards voucher coupon transfer bank phone app autopay finance installments
    campus base site shift duty call break deck board tour vacation holiday location offer sale special deal
    tap draft draught date trip way road route street avenue boulevard broadway main highway ramp beach island lake pier
    plane train bus flight ferry boat ship cruise layover amazon ebay etsy temu shein doordash grubhub seamless ubereats
    uber deliveroo netflix itunes steam xbox playstation switch prime hulu youtube twitch kindle audible groupon
    facebook instagram tiktok air line monday tuesday wednesday thursday friday saturday sunday
    demand display impulse purpose top side sticks ice toast rye sourdough bread bun skewers
    """
    ),
    card_debts=phrases("credit card, credit cards, creditcard, mastercard, amex"),
    via_words=words("via through thru"),
    owners=words("my our his her their your"),
    got_paid=phrases("got paid,was paid,get paid,been paid"),
    income=phrases(
        """
    paid, payday, pay day, paycheck, paycheque, pay check, pay cheque, salary, wage, wages, payroll, pension, income, stipend,
    direct deposit, got paid, was paid, salery, sallery, pention, paychk, pay chk, paychecks, pay checks, paycheques
    """
    )
    | _slips("paycheck paycheque payday salary payroll pension income stipend"),
    me=words("me us"),
    costs=words(
        """
    on cost costs bought buy got get getting ran set charged charge for with to from treated saved fed drove of
    between by just both all take takes took taking bring brings brought keep keeps kept hit hits near beside
    around like let lets and
    """
    ),
    back_words=words("back"),
    brought=words("took take taking brought bring bringing sent mailed shipped"),
    self_words=words("i we just i've we've ive"),
    refunds=words("refund refunded") | mistyped(["refund", "refunded"]),
    debts=words("loan debt mortgage"),
    came_in=MappingProxyType(
        {
            **dict.fromkeys(phrases("i receive"), "extra"),
            **dict.fromkeys(
                sorted(_slips("received cashback deposit deposited dividend commission", but="recieved")), "extra"
            ),
            **dict.fromkeys(sorted(_slips("returned reimbursed reimbursement", but="retuned")), "refund"),
            **dict.fromkeys(phrases("compensation"), "extra"),
            **dict.fromkeys(phrases("pay advance, wage advance, payday advance"), "extra"),
            **dict.fromkeys(
                phrases(
                    """
    received, recieved, recd, rec'd, rcvd, va benefit, cd interest, resold, made selling, made babysitting, made tutoring,
    made driving, made mowing, made working, made playing, doordash pay, uber pay, lyft pay, instacart pay, gig pay, shift pay,
    hit me back, got me back, sent me, sent us, sent you, paid you, paid me, paid us, gave me, gave us, gave back, sold,
    won, win, cr, gift money, wedding money, shower money, easter money, 401k match, employer match,
    cash back, cash-back, cashback, bonus, credit, credits, deposit, deposits, deposited, owed me, earned, earnings, i
    made, we made, made at, i make, we make, i earn, we earn, we get, found, payout, payouts, rebate, rebates, winnings,
    dividend, dividends,
    cash sales, card sales, today's sales, day's sales, sales today, takings, turnover, plasma donation,
    raffle prize, door prize, prize money, first prize,
    commission, unemployment, got off, got cash off, scholarship, scholarships, stimulus, disbursement, inheritance,
    inherited, royalty, royalties, overtime, annuity, got tipped, got a tip, rent from, came in, interest, dd,
    premium bonds win, premium bond win, bonds win, bond win, scratchcard win, scratch card win, bingo win, bet win,
    betting win,
    raffle win, casino win, poker win, slots win, fantasy win, bike sale, car sale, couch sale, sofa sale, phone sale,
    laptop sale,
    furniture sale, tv sale, guitar sale, boat sale, facebook sale, marketplace sale, craigslist sale, fb sale, gumtree sale,
    winter fuel, attendance allowance, carers allowance, carer's allowance, maternity pay, maternity allowance,
    jobseekers allowance, jobseeker's allowance, family allowance, universal credit, cost of living, tax credit, tax credits,
    bereavement payment, snap benefits, ebt deposit, pip, centrelink,
    savings interest, bank interest, account interest, isa interest, interest earned, severance, benefits,
    child benefit, housing benefit, disability, ssi, ssdi, food stamps, honorarium, freelance, side gig, side
    hustle, lottery win, etsy sale, etsy sales, ebay sale, ebay sales, vinted sale, vinted sales, depop sale, depop
    sales, birthday money, birthday cash, bday money, christmas money, xmas money, babysitting money, babysat,
    mowed, matured, invoiced, sent invoice, sent an invoice, invoice sent,
    class action, settlement, stock sale, sale made, financial aid, jury duty, recycled, cashed, cash out, cash-out, borrowed,
    insurance claim, claim paid, claim payment, claim money,
    insurance check, insurance cheque, claim check, claims check, settlement check, rebate check, insurance payout,
    ira distribution, 401k distribution, pension distribution, fd interest, rd interest, ppf interest, sb interest,
    sip redemption, fund redemption, cash job, cash jobs, odd job, odd jobs, side jobs, cash in hand, client payment,
    client payments, client deposit, customer payment, customer payments, customer deposit, project payment,
    the dole, my dole, side job,
    worked, shoveled, shovelled, raked, tutored, taught, reffed, refereed, umpired, bartended, waitressed, subbed,
    performed, walked dogs, walked the dog, walked the dogs, housesat, petsat, catsat, poshmark sale, poshmark sales,
    mercari sale, mercari sales, bday cash, xmas cash, graduation money, grad money, busking, busked,
    shopped instacart, dashed, dogsat, dog sitting money, pet sitting money, babysitting pay,
    va check, deliveries made, donated plasma, plasma donated, pawned, expense report, coinstar, price match, price matched,
    cash advance, got a cheque,
    got a check, got gift card, got a gift card, points redeemed, price adjustment, change back, my check, my cheque,
    check came, check cleared, check arrived,
    payment came, payment arrived, retirement check, pension check, disability check, government check,
    benefit check, got a loan, got the loan, got my loan, got loan, loan came, loan disbursed, loan payout, loan dropped,
    loan landed, loan arrived,
    loan hit, loan in, grant came, grant landed, grant in, bursary, student finance, maintenance loan, maintenance grant,
    work study check, work study pay, work-study check, buyback, buy-back, textbook buy back,
    ot check, ot pay, ot, work check,
    workers comp, workers' comp, worker's comp, workmans comp, workman's comp, estate check, trust check, royalty check,
    residual check, residuals,
    rented out, renting out, subletting, redeemed,
    traded in, trade in, trade-in,
    uniform grant, clothing grant, school grant, hardship grant, uniform allowance, clothing allowance, meal allowance,
    travel allowance, car allowance, housing allowance, phone allowance,
    gst cheque, gst check, gst credit, gst payment, trillium benefit, carbon rebate, ccb, oas, cpp,
    gig money, gig fee, wedding gig, paid gig, bar gig, church gig, pub gig, band money, band pay, tip jar split, tip split,
    tips split, split tips, tip share, tip pool, session fee, session money,
    lesson money, teaching money, tutoring money, mowing money, tip money, side money, hustle money,
    children's allowance, childrens allowance, fuel allowance, clothing grant, school allowance, heating allowance,
    back to work, widow's pension, widows pension,
    mileage allowance, shift allowance, shift differential, per diem, upi cr, neft cr,
    imps cr, rtgs cr, ach cr, got cash, got some cash, cashout, cashed out
                """
                ),
                "extra",
            ),
            **dict.fromkeys(
                phrases(
                    "returned,return,reimbursed,reimbursement,reimburse,paid back to me,took back,"
                    "chargeback,reversed,waived,money back,"
                    "tax back,vat back,gst back,deposit back,bond back,fees back,fare back"
                ),
                "refund",
            ),
            **dict.fromkeys(
                phrases(
                    """
    paid invoice, paid inv, paid my invoice, paid our invoice, paid the invoice,
    title loan, payday loan, personal loan, cash loan, short-term loan, pawn loan,
    paid up, got up front, get up front,
    tip out, tipout, tip-out, tips out, tipped out,
    child support, spousal support, alimony, settled up, settle up, squared up, even with, splitwise, owed by, owed to,
    insurance covered, insurance covers, chipped in by, everyone chipped in, collected for, pooled,
    esusu collected, ajo collected, susu collected, collected esusu, collected ajo, collected susu, collected chama,
    utilities from, wifi from, share from, half from, dues from,
    rent collected, collected rent, dues collected, collected dues,
    collected money
                """
                ),
                "either",
            ),
            **dict.fromkeys(
                (
                    (what, "sales")
                    for what in """
    merch merchandise ticket tickets door bar cd cds cake cookie vinyl record craft crafts market stall book books art print
    prints plant plants egg eggs honey raffle food shop store online farm produce jewelry jewellery candle candles
                    """.split()
                ),
                "extra",
            ),
            **dict.fromkeys(
                (
                    phrase
                    for game in "poker blackjack slots roulette craps casino vegas bets betting draftkings fanduel".split()
                    for phrase in ((game, "up"), (game, "night", "up"), ("up", "at", game), ("up", "on", game))
                ),
                "extra",
            ),
            **dict.fromkeys(
                (
                    (what, check)
                    for what in "beef cattle calf lamb hog milk egg eggs wool honey hay grain corn wheat soybean crop".split()
                    for check in ("check", "cheque")
                ),
                "extra",
            ),
            **dict.fromkeys(
                (
                    phrase
                    for who in "uber lyft doordash instacart grubhub ubereats shipt spark flex deliveroo".split()
                    for verb in "drove driving delivered delivering did ran".split()
                    for phrase in ((verb, who), (who, verb), (verb, "for", who))
                ),
                "extra",
            ),
            **dict.fromkeys(
                (
                    (thing, "sale")
                    for thing in """
                    crypto bitcoin shares gold coin coins textbook textbooks jewelry jewellery dress cattle calf horse truck van
                    camera console laptop ipad iphone bike guitar piano desk table couch sofa fridge washer
                    """.split()
                ),
                "extra",
            ),
            **dict.fromkeys(
                (
                    (day, money)
                    for day in "birthday bday xmas christmas graduation grad wedding easter hanukkah eid diwali holiday".split()
                    for money in ("money", "cash")
                ),
                "extra",
            ),
            **dict.fromkeys(  # theirs, or what is paid for them
                (
                    (who + owned, what)
                    for who in "roommate roomie flatmate housemate tenant tenants lodger boarder".split()
                    for owned in ("", "'s")
                    for what in "rent share half utilities utility electric electricity internet deposit".split()
                ),
                "either",
            ),
            **dict.fromkeys(
                phrases(
                    """
    pay stub, paystub, pay slip, payslip, pay packet, soc sec, social sec, ss check, ss payment, ss deposit,
    pay came, pay arrived, pay hit, pay landed, pay cleared, pay posted, pay dropped, pay is in,
    social security, credited, net pay, back pay, direct dep, sal, weekly pay, biweekly pay, bi-weekly pay, monthly pay, my
    pay, take home, holiday pay, sick pay
    """
                ),
                "paycheck",
            ),
        }
    ),
    came_in_alone=phrases(
        """
    pay, yard sale, sales, revenue, fares, cheque, shift, night shift, extra shift, day shift, late shift, early shift,
    double shift, double shifts, shifts, shift at work, picked up shift, picked up a shift, client, clients, client session,
    ss, adsense, scrap, scrap metal, dole, check, gig, cash gig, side gig, 1099 gig, 1099 job, 1099 work
        """
    ),
    came_in_first=phrases(
        """
    interest, dd, sal, pip, worked, shoveled, shovelled, raked, tutored, taught, reffed, refereed, umpired, bartended,
    waitressed,
    subbed, performed
        """
    ),
    got=words("got get"),
    from_words=words("from"),
    branches=words("store branch location station site"),
    inch_things=words("tv tvs monitor monitors screen display laptop pizza rims wheels pipe skillet pan"),
    sellers=words(
        """
    scouts market markets farm farmstand stand bakery baker butcher deli florist nursery shop shops store stores thrift
    boutique pharmacy vendor vendors truck stall kiosk cart
    ikea amazon walmart target costco lowes lowe's depot temu shein wayfair argos tesco primark kohls kohl's macys macy's nordstrom
    sephora ulta walgreens cvs petco petsmart chewy michaels joann rei
    boots superdrug b&q homebase screwfix toolstation wickes jewson dunelm wilko poundland next asos john h&m zara uniqlo gap
    marketplace craigslist facebook etsy ebay vinted depop poshmark mercari aliexpress decathlon gumtree goodwill
    centre center outlet mall kmart bunnings woolworths coles migros coop rewe edeka rossmann dm flipkart myntra
    """
    ),
    counted_at=words(
        """
    sale cleaning cleaner cleaners tailor cafe café entry starbucks dunkin mcdonalds mcdonald's mcd wendys wendy's kfc subway
    chipotle popeyes greggs pret costa nandos nando's dominos domino's johns john's bell king hut guys shack hortons pizzeria
    registration inspection license licence permit haircut haircuts admission rental boarding grooming shots vaccines
    passports lessons camp clean laundry alterations
    taqueria brewery diner chippy ihop dennys denny's sonic arbys arby's panera express 7-eleven 7-11 wawa sheetz aldi lidl tesco
    asda sainsburys sainsbury's morrisons waitrose kroger publix safeway wegmans joes joe's foods gamestop
    """
    ),
    tender_words=words("tend tender tendered debit credit approved auth purchase payment"),
    money_names=words(
        "cash check cheque money change gift gifts card pay loan upfront raffle prize profit sales takings"
    ),
    trip_words=words(
        """
        class auto rickshaw shuttle
        train bus coach tram ferry flight ticket tickets fare rail trip express single journey taxi cab metro
        peak off-peak anytime uber lyft ride rides drive walk way there out tube subway underground ubered lyfted cabbed bussed
        """
    ),
    spent_phrases=phrases(
        """
    credit card, credit cards, credit union, credit limit, credit score, credit check, credit report, bonus card, bonus track,
    atm fee, atm fees, atm charge, withdrawal fee, transfer fee, transfer fees, wire fee, wire transfer fee,
    coat check, bag check, background check, smog check, brake check, health check, safety check, vision check, eye check,
    sound check, price check, vehicle check, car check, tire check, rent check, tuition check, daycare check, church check,
    apple pay, google pay, samsung pay, shop pay, amazon pay, g pay, auto pay, easy pay, co pay, toll pay,
    payday loan fee, title loan fee, personal loan payment, title loan payment, payday loan payment,
    scratch off, scratch offs, drop off, kick off, cook off, play off, write off, tip off, time off, day off, rip off, bug off,
    payroll tax, payroll taxes, payroll service, payroll software, pension contribution,
    pension contributions, pension plan, pension scheme,
    came in at, sold out, wrote check, mailed check, cut check, wrote cheque, posted cheque,
    interest charge, interest charges, interest payment, benefits card
    """
    ),
    arrivals=words("got my our came comes in arrived hit landed cleared posted deposited the a from work job account"),
    gift_days=words("birthday bday b-day birthdays christmas xmas graduation easter hanukkah chanukah eid diwali"),
    gained_words=words("made earned collected raised grossed netted pocketed"),
    tips_earned=words("tips"),
    shift_words=words(
        """
    my our cash hourly work shift shifts tonight made job bar bartending serving waiting driving delivery deliveries dash total
    dashing waitressing waiter night day lunch dinner brunch evening morning busking busked gig bartender barista server street
    open mic band show set extra declared reported
    """
    ),
    debits=words(
        """
    bill invoice inv receipt debited charged bought spent purchased purchase ordered order sent paid buy withdrawn
    delivery takeout takeaway
    """
    ),
    transfers=words(
        "exchanged atm cashpoint withdrawal withdrawals withdrew withdraw etf saved budgeted savings banked"
    ),
    wires=words("transfer transferred"),
    transfer_phrases=phrases(
        """
    took a loan, took out a loan, loan from,
    moved to, moved into, moved from, vacation fund, holiday fund, emergency fund, index fund, college fund,
    sinking fund, rainy day fund,
    cash machine, cash point, to savings, into savings, in savings, to saving, to checking, to my savings, into my savings,
    in my savings, set aside, put aside, put away, tucked away, took out, to the bank, into the bank
    """
    ),
    no_names=phrases(
        """
    other day, other night, other evening, other morning, other week, other half, other side, each other, every
    other, other things, other one, other person, other people
    """
    ),
    behind_things=words("for with at from in near w/ during to"),
    little_words=words(
        """
    hello
    a an and as at be by de do el en for from go he i in is it la le me my no of on or our she so the to un up us
    we with you n & this that some just i'm im w w/ uh um uhm er erm hmm oh ok okay hey hi well yeah like actually btw
    also then thanks thank thx pls plz there they lol haha oops whoops ugh argh
    """
    ),
    verbs_first=words(
        """
        forgot bought spent spend paid got had ordered grabbed forgot picked ate drank pick get buy grab bring order
        drink log
        """
    ),
    tells=words("bought spent spend paid had ordered grabbed forgot"),
    count_verbs=words("bought ordered got had grabbed up get buy bring grab ate drank order took take taken"),
    not_numbers=words("nan inf infinity"),
    every_words=words("every each"),
    every_weekdays=numbered("mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
    twice_a_month=phrases(
        """
        twice a month, twice per month, twice each month, twice every month, twice monthly, two times a month,
        2 times a month, 2x a month, semimonthly, semi-monthly
        """
    ),
    working_days=phrases("working day, business day, work day, workday, weekday, banking day"),
    every_numbers=MappingProxyType({"other": 2, "second": 2, "third": 3}),
    once_words=words("once"),
    recurring_days=MappingProxyType({"day": 1, "days": 1, "week": 7, "weeks": 7}),
    recurring_months=MappingProxyType({"month": 1, "months": 1, "quarter": 3, "quarters": 3, "year": 12, "years": 12}),
    every_second=MappingProxyType({"fortnightly": "week", "biweekly": "week", "bi-weekly": "week"}),
    adverbs=MappingProxyType(
        {
            "daily": "day",
            "weekly": "week",
            "monthly": "month",
            "quarterly": "quarter",
            "yearly": "year",
            "annually": "year",
        }
    ),
    last_day_words=words("last"),
    month_starts=phrases("first day of the month, first day of this month"),
    month_ends=phrases(
        """
        at the end of the month, at the end of each month, at the end of every month, by the end of the month,
        by the end of each month, end of the month, end of month, end of each month, end of every month, at end of month,
        at the month's end, at month's end, month's end, at month end, by month end, every month end, each month end,
        month end, month-end, at month-end
        """
    ),
    from_day_words=words("from on starting since"),
    weekend_words=words("weekend weekends"),
    before_words=words("before"),
    after_words=words("after"),
    tomorrow_words=words("tomorrow"),
    openings=stretched(words("no nope nah"))
    | words(
        """
    ah ugh not sorry oops wait oh actually it was is it's its should be make that that's this i meant mean to change
    correct correction rather instead wrong = -> → fix edit update typo should've shouldve been thats
    """
    ),
    filed_words=words("to into in under as"),
    part_openings=words(
        "raise lower increase reduce move put bring under rename category amount note date day make set update edit fix"
    ),
    not_openings=words("not isn't isnt ain't aint wasn't wasnt"),
    but_words=words("but"),
    wrong_words=words("wrong incorrect false"),
    entry_parts=MappingProxyType(
        {
            **dict.fromkeys("category categories".split(), "category"),
            **dict.fromkeys("amount price sum total".split(), "amount"),
            **dict.fromkeys("day date".split(), "day"),
            **dict.fromkeys("note text".split(), "note"),
        }
    ),
    closings=words("please instead it this that one entry them those"),
    please_words=words("please instead actually sorry rather pls plz thanks thx"),
    courtesies=words(
        """
    great perfect nice cool good awesome super lovely fine noted never mind nevermind nvm forget cheers done thank
    thanks thankyou thx ty tysm you so much lot many very ok okay k kk alright lol haha hahaha wow yay sweet
    brilliant excellent amazing gotcha got it goodnight bye goodbye night farewell ttyl later
    """
    ),
    delete_words=words("delete undo remove cancel del /undo delet delte dlete delate remve remov"),
    restore_words=words("restore undelete redo"),
    everything_words=words("all everything both"),
    yes_words=words("yes y yep yeah ok okay sure right correct"),
    never_mind=phrases(
        """
    never mind, nevermind, nvm, forget it, forget that, no thanks, no thank you, skip it, leave it, leave it as
    is, keep it, let it be
    """
    ),
    again=phrases(
        """
    same again, the same again, again, once more, one more, another,
    another one, same, the same, same thing, same thing again, ditto
    """
    ),
    no_words=stretched(words("no n nope nothing")),
    answers=MappingProxyType(
        {
            "spent": "spent",
            "refund": "refund",
            "income": "paycheck",
            "paycheck": "paycheck",
            "salary": "paycheck",
            "extra": "extra",
            "both": "entries",
            "all": "all",
            "new": "new",
            "adds": "adds",
            "add": "adds",
        }
    ),
    halved=phrases(
        "went halves, went halfsies, go halfsies, halfsies, go halves, going halves, half half, fifty fifty, half each"
    ),
    first_day=words("first"),
    ordinals=numbered(
        """
    second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth
    twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first
    """,
        2,
    ),
    first_of_things=words("first"),
    models=words(
        "iphone galaxy pixel xbox playstation windows airpods pro gopro hero fifa gta sims civ halo madden diablo"
    ),
    paid_with=phrases(
        """
    with card, by card, on card, on visa, with visa, by visa, with mastercard, by mastercard, on mastercard,
    on amex, with amex
    """
    ),
    unpaid_labels=words(
        """
    zip pin code number nr episode ep season chapter zip version extension ref gate row section aisle lane exit highway hwy platform
    terminal channel track page pg rank guests guest covers pax cashier register clerk batch trans auth mile
    serial passcode age aged ages
    """
    ),
    packs=words(
        "pack packet dozen doz roll piece box bottle can jar bag carton"
        " tub pair bundle bunch sack crate tray tin jug keg bale skein"
    ),
    record_openers=phrases(
        """
    can you add, could you add, can you record, could you record, can you log, could you log,
    can you put, please add, please record, please log, pls add, add
    """
    ),
    uncounted=words("rent mortgage utilities insurance tuition taxes"),
    pay_verbs=words("pay"),
    deadline_words=words("by due always"),
    measured=phrases(
        """
    heating to, heating at, thermostat to, thermostat at, gas price, fuel price, price per night, price per
    person, price per kilo, exchange rate, hourly rate, hourly pay, hourly wage, wage per hour, rate per hour,
    points, meter reading, license plate, licence plate, plate number, dollar rate, usd rate, euro rate, rate of
    exchange, walked, jogged, hiked, biked, cycled, swam, i ran,
        weight, my weight, weighs, weigh, measures, measured,
        bp, blood pressure, pulse, heart rate, height, odometer, mileage, blood sugar, bmi, steps, a 1 c,
        hba 1 c,
        temp, temperature, glucose, a1c, body fat, score, wordle, gpa, weighed, weigh in, weigh-in, cholesterol,
        humidity, speed, mpg, squat, squats, squatted, deadlift, deadlifts, deadlifted, benched, turns, turned, turning,
        steps today, calories, spo2, hba1c, bpm, elevation
    """
    ),
    only_words=words("now currently only just still left"),
    former_openers=words("from"),
    former_closers=words("to for"),
    almost_words=words("almost nearly"),
    seen_words=words("saw seen"),
    at_most=phrases("at most, no more than, not more than, max, maximum"),
    accounts=words("account bank purse wallet"),
    parts_of_month=words("early mid late beginning end"),
    builtin=BUILTIN,
)
