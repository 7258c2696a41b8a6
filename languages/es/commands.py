"""How commands are said in Spanish. `languages.commands.CommandWords` tells what each table is."""

from types import MappingProxyType

from languages.commands import CommandWords
from languages.vocabulary import words

COMMANDS = CommandWords(
    names=MappingProxyType(
        {
            "week": "semana",
            "period": "periodo, período",
            "bills": "facturas, recibos",
            "recent": "recientes, últimos, últimas, movimientos",
            "undo": "deshacer, deshaz",
            "card": "tarjeta, ficha",
            "limits": "límites, límite, topes, tope, presupuesto, presupuestos, limita, limitar",
            "settings": "ajustes, ajuste, configuración",
            "help": "ayuda",
            "categories": "categorías, categoría",
            "chart": "gráfico, gráfica, imagen",
            "history": "cambios, historial",
            "digest": "resumen",
            "remind": "recordatorio, recordar, recuérdame, recuerda, recuérdamelo, avísame",
            "payday": "nómina, cobro, quincena",
            "bill": "factura, recibo",
            "afford": "permitirme, alcanza",
            "audit": "auditar, comprobar, revisión",
            "rules": "reglas, regla",
            "share": "compartir, comparte, compartirlo, compártelo",
            "links": "enlaces, enlace",
            "door": "puerta, acceso",
            "doors": "puertas, accesos",
            "export": "exportar, exporta",
            "import": "importar, importa",
            "imports": "importaciones",
            "forget": "olvidar, olvida",
            "invite": "invitar, invitación, invito, invita",
            "members": "miembros, miembro",
            "add": "añadir, agregar, añade",
            "spent": "gastado, gasté, gasto",
            "paid": "sueldo, pagado",
            "refund": "devolución, reembolso",
        }
    ),
    messages=MappingProxyType(
        {
            "forget": """borra todo, borrar todo, borra todos los datos, borra mis datos, borrar mis datos, elimina
            todo, eliminar todo, elimina mis datos, eliminar mis datos, empezar de cero, empieza de cero, empezar de
            nuevo, empezar desde cero, reiniciar, reinicia todo, reiniciar todo""",
            "week": """esta semana, cuánto esta semana, cuánto queda esta semana, cuánto me queda esta semana,
            gastos de esta semana, gastos esta semana, cuánto he gastado esta semana, cuánto gasté esta semana,
            cuánto llevo esta semana, cuánto queda, cuánto me queda, cuánto nos queda, qué queda, qué me queda,
            cuánto tengo, cuánto dinero tengo, cuánto dinero me queda, cuánto dinero queda, cuánto puedo gastar,
            cuánto podemos gastar, lo que queda, cuánto llevo gastado, cuánto llevo gastado esta semana, cuánto
            llevamos esta semana, cuánto llevamos gastado, cuánto hemos gastado esta semana, cómo voy, cómo vamos,
            voy bien, qué tal voy, me he pasado, me pasé, nos hemos pasado, estadísticas, total, en qué se fue mi
            dinero, en qué se me fue el dinero, en qué se fue el dinero, en qué se va mi dinero, en qué se me va el
            dinero, adónde se fue mi dinero, a dónde se fue mi dinero, dónde se fue mi dinero, a dónde fue mi
            dinero, dónde está mi dinero""",
            "week last": """semana pasada, última semana, semana anterior, cuánto gasté la semana pasada, cuánto he
            gastado la semana pasada, gastos semana pasada, gastos de la semana pasada""",
            "period": """queda, saldo, resto, cuándo cobro, cuándo es el día de pago, cuándo llega la nómina, cuándo
            llega el sueldo, cuándo cae la nómina, cuándo es el próximo pago, próxima nómina""",
            "period last": "periodo anterior, período anterior, último periodo, último período, periodo pasado",
            "undo": """deshaz lo último, deshacer lo último, deshaz eso, deshazlo, borra lo último, borra el último,
            anula lo último, cancela lo último, borra la última, elimina lo último, elimina el último, elimina la
            última, borra el último gasto, elimina el último gasto, cancelar, cancela, cancela eso, cancélalo, anula
            eso, olvida eso, bórralo, borra eso, elimínalo, elimina eso, quita eso""",
            "recent": """últimos gastos, últimas entradas, últimos apuntes, gastos recientes, en qué he gastado, en
            qué gasté, lista, listado, todos los gastos, qué compré, qué he comprado, qué hemos comprado, últimas
            compras, últimos movimientos, últimas transacciones, últimos pagos, más recientes, más recientes gastos""",
            "help": """ayúdame, cómo funciona, cómo funciona esto, qué puedes hacer, qué sabes hacer, comandos,
            menú, cómo borro algo, cómo borro un gasto, cómo elimino algo, cómo elimino un gasto, cómo borro un
            movimiento, cómo se borra un gasto, cómo se borra algo, cómo puedo borrar algo, cómo puedo borrar un
            gasto, cómo corrijo un gasto, cómo corrijo algo, cómo cambio un gasto, cómo edito un gasto, cómo cambio
            algo, cómo cambio el importe, qué haces, cómo se usa""",
            "bills": """qué hay que pagar, qué vence, próximas facturas, próximos recibos, facturas pendientes,
            recibos pendientes, pendientes, qué tengo que pagar, qué debo pagar, qué toca pagar, qué me toca pagar,
            qué falta por pagar, gastos fijos, mis gastos fijos""",
            "export": """exportar datos, exportar mis datos, exporta mis datos, exportar todo, descargar mis datos,
            descargar datos, exportar a excel, exportar a csv, exportar csv, exportar gastos, exportar mis gastos,
            exporta todo, exporta los datos, exporta mis gastos, exporta a excel, exporta a csv, descarga mis datos,
            mándame mis datos""",
            "share": """compartir presupuesto, compartir el presupuesto, enlace para compartir, compartir enlace,
            comparte el presupuesto, comparte presupuesto, comparte este presupuesto, comparte mi presupuesto,
            compartir este presupuesto""",
            "members": "quién está, quién está aquí, quién usa esto",
            "links": """borra el enlace, borra los enlaces, borrar enlace, borrar enlaces, revoca el enlace, deja de
            compartir, quién puede ver esto, quién puede ver este presupuesto, quién puede ver el presupuesto, quién
            ve esto, quién lo puede ver, quién puede verlo, quién tiene acceso""",
            "remind off": """desactiva los recordatorios, desactiva el recordatorio, quita los recordatorios, quita
            el recordatorio, no me recuerdes más, sin recordatorios, no más recordatorios, deja de recordarme, deja
            de recordármelo, no me lo recuerdes más, no me recuerdes, ya no me recuerdes, para los recordatorios,
            cancela el recordatorio, cancela los recordatorios, apaga el recordatorio, apaga los recordatorios,
            elimina el recordatorio, elimina los recordatorios, basta de recordatorios""",
            "digest off": "desactiva el resumen, quita el resumen, no más resúmenes",
        }
    ),
    words=MappingProxyType(
        {
            "last": """pasada, pasado, última, último, anterior, semana pasada, la semana pasada, última semana,
            periodo anterior, período anterior""",
            "all": "todo, todos, todas",
            "off": """no, apagar, apagado, apagada, desactivar, desactivado, quitar, nunca, ninguno, ninguna, parar,
            basta""",
            "switched off": "quitar, apagar, desactivar",
            "none": "ninguno, ninguna, ningún, sin, sin límite, sin tope, ilimitado",
            "auto": "automático, automática, auto",
            "bars": "barras, sin importes, sin cantidades",
            "ahead": "por adelantado, adelantado, apartar, por anticipado",
            "outside": "fuera de los límites semanales, fuera de los límites, fuera, sin categoría",
            "skip": "saltar, salta, omitir, omite, esta vez no",
            "add": "añadir, añade, agregar, agrega, nueva, nuevo, crear",
            "rename": """renombrar, renombra, cambiar nombre, cambia el nombre de, cambiar el nombre de, cámbiale el
            nombre a""",
            "remove": "quitar, quita, eliminar, elimina, borrar, borra",
            "to": "a, como, por",
            "carry": "acumular, arrastrar, acumula, arrastra, traspasar",
            "carry up": "acumular lo que sobra, arrastrar lo que sobra, acumular sobrante, arrastrar sobrante",
            "carry down": "acumular lo que falta, arrastrar lo que falta, arrastrar exceso, acumular exceso",
            "carry off": "no acumular, no arrastrar, sin acumular, sin arrastrar",
            "fresh": "de cero, desde cero, empezar de cero, de nuevo",
            "next week": """semana que viene, la semana que viene, próxima semana, la próxima semana, desde la
            semana que viene, desde la próxima semana, a partir de la semana que viene, a partir de la próxima
            semana""",
            "set": """pon, poner, ponme, ponga, fija, fijar, cambia, cambiar, haz, el, la, los, las, un, una, mi,
            nuestro, nuevo, a, en, de, del, para, por, al, cada, semana, semanal, es, sea, favor, ahora, mándame,
            envíame""",
            "set limit": """pon, poner, ponme, ponga, fija, fijar, cambia, cambiar, sube, subir, baja,
            bajar, aumenta, aumentar, reduce, reducir, limita, limitar""",
            "correct": "corrige, corregir, corrija, edita, editar, modifica, modificar, rectifica",
            "at most": "como máximo, como mucho, máximo, máx, max, no más de, un máximo de",
            "totals": "totales, solo totales",
            "week": """inicio de semana, inicio de la semana, primer día, la semana empieza el, la semana empieza en,
            semana empieza el, semana""",
            "zone": "zona horaria, huso horario, hora, zona",
            "numbers": "números, formato",
            "currency": "moneda, divisa, la moneda",
            "language": "idioma, lengua, el idioma",
            "name": "nombre",
            "at": "a, a las, a la, las, sobre, sobre las",
            "o'clock": "h, hrs, horas, de, la, por",
            "am": "mañana",
            "pm": "tarde, noche, noches, tardes",
            "paid": """pagado, pagada, está pagado, está pagada, ya pagado, pagué, he pagado, hemos pagado, ya pagué,
            ya está pagado, ya está pagada, pagados""",
            "get paid": """cobro, cobramos, me pagan, nos pagan, mi día de pago es, el día de pago es, día de pago,
            mi sueldo llega, mi nómina llega, la nómina llega, me ingresan, me ingresan la nómina, me pagan el
            sueldo, recibo mi sueldo""",
            "quit": "salir, cerrar, fin",
            "edit": "editar, corregir",
        }
    ),
    languages="""inglés, alemán, español, francés, italiano, neerlandés, polaco, portugués, ruso, ucraniano,
    japonés, turco, indonesio, árabe""",
    fillers=words("""aún todavía ya por favor porfa ahora la el los las mis mi muéstrame muestra ver enséñame dime enseña
    enséñanos muéstranos mostrar mira quiero nuestros nuestras me"""),
)
