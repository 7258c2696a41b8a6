"""How commands are said in Italian. `languages.commands.CommandWords` tells what each table is."""

from types import MappingProxyType

from languages.commands import CommandWords
from languages.vocabulary import words

COMMANDS = CommandWords(
    names=MappingProxyType(
        {
            "week": "settimana",
            "period": "periodo",
            "bills": "bollette, scadenze",
            "recent": "recenti, ultime, ultimi, movimenti",
            "undo": "annulla, annullare",
            "card": "scheda, cartellino",
            "limits": "limiti, limite, tetti, tetto, budget, limita, limitare",
            "settings": "impostazioni, impostazione",
            "help": "aiuto",
            "categories": "categorie, categoria",
            "chart": "grafico, immagine",
            "history": "modifiche, cronologia",
            "digest": "riepilogo, resoconto",
            "remind": "promemoria, ricorda, ricordami, ricordamelo, avvisami",
            "payday": "stipendio, paga",
            "bill": "bolletta, scadenza",
            "afford": "permettermi",
            "audit": "verifica, verificare, controllo",
            "rules": "regole, regola",
            "share": "condividi, condividere, condividerlo, condividilo",
            "links": "link, collegamenti",
            "door": "porta, accesso",
            "doors": "porte, accessi",
            "export": "esporta, esportare",
            "import": "importa, importare",
            "imports": "importazioni",
            "forget": "dimentica, dimenticare",
            "invite": "invita, invitare, invito",
            "members": "membri, membro",
            "add": "aggiungi, aggiungere",
            "spent": "speso, spesa",
            "paid": "pagato",
            "refund": "rimborso",
        }
    ),
    messages=MappingProxyType(
        {
            "forget": """cancella tutto, elimina tutto, cancella i miei dati, elimina i miei dati, cancella tutti i
            dati, elimina tutti i dati, ricomincia da capo, ricominciare da capo, ricomincia da zero, ricominciare da
            zero, azzera tutto, resetta tutto""",
            "week": """questa settimana, quanto questa settimana, quanto resta questa settimana, quanto mi resta questa
            settimana, quanto rimane questa settimana, spese di questa settimana, spese questa settimana, quanto ho
            speso questa settimana, quanto abbiamo speso questa settimana, quanto resta, quanto rimane, quanto mi
            resta, quanto mi rimane, quanto ci resta, quanto ci rimane, cosa resta, cosa mi resta, che cosa resta,
            quanto ho, quanto abbiamo, quanti soldi ho, quanti soldi restano, quanti soldi mi restano, quanto posso
            spendere, quanto possiamo spendere, come vado, come sto andando, come andiamo, come sono messo, come
            sono messa, ho sforato, ho sforato il budget, sono nel budget, statistiche, totale, dove sono finiti i
            miei soldi, dove sono finiti i soldi, dove finiscono i miei soldi, dove vanno i miei soldi, dove sono
            andati i miei soldi, dove è finito il mio denaro, che fine hanno fatto i miei soldi, dove sono i miei
            soldi""",
            "week last": """settimana scorsa, scorsa settimana, ultima settimana, settimana passata, settimana
            precedente, quanto ho speso la settimana scorsa, quanto ho speso la scorsa settimana, spese della
            settimana scorsa""",
            "period": """resta, rimane, saldo, resto, quando arriva lo stipendio, quando prendo lo stipendio, quando mi
            arriva lo stipendio, quando è il giorno di paga, prossimo stipendio""",
            "period last": "periodo scorso, periodo precedente, ultimo periodo",
            "undo": """annulla ultimo, annulla l'ultimo, annulla l'ultima, annullalo, annulla quello, togli
            l'ultimo, torna indietro, cancella l'ultimo, cancella l'ultima, elimina l'ultimo, elimina l'ultima,
            cancella l'ultima spesa, elimina l'ultima spesa, cancellalo, cancella quello, eliminalo, toglilo""",
            "recent": """ultime spese, ultime voci, spese recenti, cosa ho speso, in cosa ho speso, lista, elenco,
            tutte le spese, cosa ho comprato, che cosa ho comprato, ultimi acquisti, ultime transazioni, ultimi
            movimenti, ultimi pagamenti, più recenti, spese più recenti""",
            "help": """aiutami, come funziona, come si usa, cosa sai fare, cosa puoi fare, comandi, menu, menù, come
            faccio a cancellare qualcosa, come cancello qualcosa, come cancello una spesa, come elimino una spesa,
            come elimino qualcosa, come si cancella una spesa, come si cancella qualcosa, come posso cancellare
            qualcosa, come faccio a cancellare una spesa, come correggo una spesa, come modifico una spesa, come si
            modifica una spesa, come modifico qualcosa, come faccio a modificare una spesa, come cambio importo, che
            cosa sai fare""",
            "bills": """cosa scade, cosa c'è da pagare, cosa devo pagare, prossime bollette, prossime scadenze, da
            pagare, che cosa devo pagare, cosa dobbiamo pagare, che scadenze ho, cosa è in scadenza, spese
            fisse, le spese fisse""",
            "export": """esporta dati, esporta i dati, esporta i miei dati, esportare i dati, esporta tutto, scarica
            i dati, scarica i miei dati, esporta in excel, esporta in csv, esporta csv, esporta spese, esporta le
            spese, esporta le mie spese, mandami i miei dati""",
            "share": """condividi budget, condividi il budget, condividere il budget, link da condividere, condividi
            link, condividi il link, condividi questo budget, condividi il mio budget""",
            "members": "chi c'è, chi è dentro, chi usa questo budget",
            "links": """elimina il link, elimina i link, cancella il link, cancella i link, smetti di condividere,
            chi può vedere questo, chi può vederlo, chi può vedere il budget, chi può vedere questo budget, chi lo
            vede, chi lo può vedere, chi vede questo, chi ha accesso""",
            "remind off": """disattiva i promemoria, disattiva il promemoria, togli i promemoria, togli il
            promemoria, niente promemoria, non ricordarmelo più, smetti di ricordarmelo, smetti di ricordarmi,
            smettila di ricordarmelo, non ricordarmi più, non ricordarmelo, basta promemoria, annulla il promemoria,
            annulla i promemoria, elimina il promemoria, elimina i promemoria, spegni i promemoria, spegni il
            promemoria""",
            "digest off": "disattiva il riepilogo, togli il riepilogo, niente riepilogo",
        }
    ),
    words=MappingProxyType(
        {
            "last": """scorsa, scorso, ultima, ultimo, precedente, passata, settimana scorsa, la settimana scorsa,
            scorsa settimana, periodo scorso, periodo precedente""",
            "all": "tutto, tutti, tutte",
            "off": """no, spento, spenta, spegni, disattiva, disattivare, mai, basta, nessuno, nessuna, stop""",
            "switched off": "disattiva, disattivare, spegni, spento",
            "none": "nessuno, nessuna, nessun limite, senza, senza limite, illimitato",
            "auto": "automatico, automatica, auto",
            "bars": "barre, senza importi",
            "ahead": "in anticipo, anticipo, accantonare, accantona",
            "outside": "fuori dai limiti settimanali, fuori dai limiti, fuori, senza categoria",
            "skip": "salta, saltare, ometti, questa volta no",
            "add": "aggiungi, aggiungere, nuova, nuovo, crea",
            "rename": "rinomina, rinominare, cambia il nome di, cambia nome a, cambiare il nome di",
            "remove": "rimuovi, rimuovere, elimina, eliminare, togli, togliere, cancella",
            "to": "in, a, come",
            "carry": "riporta, riportare, riporto",
            "carry up": "riporta il resto, riporta avanzo, riporta l'avanzo, riportare l'avanzo",
            "carry down": "riporta il debito, riporta lo sforamento, riportare lo sforamento, riporta eccesso",
            "carry off": "non riportare, senza riporto, niente riporto, riporto no",
            "fresh": "da capo, da zero, azzera, ricomincia",
            "next week": """settimana prossima, la settimana prossima, prossima settimana, la prossima settimana, dalla
            settimana prossima, dalla prossima settimana""",
            "set": """metti, mettere, imposta, impostare, cambia, fissa, fissare, porta, il, lo, la, i, le, un, mio,
            nostro, nuovo, a, di, del, dello, della, delle, per, su, in, alla, ogni, settimana, settimanale, è, ora,
            cambiare, mandami, inviami, una, uno""",
            "set limit": """metti, mettere, modifica, imposta, impostare, cambia, cambiare, fissa, fissare, porta,
            portare, alza, alzare, abbassa, abbassare, aumenta, aumentare, riduci, ridurre, limita,
            limitare""",
            "correct": "correggi, correggere, modificare, rettifica",
            "at most": "al massimo, massimo, max, non più di, un massimo di",
            "totals": "totali, solo totali, somme",
            "week": """inizio settimana, inizio della settimana, primo giorno, la settimana inizia, settimana inizia,
            la settimana comincia, settimana comincia, settimana""",
            "zone": "fuso orario, fuso, ora, zona",
            "numbers": "numeri, formato",
            "currency": "valuta, moneta",
            "language": "lingua",
            "name": "nome",
            "at": "alle, alla, ore, verso, verso le, le",
            "o'clock": "h, ore, di, del, della",
            "am": "mattina, mattino",
            "pm": "sera, pomeriggio",
            "paid": """pagato, pagata, è pagato, è pagata, è stato pagato, è stata pagata, già pagato, già pagata, ho
            pagato, abbiamo pagato, pagati, pagate""",
            "get paid": """vengo pagato, vengo pagata, mi pagano, ci pagano, il mio stipendio arriva, lo stipendio
            arriva, prendo lo stipendio, giorno di paga, il giorno di paga è, prendo, ricevo, ricevo lo stipendio,
            mi arriva lo stipendio""",
            "quit": "esci, uscire, chiudi, fine",
            "edit": "modifica, correggi",
        }
    ),
    languages="""inglese, tedesco, spagnolo, francese, italiano, olandese, polacco, portoghese, russo, ucraino,
    giapponese, turco, indonesiano, arabo""",
    fillers=words("""ancora già per favore ora adesso la il le i gli mie miei mia mio mostra mostrami fammi vedere dimmi
    nostre nostri mi"""),
)
