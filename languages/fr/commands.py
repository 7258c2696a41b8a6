"""How commands are said in French. `languages.commands.CommandWords` tells what each table is."""

from types import MappingProxyType

from languages.commands import CommandWords
from languages.vocabulary import words

COMMANDS = CommandWords(
    names=MappingProxyType(
        {
            "week": "semaine",
            "period": "période",
            "bills": "factures, échéances",
            "recent": "récents, récentes, dernières, derniers, opérations",
            "undo": "annuler, annule",
            "card": "carte, fiche",
            "limits": "limites, limite, plafonds, plafond, budget, budgets, limiter",
            "settings": "réglages, paramètres, réglage",
            "help": "aide",
            "categories": "catégories, catégorie",
            "chart": "graphique, image",
            "history": "modifications, changements, historique",
            "digest": "bilan, résumé",
            "remind": "rappel, rappelle, rappelle-moi, rappelez-moi",
            "payday": "paie, paye, salaire",
            "bill": "facture, échéance",
            "afford": "permettre, abordable",
            "audit": "vérifier, vérification, contrôle",
            "rules": "règles, règle",
            "share": "partager, partage, partages",
            "links": "liens, lien",
            "door": "porte, accès",
            "doors": "portes",
            "export": "exporter",
            "import": "importer, importation",
            "imports": "importations",
            "forget": "oublier, oublie",
            "invite": "inviter, invitation, j'invite, invite",
            "members": "membres, membre",
            "add": "ajouter, ajoute",
            "spent": "dépensé, dépense",
            "paid": "touché",
            "refund": "remboursement",
        }
    ),
    messages=MappingProxyType(
        {
            "forget": """efface tout, tout effacer, supprime tout, tout supprimer, supprime mes données, supprimer
            mes données, efface mes données, effacer mes données, recommencer à zéro, repartir à zéro, recommencer de
            zéro, tout recommencer, réinitialiser, tout réinitialiser, réinitialise tout""",
            "week": """cette semaine, semaine en cours, combien cette semaine, il reste combien cette semaine,
            combien il reste cette semaine, combien reste-t-il cette semaine, dépenses de la semaine, dépenses cette
            semaine, combien j'ai dépensé cette semaine, j'ai dépensé combien cette semaine, combien il reste,
            combien reste-t-il, combien me reste-t-il, il reste combien, il me reste combien, combien il me reste,
            reste combien, combien reste, que reste-t-il, qu'est-ce qu'il reste, qu'est-ce qui reste, combien j'ai,
            j'ai combien, combien puis-je dépenser, combien je peux dépenser, je peux dépenser combien, combien
            ai-je, combien j'ai claqué cette semaine, j'ai claqué combien cette semaine, combien on a dépensé cette
            semaine, on a dépensé combien cette semaine, il nous reste combien, où j'en suis, où en suis-je, j'en
            suis où, on en est où, où en est-on, je suis dans le budget, est-ce que j'ai dépassé, j'ai dépassé,
            stats, statistiques, total, où est passé mon argent, où est passé l'argent, où est parti mon argent, où
            va mon argent, où passe mon argent, mon argent est passé où, mon argent est parti où, il est passé où
            mon argent""",
            "week last": """semaine dernière, semaine passée, dernière semaine, semaine précédente, dépenses semaine
            dernière, combien j'ai dépensé la semaine dernière, j'ai dépensé combien la semaine dernière""",
            "period": """reste, solde, quand est la paie, quand est ma paie, quand tombe la paie, quand tombe le
            salaire, quand tombe mon salaire, quand arrive mon salaire, c'est quand la paie, c'est quand la paye,
            prochaine paie, quand est-ce que je suis payé""",
            "period last": "période précédente, dernière période, période d'avant",
            "undo": """annule ça, annuler ça, annule la dernière, annule le dernier, annuler la dernière, annuler le
            dernier, retour en arrière, défaire, supprime la dernière, supprime le dernier, efface la dernière,
            efface le dernier, supprime ça, efface ça, oublie ça, supprime-le, efface-le, enlève ça, annule-le""",
            "recent": """dernières dépenses, dernières entrées, dernières écritures, qu'est-ce que j'ai dépensé,
            liste, la liste, toutes les dépenses, qu'est-ce que j'ai acheté, j'ai acheté quoi, derniers achats,
            dernières transactions, derniers paiements, dernières opérations, plus récents, plus récentes, plus
            récentes dépenses""",
            "help": """aide-moi, à l'aide, comment ça marche, que sais-tu faire, qu'est-ce que tu sais faire,
            commandes, menu, comment je supprime quelque chose, comment supprimer quelque chose, comment supprimer
            une dépense, comment supprimer une opération, comment je supprime une dépense, comment on supprime une
            dépense, comment effacer une dépense, comment effacer quelque chose, comment corriger une dépense,
            comment je corrige une dépense, comment modifier une dépense, comment je modifie une dépense, comment
            modifier quelque chose, comment je modifie quelque chose, comment changer le montant, que peux-tu faire,
            qu'est-ce que tu peux faire, comment faire""",
            "bills": """prochaines factures, factures à venir, qu'est-ce qui est à payer, quoi payer, à payer,
            qu'est-ce que je dois payer, que dois-je payer, je dois payer quoi, qu'est-ce qui arrive à échéance,
            qu'est-ce qu'il faut payer, quelles factures à payer, qu'est-ce que j'ai à payer, j'ai quoi à payer""",
            "export": """exporter mes données, exporter les données, exporter données, exporte mes données, tout
            exporter, télécharger mes données, télécharger les données, exporter en csv, exporter vers excel,
            exporter en excel, exporter mes dépenses, exporte tout, exporte les données, exporte mes dépenses,
            exporte en csv, exporte vers excel, envoie-moi mes données""",
            "share": """partager le budget, partager mon budget, partager ce budget, lien de partage, lien à
            partager, partager le lien, partage le budget, partage mon budget, partage ce budget""",
            "members": "qui est là, qui est dans le budget, qui utilise ce budget",
            "links": """supprime le lien, supprime les liens, supprimer le lien, supprimer les liens, arrête de
            partager, qui peut voir ça, qui peut voir ce budget, qui peut voir le budget, qui peut voir mon budget,
            qui voit ça, qui peut voir, qui voit ce budget, qui a accès""",
            "remind off": """désactive les rappels, désactive le rappel, arrête les rappels, arrête le rappel, plus
            de rappels, plus de rappel, ne me rappelle plus, arrête de me rappeler, arrête de me le rappeler, ne me
            le rappelle plus, ne me rappelle plus rien, stop rappels, stop les rappels, annule le rappel, annule les
            rappels, supprime le rappel, supprime les rappels, coupe les rappels, arrêter les rappels""",
            "digest off": "désactive le résumé, arrête le résumé, plus de résumé",
        }
    ),
    words=MappingProxyType(
        {
            "last": """dernière, dernier, passée, précédente, précédent, semaine dernière, la semaine dernière,
            semaine passée, période précédente, dernière période""",
            "all": "tout, toutes, tous",
            "off": "arrêt, arrêter, désactiver, désactivé, non, aucun, aucune, jamais, stop",
            "switched off": "arrêt, arrêter, désactiver, désactivé",
            "none": "aucune, aucun, sans, sans limite, pas de limite, aucune limite, illimité, illimitée",
            "auto": "automatique, auto",
            "bars": "barres, sans montants",
            "ahead": "d'avance, à l'avance, avance, en provision",
            "outside": "hors limites hebdomadaires, hors des limites, hors limites, hors limite, sans catégorie",
            "skip": "sauter, saute, passer, ignorer, pas cette fois",
            "add": "ajouter, ajoute, nouvelle, nouveau",
            "rename": "renommer, renomme, change le nom de, changer le nom de",
            "remove": "supprimer, supprime, enlever, enlève, retirer, retire",
            "to": "en, à, par, vers, pour, sur",
            "carry": "reporter, report, reporte",
            "carry up": "reporter le reste, report du reste, reporter le surplus",
            "carry down": "reporter le dépassement, report du dépassement, reporter le manque",
            "carry off": "ne pas reporter, sans report, pas de report, report non, plus de report",
            "fresh": "à neuf, repartir à zéro, remise à zéro, à zéro",
            "next week": """semaine prochaine, la semaine prochaine, à partir de la semaine prochaine, dès la semaine
            prochaine""",
            "set": """mets, mettre, mettez, fixe, fixer, change, changer, passe, la, le, les, un, une, mon, ma, mes,
            notre, nouvelle, nouveau, à, pour, de, des, du, sur, par, chaque, semaine, hebdo, hebdomadaire, est,
            maintenant, stp, envoie, envoie-moi""",
            "set limit": """mets, mettre, fixe, fixer, change, changer, passe, passer, augmente, augmenter,
            baisse, baisser, monte, réduis, réduire, limite, limiter""",
            "correct": "corrige, corriger, corrigez, modifie, modifier, rectifie, rectifier",
            "at most": "au maximum, au max, au plus, maximum, max, pas plus de, maxi, un maximum de",
            "totals": "totaux, totaux seuls, sommes",
            "week": """début de semaine, début de la semaine, premier jour, la semaine commence le, semaine commence
            le, semaine""",
            "zone": "fuseau horaire, fuseau, heure, zone",
            "numbers": "nombres, chiffres, format",
            "currency": "devise, monnaie",
            "language": "langue",
            "name": "nom",
            "at": "à, vers",
            "o'clock": "h, heures, heure, du, de",
            "am": "matin",
            "pm": "soir, l'après-midi, après-midi, soirs",
            "paid": """payé, payée, est payé, est payée, réglé, réglée, est réglé, est réglée, a été payé, a été
            payée, ai payé, j'ai payé, j'ai réglé""",
            "get paid": """je suis payé, je suis payée, on est payés, mon salaire arrive, mon salaire tombe, le
            salaire tombe, la paie tombe, ma paie tombe, je touche mon salaire, jour de paie, le jour de paie est,
            je touche, je reçois, je reçois mon salaire, je touche ma paie, ma paie arrive, mon salaire est versé""",
            "quit": "quitter, fermer, fin",
            "edit": "modifier, corriger",
        }
    ),
    languages="""anglais, allemand, espagnol, français, italien, néerlandais, polonais, portugais, russe,
    ukrainien, japonais, turc, indonésien, arabe""",
    fillers=words("""encore déjà stp svp s'il te vous plaît plait donc maintenant la le les mes mon ma moi me montre affiche
    d'argent comme montre-moi montrez affiche-moi voir nos"""),
)
