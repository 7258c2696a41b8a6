"""French, as the grammar reads it. `languages.vocabulary.Vocabulary` tells what each table decides."""

from dataclasses import replace
from types import MappingProxyType

from languages.fr.builtin import BUILTIN, STARTERS
from languages.vocabulary import EMPTY, inflected, numbered, phrases, with_parts, with_slips, words

_GIVEN_BY = "donné versé viré rendu envoyé offert transféré prêté avancé"
_GIVEN = "donné rendu remboursé versé viré envoyé filé payé offert prêté avancé"

_PAY = "salaire paie paye retraite"
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"

VOCABULARY = replace(
    EMPTY,
    language="fr",
    compounds=MappingProxyType({("pour", "cent"): "pourcent"}),
    own=words(
        "bp on a as charges foot sat mon sun credit credits or me mine but to pp pub main plus lot n no son fin pension"
    ),
    elisions=words("l' d'"),
    weekdays=with_slips(
        numbered("lundi mardi mercredi jeudi vendredi samedi dimanche"), but="mari jedi ludi", shortest=5
    ),
    sure_shorts=words("lun ven vend"),
    named_shorts=words("sam"),
    weekday_shorts=numbered("lun|lund mar|mard mer|merc|mercr jeu|jeud ven|vend|vendr sam|samed dim|diman"),
    doubtful_days=words("mar mer jeu"),
    months=numbered(
        """
    janvier|janv|jan février|févr|fév mars avril|avr mai juin juillet|juil août|aout septembre|sept|sep
    octobre|oct novembre|nov décembre|déc
    """,
        1,
    ),
    relative_days=MappingProxyType(
        {
            **dict.fromkeys(phrases("il y a une demi-heure"), 0),
            **dict.fromkeys(
                phrases(
                    """
    aujourd'hui, aujourdhui, auj, ajd, ce matin, ce midi, cet après-midi, cet aprem, ce soir, tout à heure, cette
    nuit, à instant
    """
                ),
                0,
            ),
            **dict.fromkeys(phrases("après demain"), 2),
            **with_parts(
                {"hier": -1, "avanthier": -2, "avant-hier": -2}, "matin midi aprem soir nuit", "her huer hire", 4
            ),
            **dict.fromkeys(phrases("la veille"), -1),
            **dict.fromkeys(phrases("avant hier"), -2),
        }
    ),
    parts_of_day=words("matin midi après-midi aprem soir nuit soirée"),
    part_openers=words("à au dans le la en"),
    future_days=words("demain après-demain"),
    next_words=words("proch prochain prochaine"),
    next_after=phrases("en huit, en quinze, proch, pro, prochain,prochaine,qui vient"),
    ordinal_endings=("e", "er", "ème"),
    earlier_after=phrases("avant-dernier, avant-dernière"),
    earlier_words=words("avant-dernier avant-dernière"),
    last_words=words("dernier dernière"),
    last_after=words("dernier dernière passé passée"),
    unclear_periods=words("sem week-end weekend we semaine mois année"),
    ago_openers=phrases("il y a,y a,ya,y'a"),
    unclear_phrases=phrases(
        """
    il y a quelques jours, il y a quelques semaines, autre jour, récemment, dernièrement, il y a peu, il y a
    longtemps
    """
    ),
    ago_minutes=MappingProxyType(
        {**dict.fromkeys("heure heures h".split(), 60), **dict.fromkeys("minute minutes min".split(), 1)}
    ),
    ago_units=MappingProxyType({"jour": 1, "jours": 1, "j": 1, "semaine": 7, "semaines": 7}),
    in_openers=phrases("dans"),
    small_numbers=numbered("un|une deux trois quatre cinq six sept huit neuf dix", 1),
    day_openers=words("le du ce date"),
    number_openers=phrases("le,du"),
    articles=words("le la les"),
    ordinal_names=words("trimestre semestre mois anniversaire anniv étage arrondissement classe place"),
    range_words=words("au à"),
    of_words=words("de sur du des"),
    weekday_names=phrases("black friday,mardi gras,vendredi saint,vendredi fou,lundi pâques"),
    due_words=words("échéance"),
    through_words=words("jusqu'au jusqu'à jusque"),
    units=words(
        """
    réunions rdvs
    séances trajets entrées pouces pouce watts
    km m mètre mètres cm mm kg kilo kilos g gr gramme grammes litre litres l cl ml dl heure heures h min mn minute
    minutes sec secondes jour jours semaine semaines mois an ans année années nuit nuits personne personnes pers
    adulte adultes enfant enfants ami amis amie amies copains copines collègues collègue invités pote potes
    étoiles degrés pages points pièces paquet paquets boîte boîtes bouteille bouteilles sachet sachets tranches
    tranche rouleaux rouleau verres parts portions douzaine couverts go mo kwh pas calories fois tours joueurs
    élèves élève litrons cartons pintes m2 m3
    """
    ),
    count_nouns=words("voix jus repas colis avis colis gâteaux jeux cadeaux gens enfants"),
    plurals=(("", "s"), ("", "x"), ("al", "aux")),
    count_endings=("s",),
    pack_words=words("pack paquet boîte carton caisse barquette sachet plateau paquets boîtes lot"),
    secrets=words("mdp code pin"),
    labels=words(
        """
    chaîne facture bus ligne tram métro train tgv vol voie quai chambre salle table appartement appt bâtiment
    étage n° no numéro cp n
    num dossier référence réf carte terminal rue page chapitre épisode saison zone cb
    rang siège
    code pin
    """
    ),
    ending_words=words("terminant finissant"),
    sold_alone=words("carte"),
    bought_labels=words("bus tram train vol métro tgv"),
    let_labels=words("chambre table appartement appt siège facture"),
    seatings=words("table places place chambre"),
    streets=words("rue avenue av bd boulevard impasse allée"),
    bought_things=words("hôtel taxi vtc repas boisson boissons snack snacks souvenirs souvenir auberge"),
    hours_first=words("à a"),
    size_words=words("taille pointure"),
    clock_words=words("h heures heure"),
    percent_words=words("pourcent pour-cent"),
    per_words=words("mois semaine sem an année jour nuit heure personne pers tête"),
    installments=words("échéance mensualité versement"),
    fraction_words=words("prix tarif poulet pain gâteau tarte baguette livre camembert"),
    times_words=words("fois"),
    multipliers=MappingProxyType(
        {
            **dict.fromkeys("mille".split(), 3),
            **dict.fromkeys("million millions".split(), 6),
        }
    ),
    scales=words("millier milliers milliard milliards briques bâtons"),
    number_words=MappingProxyType(
        {
            **numbered(
                """
    vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente
    trente-et-un
    """,
                21,
            ),
            **numbered(
                """
    deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit
    dix-neuf vingt
    """,
                2,
            ),
            "trente": 30,
            "quarante": 40,
            "cinquante": 50,
            "soixante": 60,
            "septante": 70,
            "quatre-vingt": 80,
            "quatre-vingts": 80,
            "huitante": 80,
            "nonante": 90,
            "cent": 100,
            "mille": 1000,
            "vingtaine": 20,
            "dizaine": 10,
            "trentaine": 30,
            "cinquantaine": 50,
            "centaine": 100,
        }
    ),
    about_words=words("environ env presque quasi quasiment approximativement vers ±"),
    with_words=words("avec"),
    at_words=words("à a"),
    amount_words=words("remboursement montant somme total paiement facture frais prix achat versement virement"),
    for_words=words("pour"),
    plus_words=words("plus"),
    tip_words=words("pourboire pourboires"),
    total_words=words("total somme sous-total"),
    and_words=words("et"),
    each_words=words("chacun chacune chaque pièce unité"),
    each_not=words("mois semaine jour an année nuit personne fois"),
    part_names=MappingProxyType({"tiers": 3, "quart": 4}),
    half_words=words("moitié"),
    double_words=words("double doubler"),
    from_now=phrases("maintenant, désormais, dorénavant, à partir de maintenant"),
    rises=phrases("passe à, monte à, augmente à, est passé à, est passée à, baisse à"),
    spread_over=words("sur en"),
    spread_words=words("étale étaler répartis répartir"),
    split_words=words("splitté splittée divisé partagé divisée partagée partagés partagées diviser partager"),
    us_words=words("étions sommes était à"),
    way_words=words("personnes amis potes parts pers"),
    talk_verbs=words(
        """
    j'ai tu il elle as avons avez ont est es suis sommes êtes sont serai sera serons veux veut voulons vais va
    allons allez faut faudrait devrait devrais dois doit doivent besoin pense pensais j'arrive arrive rdv peux
    peut pouvons pas ne n'ai c'est y'a reste restent manque voudrais aimerais j'aimerais voit retrouve réunion
    réunions
    """
    ),
    participles=words(
        """
    coûté
    dépensé acheté payé pris mangé bu réglé commandé lâché claqué mis retiré fait sorti craqué donné cramé laissé
    débité prélevé
    offert offerte
    """
    ),
    gone_words=words("allé allés allée allées été sorti sortis sortie sorties passé passés"),
    was_words=words("était c'était étaient"),
    question_words=words(
        """
    as-tu avez-vous t'as qui que quoi quand où pourquoi comment combien quel quelle quels quelles est-ce qu'est-ce
    qu'est quelqu'un
    """
    ),
    talk_places=words("à a vers avant après jusqu'à jusque dans depuis chez"),
    amount_verbs=words("coûté coûte coûtait coûtaient coûtent fait faisait faisaient payé dépensé vaut"),
    telling_questions=words("que"),
    plans=phrases(
        """
    ça vaut, ca vaut, est-ce que ça vaut,
    rappelle-moi, rappelle moi, rappelez-moi, n'oublie pas, oublie pas, ne pas oublier, pense à, puis-je, puis je,
    je peux, on peut, peut-on, est-ce que, est ce que, combien, et si, dois-je, je dois, on doit, faut-il, il faut,
    j'ai encore, il me reste, tu peux, peux-tu, pouvez-vous, qu'est-ce que, j'ai besoin, on a besoin, il reste,
    pourrais-je, pourrait-on, ai-je, reste-t-il, j'ai assez, on a assez, ça suffit, est-ce qu'il, y a-t-il,
    il y a assez
    """
    ),
    afford_openings=phrases("je peux,on peut,puis-je,puis je,peut-on,pouvons-nous,est-ce que,est ce que"),
    afford_verbs=words("acheter dépenser prendre payer permettre m'acheter m'offrir s'acheter s'offrir"),
    balance_words=words("budget disponibles solde disponible reste restant plafond découvert dispo limite"),
    money_asked=words("reste reste-t-il restent dépensé dépenses budget solde dépense dépensons"),
    asked_spans=MappingProxyType(
        {
            **dict.fromkeys(phrases("noël,à noël,pendant noël,pour noël"), "christmas"),
            **dict.fromkeys(phrases("pâques,nouvel an,les fêtes"), "unclear"),
            **dict.fromkeys(phrases("ce mois,ce mois-ci,du mois,le mois"), "month"),
            **dict.fromkeys(phrases("mois dernier,mois passé,dernier mois"), "last month"),
            **dict.fromkeys(phrases("semaine dernière,semaine passée,dernière semaine"), "last week"),
            **dict.fromkeys(phrases("depuis la paie,depuis la paye,depuis le salaire,période de paie"), "period"),
            **dict.fromkeys(phrases("cette semaine,la semaine,par semaine,en semaine"), "week"),
            **dict.fromkeys(phrases("cette année,l'année,de l'année"), "year"),
            **dict.fromkeys(phrases("année dernière,année passée,an dernier,an passé"), "last year"),
            **dict.fromkeys(phrases("ce week-end,ce weekend,ce week end,ce we,le week-end,le weekend"), "weekend"),
            **dict.fromkeys(phrases("week-end dernier,weekend dernier,week-end passé,weekend passé"), "last weekend"),
            **dict.fromkeys(
                phrases(
                    """
                    semaine prochaine, semaine qui vient, avant-dernière semaine, avant-dernier mois,
                    semaine d'avant, mois d'avant
                    """
                ),
                "unclear",
            ),
        }
    ),
    how_much=phrases("combien"),
    look_words=words("montre montre-moi montrer affiche voir donne donne-moi"),
    spending_words=words("résumé bilan dépenses dépensé"),
    most_words=words("plus"),
    list_words=words("liste lister tout quelque"),
    largest_words=phrases(
        """
    plus grosse dépense, plus grosses dépenses, plus grande dépense, plus grandes dépenses, plus gros achat, plus
    gros achats, plus cher, plus chère, plus chers, plus chères
    """
    ),
    over_words=phrases(
        "plus de, au-dessus de, supérieur à, supérieurs à, supérieures à, dépassant, dépasse, dépassent"
    ),
    earned_words=words("gagné gagne gagner gagnons touché touche revenus revenu"),
    latest_words=words("dernier derniers dernière dernières"),
    since_words=words("depuis"),
    spent_on=words("en pour chez au aux"),
    group_verbs=words(
        """
    prends prenez ramène ramènes ramenons amène apporte apportez est suis es sont était étaient ai as avons avez ont j'ai arrive
    arrivons arrivent pars part partons partent commence commencent finit finissent ouvre ferme joue jouent gagne
    gagnent perd coûte fait atterrit décolle viens vient venez va vais vas allez vont dit c'est faut peux veux
    pèse pèses
    """
    ),
    bill_words=words("payé payée réglé réglée paiement facture de"),
    paid=words("payé payée réglé réglée paye"),
    got_paid=phrases("été payé,être payé,été payée"),
    income=phrases(
        """
    fiche de paie, bulletin de paie,
    paye tombée, paye arrivée, paye reçue, paye versée, la paye est tombée, paye du mois, la paye est arrivée, ma paye est tombée,
    salaire, paie, paye, retraite, pension, traitement, revenu, revenus, bourse, salaires, rémunération, solde
    militaire, jour de paie, virement salaire, salaire net, mon salaire, ma paie, ma paye, ma retraite, le
    salaire, la paie, la paye, salaire reçu, salaire versé, allocation chômage
    """
        + "".join(f",{word} {month},{word} de {month}" for word in _PAY.split() for month in _MONTHS.split())
    ),
    back_words=words("rendu"),
    self_words=words("je j'ai ai on a nous avons juste"),
    refunds=words("remboursement remboursements recrédit recrédité recréditée remb renvoyé renvoyée renvoyés"),
    debts=words("prêt crédit emprunt dette dettes hypothèque"),
    came_in=MappingProxyType(
        {
            **dict.fromkeys(phrases("rejet de prélèvement, rejet prélèvement"), "refund"),
            **dict.fromkeys(phrases("eu pour mon, eue pour mon, eus pour mon"), "extra"),
            **dict.fromkeys(phrases("rapporté, renvoyé, ramené"), "refund"),
            **dict.fromkeys(phrases("recettes, rentrée d'argent, encaissement"), "extra"),
            **dict.fromkeys(phrases("paypal de, revolut de, wero de, paylib de"), "extra"),
            **dict.fromkeys(phrases("prêt de"), "extra"),
            **dict.fromkeys(phrases("petit boulot, petits boulots"), "either"),
            **dict.fromkeys(
                phrases("pourboires du service, pourboire du service, pourboires service, je reçois"), "extra"
            ),
            **dict.fromkeys(
                phrases(
                    """
    heures sup, heures supp, heures supplémentaires, augmentation, augmentation de salaire, loyer perçu,
    loyers perçus, perçu, perçue, perçus, argent anniversaire, argent noël, sous anniversaire, solde tout compte,
    indemnités journalières, commissions, droits auteur, bourse, pourboires reçus, baby-sitting payé, gain, gains,
    prime naissance, allocation logement, prêt reçu, prêt débloqué, 13ème mois, treizième mois, abondement,
    arrêt maladie
                    """
                ),
                "either",
            ),
            **dict.fromkeys(
                phrases(
                    "intéressement, prime d'intéressement, prime de participation, prime annuelle, prime exceptionnelle"
                ),
                "paycheck",
            ),
            # `13e mois`: an `e` behind a number is the euro's
            **dict.fromkeys(phrases("13€ mois, 13 ème mois, 13 è mois, 13 eme mois, treizième mois"), "extra"),
            **dict.fromkeys(phrases("indemnisation, dédommagement"), "extra"),
            **dict.fromkeys(phrases("monnaie rendue"), "extra"),
            **dict.fromkeys(phrases("rendre, renvoyer, avoir"), "refund"),
            **dict.fromkeys(
                phrases("récolté, récoltés, récoltée, récoltées, collecté, collectés, collectée, collectées"), "either"
            ),
            **dict.fromkeys(phrases("achat remboursé, achat annulé"), "refund"),
            **dict.fromkeys(inflected("vendu gagné encaissé touché reçu", "- e s es"), "extra"),
            **dict.fromkeys(inflected("remboursé rendu restitué récupéré", "- e s es"), "refund"),
            **dict.fromkeys(
                phrases(
                    """
    reçu, reçue, reçus, touché, vendu, vendue, vendus, vendues, vente, vinted vente, gagné, encaissé, prime,
    bonus, cadeau reçu, cagnotte reçue, étrennes, caf, apl, allocation, allocations, allocs, indemnité,
    indemnités, cashback, emprunté, empruntés, dividende, dividendes, intérêts, intérêt, héritage, argent de, argent d'anniv,
    argent d'anniversaire, argent anniv, dépôt, prime activité,
    rsa, chômage, pôle emploi, france travail, virement de, virement reçu, lydia de, wero de, paylib de, crédité,
    créditée, trouvé
    """
                    + "".join(f",m'a {verb},m'ont {verb},nous a {verb},nous ont {verb}" for verb in _GIVEN.split())
                    + "".join(f",{verb}{end} par" for verb in _GIVEN_BY.split() for end in ("", "e", "s", "es"))
                ),
                "extra",
            ),
            **dict.fromkeys(
                phrases(
                    """
                    retour zara, retour amazon, retour zalando, retour asos, retour shein, retour
                    hm, retour vinted, retour decathlon, retour fnac, retour temu, retour kiabi,
                    retour ikea, retour aliexpress, retour colis, retour commande, retour article,
                    retour achat
                    """
                ),
                "refund",
            ),
            **dict.fromkeys(
                phrases("assurance couvre, assurance prend en, mutuelle couvre, mutuelle prend en"), "refund"
            ),
            **dict.fromkeys(
                phrases(
                    """
    remboursement frais, remboursement de frais, remboursement employeur, remboursement boulot,
    remboursé, remboursée, remboursés, rembourse, retour colis, consigne, trop
    perçu, caution rendue, retour zalando, retour amazon, m'a remboursé, me rend, me rends, me rendent, nous rend,
    renvoyé, renvoyée, renvoyés, renvoyées
    """
                ),
                "refund",
            ),
            **dict.fromkeys(phrases("pension alimentaire,virement employeur,paiement reçu"), "paycheck"),
        }
    ),
    got=words("reçu reçue touché encaissé"),
    from_words=words("provenant émetteur venant"),
    debits=words("achat achats débit débité débitée prélèvement prélevé facture cb acheté dépensé commande"),
    transfers=words(
        """
    retirés retirée retirées
    économisés économisée économisées avancé avancés viré virée envoyé filé dette dettes virement vir retrait
    retiré dab distributeur épargne transfert prêté prêtés
    pea pel livret tirelire épargné économies économisé économise
    """
    ),
    wires=words("lydia wero paylib"),
    owed_phrases=phrases("je lui devais, je te devais, que je devais"),
    transfer_phrases=phrases(
        """
        changé en, changés en, gardé pour, gardés pour, changé de l'argent, changé argent, dans le fonds, dans
        un fonds, livret a, sur livret, vers livret, compte épargne, de côté, assurance vie, plan épargne,
        prêt de la banque, bureau de change
        """
    ),
    linking_words=words("de du des à au aux avec pour"),
    little_words=words(
        """
    salut bonjour bonsoir coucou
    un une le la les l d' l' de du des à au aux en et ou pour par sur sous dans chez avec sans vers mon ma mes ton
    ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces je tu il elle on nous vous ils elles moi toi
    lui me te se que qui quelques petit petite
    """
    ),
    verbs_first=words(
        """
    noter
    oublié
    acheté achetée achetés payé payée dépensé pris mangé bu commandé réglé j'ai ai on a je nous avons tu fait
    refait mis cb achat carte paiement prélèvement facture note addition encore viens sorti claqué lâché craqué
    oublié
    """
    ),
    tells=words("dépensé acheté achat dépense pris commandé claqué oublié"),
    count_verbs=words(
        """
    j'achète j'apporte j'amène j'emmène amène achète achètes achetez prends ramène acheté pris commandé mangé
    bu prendre acheter commande commandes commandons
    commandez prenons prend apporte apportons ramenons achetons
    """
    ),
    not_numbers=words("nan"),
    every_words=words("chaque tous toutes"),
    every_weekdays=MappingProxyType(
        {
            form: n
            for n, name in enumerate("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
            for form in (f"{name}s", f"les {name}s", f"le {name}")
        }
    ),
    twice_a_month=phrases("deux fois par mois, 2 fois par mois, bimensuel"),
    working_days=phrases("jour ouvré, jour ouvrable, jour travaillé"),
    once_words=words("une-fois ponctuel ponctuellement"),
    every_phrases=phrases("une-fois par, une-fois tous les"),
    recurring_days=MappingProxyType({"jour": 1, "jours": 1, "semaine": 7, "semaines": 7}),
    recurring_months=MappingProxyType(
        {
            "mois": 1,
            "trimestre": 3,
            "trimestres": 3,
            "an": 12,
            "ans": 12,
            "année": 12,
            "années": 12,
            "semestre": 6,
            "semestres": 6,
        }
    ),
    adverbs=MappingProxyType(
        {
            "quotidien": "jour",
            "hebdomadaire": "semaine",
            "hebdo": "semaine",
            "mensuel": "mois",
            "mensuelle": "mois",
            "mensuellement": "mois",
            "trimestriel": "trimestre",
            "trimestrielle": "trimestre",
            "semestriel": "semestre",
            "semestrielle": "semestre",
            "annuel": "an",
            "annuelle": "an",
        }
    ),
    every_numbers=MappingProxyType({"deux": 2, "trois": 3}),
    last_day_words=words("dernier"),
    month_starts=phrases("premier jour du mois"),
    month_ends=phrases(
        """
        à la fin du mois, à la fin de chaque mois, a la fin du mois, en fin de mois, chaque fin de mois, à chaque fin de mois,
        toutes les fins de mois, fin du mois, fin de chaque mois, fin de mois
        """
    ),
    from_day_words=words("dès depuis partir"),
    weekend_words=words("week-end week-ends weekend weekends"),
    before_words=words("avant"),
    after_words=words("après"),
    tomorrow_words=words("demain"),
    openings=words(
        """
    si
    ah bah ben euh mince zut
    non nan nn pas pardon désolé désolée oups en fait n'est n'était c'était c'est était ce plutôt je voulais dire mais mets met faux
    erreur correction oui trompé trompée devrait ça devait être
    """
    ),
    changed_to=words("dans en à sous"),
    part_openings=words(
        """
    corrige corriger
    monte monter baisse baisser augmente augmenter réduis réduire
    changer passer modifier modifie déplace déplacer mets mettre passe change range catégorie montant note date jour
    """
    ),
    not_openings=words("pas"),
    but_words=words("mais"),
    wrong_words=words("mauvais mauvaise faux fausse incorrect incorrecte"),
    entry_parts=MappingProxyType(
        {
            **dict.fromkeys("catégorie".split(), "category"),
            **dict.fromkeys("montant prix somme".split(), "amount"),
            **dict.fromkeys("jour date".split(), "day"),
            **dict.fromkeys("note texte".split(), "note"),
        }
    ),
    closings=words("stp svp ça le la celui-là celle-là cette entrée merci"),
    please_words=words("stp svp merci"),
    courtesies=words(
        """
    super génial parfait nickel cool bien top laisse tomber oublie tant pis merci beaucoup bcp ok okay d'accord dac
    mdr lol haha ahah compris excellent bonne nuit au revoir salut bientôt à plus
    """
    ),
    delete_words=words("supprime supprimer efface effacer enlève enlever annule annuler retire retirer"),
    restore_words=words("restaure restaurer remets remettre rétablir remets-le remets-la rétablis récupère"),
    everything_words=words("tout tous toutes"),
    yes_words=words("oui ouais o ok exact voilà ouep yep"),
    never_mind=phrases(
        """
    laisse tomber, peu importe, non merci, tant pis, oublie ça, oublie, laisse, laisse comme ça, laisse ça, non
    laisse
    """
    ),
    again=phrases("pareil,la même chose,idem,encore,encore un,encore une,encore une fois,le même,la même,rebelote"),
    no_words=words("non nan nn rien"),
    answers=MappingProxyType(
        {
            "dépensé": "spent",
            "dépense": "spent",
            "remboursement": "refund",
            "remboursé": "refund",
            "salaire": "paycheck",
            "paie": "paycheck",
            "revenu": "paycheck",
            "extra": "extra",
            "reçu": "extra",
            "tous": "all",
            "tout": "all",
            "toutes": "all",
            "deux": "entries",
            "nouveau": "new",
            "nouvelle": "new",
            "ajoute": "adds",
            "ajouter": "adds",
        }
    ),
    void_words=words(
        """
    hausse augmentation échu échue coûtera coûteront veulent demandent regrette
    programmé programmée prévu prévue prévus
    vendre coûterait coûteraient économisez économise dépenserai achèterai paierai payerai dépenserons achèterons reporté reportée
    résilié résiliée résiliés
    jamais j'hésite hésite hésitons annulés annulées
    refusé refusée rejeté rejetée échoué échouée annulé annulée impayé impayée fièvre annulation augmente augmentent
    """
    ),
    void_first=words(
        "liste ptet ptêt peut-etre peutêtre p'tet probablement peut-être devis objectif rappel prévu estimation"
    ),
    hour_verbs=words("atterrit décolle commence ouvre ferme"),
    booked_words=words("réservé réservée réservation"),
    price_verbs=words("devis coûte coûtent vaut valent gagne gagnent"),
    meant_for=words("pour"),
    card_debts=phrases("carte de crédit, carte crédit"),
    marked_talk=words(
        """
    dois doit doivent devrais devrait besoin faut faudrait manque veux veut voudrais voulons aimerais j'aimerais
    peux peut pouvons vais va allons pas n'ai reste restent pense
    """
    ),
    included_words=words("dont incl incl. inclus incluse compris comprise"),
    off_words=words("réduction remise"),
    less_words=words("réduction remise rabais"),
    minus_words=words("moins"),
    rate_words=words("le par"),
    told_of=words("retard annulé supprimé plein raté ne n'est ne"),
    others=words(
        """
    chum blonde coloc
    tata tonton papi papy mamie mamy marraine parrain belle-mère beau-père tante oncle
    grands-parents beaux-parents collègue ami amie voisin voisine frère soeur sœur patron patronne maman papa mamie
    papi mère père parents tante oncle proprio assurance
    """
    ),
    treated_by=phrases(
        """
        offert par, offerte par, offerts par, payé par, payée par, réglé par, réglée par, invité par, invitée par,
        invités par
        """
    ),
    hosts=words("maison"),
    not_hosts=words("carte chèque virement prélèvement paypal lydia wero cb téléphone ticket mensualités mois an"),
    others_paid=words("met donne participe avance ont a paye paie payé offre offert"),
    no_payers=words(
        """
        femme mari conjoint conjointe compagne compagnon copain copine enfants fils fille chérie chéri déjà
        enfin encore aussi tout toujours
    """
    ),
    mine=words("mienne"),
    share_names=words("part"),
    most_openers=phrases("max, maximum, au maximum, au max, pas plus de"),
    compared_with=words("comme"),
    ran_out=words("fini vide"),
    kept_in=phrases(
        "sur le compte, sur mon compte, sur ma carte, sur la carte, dans mon portefeuille, dans le portefeuille, en poche,"
        " à la banque"
    ),
    spent_phrases=phrases(
        """
        envoyé un colis, envoyé colis, envoi colis, frais de virement, frais virement, frais de retrait, frais
        retrait, intérêts crédit, intérêts prêt, intérêts découvert, intérêts emprunt, frais distributeur, frais
        de distributeur, frais dab, frais de dab, commission distributeur, commission de distributeur,
        commission retrait, commission de retrait, commission virement, commission de virement, commission dab,
        commission de dab
        """
    ),
    void_phrases=phrases(
        """
    si j'achète, si j'achete, si je prends, si je paie, si je paye, si on achète, si je dépense, si je commande,
    failli acheter, failli prendre, failli payer, a dit, ont dit, m'a proposé, mis d'accord, moins cher que,
    solde insuffisant, je te rends, je te rendrai, je te rembourse, je te paie, je te paierai, je te verse, te
    rembourserai,
    pas moi, auraient coûté, aurait coûté, aurais dépensé, aurait dépensé, aurais payé, dans mon porte-monnaie,
    dans le porte-monnaie, dans mon portefeuille,
    gratuit au lieu, gratuite au lieu, faute de frappe, est disponible, votre facture, ta facture, votre solde,
    ton solde,
    liste d'envies, liste envies, liste de souhaits, note à moi, livraison gratuite, livraison offerte, si on,
    si je, si nous, dans le portefeuille, avec le code, ça devait, devait être, aurait dû, merci pour, merci de,
    épargne pour, j'économise, économiser pour, on économise, j'attends, en attente, attends remboursement,
    attente remboursement, colis arrive, oublié de payer, oublié de régler, peut être, si ça se trouve, a augmenté,
    va augmenter, à payer, pas payé, pas payée, pas encore, non payé, non payée, reste à payer
    """
    ),
    corrections=phrases("je voulais, c'était plutôt, devrait être, ça devrait, ça devait, devait être"),
    former_phrases=phrases("avant, soldé de, soldée de, lieu de"),
    halved=phrases(
        "à moitié avec, moitié avec, moitié moitié, moit moit, moitié-moitié, moit-moit, moitié chacun, moitié chacune"
    ),
    street_openers=words("rue avenue av boulevard bd impasse allée quai"),
    value_words=words("valeur"),
    weeks=MappingProxyType(
        {
            **dict.fromkeys(phrases("ce"), 0),
            ("semaine", "dernière"): -1,
            ("semaine", "prochaine"): 1,
            ("cette", "semaine"): 0,
        }
    ),
    containers=words("sac sacs billets tickets places portions boules"),
    half_more=words("demi"),
    first_day=words("premier premiers"),
    first_of_things=words("premier"),
    paid_by=words("remis passé refilé laissé glissé versé envoyé viré donné filé transféré prêté avancé rendu offert"),
    owners=words("mes tes ses nos vos leur leurs mon ma notre ton ta son sa"),
    tips_earned=words("pourboires"),
    paid_with=phrases(
        """
    par carte, avec carte, en carte, carte bleue, cb, en cb, par cb, en visa, avec visa, par visa, avec ma carte, sur ma carte
    """
    ),
    numbered_names=phrases("sans plomb 95, sans plomb 98, sp 95, sp 98"),
    poured=words("essence gasoil gazole diesel carburant"),
    unpaid_labels=words("cp code pin num numéro épisode saison chapitre page dossier voie quai"),
    packs=words("paquet bouteille boîte sachet"),
    counted_at=words(
        """
        leclerc carrefour auchan intermarché lidl aldi monoprix franprix picard casino decathlon ikea castorama poste
        zara hm
        """
    ),
    sellers=words("laverie boulangerie boulanger boucherie boucher marché épicerie fromagerie primeur kiosque"),
    arrived=words(
        "dispo virée viré sur compte le est arrivé arrivée tombé tombée versé versée reçu reçue touché touchée enfin"
    ),
    record_openers=phrases(
        "peux-tu noter, peux tu noter, peux tu ajouter, tu peux noter, peux-tu ajouter, tu peux ajouter"
    ),
    uncounted=words(
        """
    loyer hypothèque crédit prêt assurance mutuelle impôt impôts taxe charges électricité chauffage pension scolarité
    crèche
    """
    ),
    pay_verbs=words("paie paye payons règle verse"),
    deadline_words=words("avant toujours"),
    ride_goods=words("billet billets ticket tickets wifi siège bagage bagages valise supplément réservation"),
    measured=phrases(
        """
    chauffage à, thermostat à, litre est à, prix par nuit, prix du litre, prix au litre, prix par personne, taux
    de change, taux horaire, salaire horaire, tarif horaire, points, relevé compteur, plaque, numéro de
    commande, numéro de suivi,
    relevé compteur, index compteur, compteur edf, compteur eau,
        poids, température, tension, kilométrage, taille, glycémie, pouls, fréquence cardiaque, pas, humidité,
        altitude, score
    """
    ),
    they=words("tu t'as vous il elle ils elles"),
    only_words=words("maintenant actuellement que plus encore seulement juste"),
    treat_verbs=words("invité invitée invités"),
    former_openers=words("de"),
    former_closers=words("à"),
    almost_words=words("presque quasi quasiment"),
    seen_words=words("vu vus vue vues repéré"),
    at_most=phrases("au plus, maximum, max, maxi, pas plus de, au max"),
    accounts=words("compte portefeuille poche"),
    cost_verbs=words("coûté"),
    parts_of_month=words("début mi fin milieu"),
    builtin=BUILTIN,
    starters=STARTERS,
)
