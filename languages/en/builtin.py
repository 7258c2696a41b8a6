"""Everyday words and well-known merchants that name a starting category, by the category's key.

They are singular where a plural exists; `Vocabulary.plurals` makes the other form. A word stays out where it is not clear
(`uber` may be fun or a necessity), and a budget's own names, keywords and lessons go first. A phrase is one of several words.
"""

from collections.abc import Mapping
from types import MappingProxyType

from languages.vocabulary import known

BUILTIN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fun": known(
            """
    🍕 🍔 🍟 🌭 🌮 🌯 🍣 🍜 🍦 🍩 ☕ 🧋 🍺 🍻 🍷 🍸 🍹 🎬 🍿 🎮 🎳 🎤 🎡 🍽
    lunch dinner breakfast brunch supper pizza burger cheeseburger hamburger sushi ramen kebab burrito sandwich
    noodle nacho fajita quesadilla enchilada curry udon soba tempura gyoza dumpling pho falafel shawarma gyro
    tapas dessert donut doughnut croissant muffin cupcake brownie cheesecake waffle gelato froyo hotdog chippy
    takeout takeaway drink doordash grubhub ubereats deliveroo postmates swiggy zomato beer wine cocktail whisky whiskey
    vodka gin pint lager cider prosecco champagne margarita mojito martini sake cafe café espresso latte
    cappuccino americano macchiato mocha frappuccino matcha boba smoothie milkshake pub nightclub brewery winery
    bistro diner buffet steakhouse pizzeria taqueria izakaya cinema theater theatre concert opera ballet musical
    museum zoo aquarium planetarium bowling karaoke arcade casino festival carnival circus popcorn netflix spotify
    hulu hbo disney+ youtube twitch audible xbox playstation nintendo game videogame boardgame puzzle toy golf ski
    snowboard surfing skating paintball minigolf pool billiards darts trivia bingo comedy starbucks mcdonalds
    mcdonald's mcd kfc wendys wendy's chipotle dominos domino's nandos nando's greggs pret dunkin wagamama popeyes
    chick-fil-a chai samosa dosa biryani applebees applebee's ihop dennys denny's panera sonic arbys arby's
    """,
            """
    ice cream, frozen yogurt, fish and chips, fish & chips, fish n chips,
    fish 'n' chips, fish chips, mac n cheese, mac & cheese, mac and cheese,
    burger and fries, burger n fries, hot dog, chicken wing, pad thai, dim sum, bubble tea,
    milk tea, cold brew, flat white, iced tea, hot chocolate, happy hour, night out, date night, take out, take
    away, eating out, uber eats, just eat, burger king, taco bell, panda express, five guys, shake shack, olive
    garden, pizza hut, papa johns, dairy queen, waffle house, krispy kreme, tim hortons, pizza express, cheesecake
    factory, disney plus, prime video, apple tv, hbo max, youtube premium, night club, theme park, amusement park,
    water park, escape room, mini golf, laser tag, ice skating, roller skating, video game, board game, wine bar,
    chicken nugget, pub quiz, six flags, banana split,street food
    """,
        ),
        "predictable_necessities": known(
            """
    🛒 🥦 🥕 🥚 🥛 🍞 🍎 🍌 ⛽ 🚌 🚇 🚆 💡
    grocery supermarket milk bread egg cheese butter yogurt yoghurt rice pasta flour sugar cereal oatmeal fruit
    vegetable veg veggie banana potato onion tomato carrot lettuce spinach broccoli cucumber garlic avocado
    mushroom strawberry blueberry grape lemon meat beef pork ham sausage chicken fish salmon shrimp tuna bacon
    tofu tortilla ketchup mayo detergent bleach toothpaste toothbrush shampoo soap deodorant toiletry tampon
    diaper nappy mortgage electricity electric elec leccy utility internet wifi broadband sewage insurance daycare childcare
    preschool nursery tuition fuel petrol diesel gasoline bus train tram metro commute parking toll laundry
    laundromat hoa aldi lidl tesco sainsburys sainsbury's asda morrisons waitrose ocado safeway kroger publix
    wegmans albertsons meijer hannaford shoprite heb rewe edeka netto migros coop denner monoprix auchan carrefour
    kirana sabzi doodh dal atta paneer ghee verizon comcast xfinity vodafone chevron exxon texaco sunoco citgo tfl
    woolworths woolies coles sobeys loblaws
    """,
            """
    toilet paper, paper towel, dish soap, trash bag, baby formula, baby wipe, baby food, peanut butter, olive oil,
    oat milk, almond milk, orange juice, laundry detergent, washing powder, electric bill, electricity bill, power
    bill, energy bill, water bill, phone bill, internet bill, cable bill, council tax, property tax, health
    insurance, home insurance, trader joes, trader joe's, whole foods, food lion, giant eagle, piggly wiggly, food
    shop, food shopping, weekly shop, metro card, metro pass, bus pass, bus fare, bus ticket, train ticket, train
    fare, train pass, subway pass, subway fare, oyster card, parking meter, school fee, after school care, chicken
    breast, ground beef, farmers market
    """,
        ),
        "unpredictable_necessities": known(
            """
    dentist dental pharmacy chemist drugstore prescription hospital clinic copay vet veterinarian plumber mechanic
    electrician locksmith handyman exterminator towing tire tyre windshield windscreen brake transmission
    alternator radiator emergency ambulance surgery xray x-ray optician optometrist physio physiotherapy
    chiropractor dermatologist pediatrician paediatrician orthodontist medication med antibiotic painkiller
    ibuprofen paracetamol aspirin tylenol advil nyquil benadryl bandage bandaid band-aid inhaler vaccine crutch
    walgreens autozone
    glasses eyeglasses
    """,
            """
    tow truck, urgent care, emergency room, er visit, root canal, wisdom tooth, eye exam, blood test, physical
    therapy, cough syrup, cold medicine, allergy pill, first aid, flu shot, flat tire, flat tyre, puncture repair,
    jump start, pest control, water heater, rite aid, body shop, auto parts,oil change
    """,
        ),
    }
)
