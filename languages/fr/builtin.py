"""Everyday words and merchants of French that name a starting category, by the category's key.

They are singular where a plural can be made; a word stays out where it is not clear.
"""

from collections.abc import Mapping
from types import MappingProxyType

from languages.vocabulary import known

BUILTIN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fun": known(
            """
    film
    loisir loisirs sortie cinéma ciné théâtre concert opéra musée zoo parc bowling karaoké discothèque boîte bar
    pub brasserie bistrot bistro bière vin champagne apéro cocktail pastis digestif café expresso cappuccino thé
    glace glacier restaurant resto restau snack kebab tacos burger pizza sushi frites couscous crêpe crêperie
    déjeuner dîner souper brunch dessert gâteau tarte chocolat bonbon friandise pâtisserie croissant viennoiserie
    mcdo macdo mcdonald kfc burgerking subway ubereats deliveroo jeu console bd manga livre roman magazine journal
    fnac cultura netflix spotify disney disney+ dazn deezer canal streaming steam playstation piscine patinoire spa sauna massage
    vacances hôtel gîte camping week-end voyage excursion billetterie spectacle show festival foot match stade cantine
    midi sandwich limonade coca soda jouet lego boissons boisson tournée verre fléchettes billard escape dlc dvd
    vinyle cinoche pinte expo disneyland chips
    """,
            """
    jeu vidéo, jeux vidéo, jeu de société, jeux de société, fast food, uber eats, burger king, disney plus, prime
    video, amazon prime, marché de noël, petit déjeuner, petit déj, parc attractions, boîte de nuit
    """,
        ),
        "predictable_necessities": known(
            """
    course courses loyer charges électricité élec edf engie gaz eau chauffage internet box téléphone forfait mobile
    orange sfr bouygues sosh assurance mutuelle crédit prêt emprunt impôt impôts taxe crèche nounou cantines école
    garderie supermarché hypermarché carrefour leclerc auchan intermarché lidl aldi monoprix franprix picard
    biocoop cora netto naturalia boulangerie boulanger boucherie boucher charcuterie poissonnerie primeur fromager
    fromagerie marché épicerie alimentation pain baguette lait beurre œuf oeuf fromage yaourt jambon viande poulet
    steak poisson légume légumes fruit fruits pomme banane tomate salade carotte oignon riz pâtes farine sucre
    huile céréale confiture eau-minérale croquettes litière couche couches lessive savon shampooing shampoing gel
    dentifrice papier éponge sopalin essence gazole gasoil diesel carburant esso bp sp95 sp98 plein station péage parking
    stationnement horodateur métro bus tram tramway train sncf ter ratp navigo rer blablacar laverie pressing
    syndic copropriété free
    """,
            """
    ticket de métro, tickets de métro, carte navigo, pass navigo, papier toilette, liquide vaisselle, plein
    essence, assurance voiture, assurance auto, assurance maison, assurance habitation, taxe habitation, pommes de
    terre, carte orange, forfait mobile, super u, hyper u, système u, grand frais, cantine scolaire, femme de ménage
            """,
        ),
        "unpredictable_necessities": known(
            """
    médecin docteur généraliste pédiatre dentiste orthodontiste ophtalmo ophtalmologue gynéco gynécologue dermato
    dermatologue ostéo ostéopathe kiné kinésithérapeute psy psychologue hôpital clinique urgences labo laboratoire
    analyses radio irm vaccin pharmacie médicament médicaments médoc médocs doliprane ordonnance antibiotique
    pansement lunettes lentilles opticien vétérinaire véto plombier électricien serrurier chauffagiste dépannage
    dépanneuse réparation garage garagiste mécanicien pneu pneus vidange batterie frein freins révision voiture
    amende contravention pv fourrière lave-linge frigo réfrigérateur chaudière remorquage
    """,
            """
    réparé le téléphone, réparé mon téléphone, réparer le téléphone, réparation téléphone, réparation du téléphone,
    contrôle technique, machine à laver, prise de sang, réparation téléphone, amende parking, amende stationnement,
    pv stationnement
            """,
        ),
    }
)

STARTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "fun": ("Loisirs", "restaurant", "cinéma", "bar", "café", "sorties"),
        "predictable_necessities": ("Dépenses prévues", "prévu", "courses", "loyer", "essence", "transport"),
        "unpredictable_necessities": (
            "Dépenses imprévues",
            "imprévu",
            "voiture",
            "réparation",
            "médicament",
            "médecin",
        ),
        "other": ("Autres", "autre"),
    }
)
"""By key: what the categories of a new budget are called, and their keywords."""
