"""Everyday words and well-known merchants that name a starting category, by the category's key.

They are singular where a plural exists; `Vocabulary.plurals` makes the other form. A word stays out where it is not clear
(`uber` may be fun or a necessity), and a budget's own names, keywords and lessons go first.
"""

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fun": frozenset(
            "lunch dinner breakfast brunch supper pizza burger sushi ramen kebab burrito sandwich noodle dessert donut doughnut "
            "croissant muffin cupcake takeout takeaway beer wine cocktail whisky whiskey vodka gin pint lager cider prosecco "
            "champagne cafe café espresso latte cappuccino boba smoothie milkshake pub nightclub brewery winery bistro diner "
            "buffet cinema theater theatre concert opera ballet musical museum zoo aquarium bowling karaoke arcade casino festival "
            "carnival circus popcorn netflix spotify hulu hbo disney+ youtube twitch audible xbox playstation nintendo game "
            "videogame boardgame puzzle toy golf ski snowboard surfing paintball minigolf pool billiards darts trivia comedy "
            "starbucks mcdonalds mcdonald's kfc wendys wendy's chipotle dominos domino's nandos nando's greggs pret dunkin "
            "wagamama popeyes".split()
        ),
        "predictable_necessities": frozenset(
            "grocery supermarket milk bread egg cheese butter yogurt yoghurt rice pasta flour sugar cereal fruit vegetable veg "
            "veggie banana potato onion tomato meat beef chicken fish bacon detergent toothpaste shampoo toiletry "
            "diaper nappy mortgage electricity electric utility internet wifi broadband sewage insurance daycare childcare "
            "nursery tuition fuel petrol diesel gasoline bus train tram metro commute parking toll laundry hoa aldi lidl tesco "
            "sainsburys sainsbury's asda morrisons waitrose safeway kroger publix wegmans albertsons rewe edeka migros coop "
            "carrefour verizon comcast xfinity vodafone".split()
        ),
        "unpredictable_necessities": frozenset(
            "dentist pharmacy prescription hospital clinic copay vet veterinarian plumber mechanic electrician locksmith "
            "handyman exterminator towing tire tyre windshield windscreen brake transmission alternator emergency ambulance "
            "surgery xray x-ray optician optometrist physio physiotherapy dermatologist pediatrician orthodontist medication "
            "med antibiotic painkiller ibuprofen paracetamol aspirin bandage inhaler vaccine crutch walgreens".split()
        ),
    }
)
