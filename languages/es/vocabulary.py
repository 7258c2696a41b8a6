"""Spanish, as the grammar reads it. `languages.vocabulary.Vocabulary` tells what each table decides."""

from dataclasses import replace
from types import MappingProxyType

from languages.es.builtin import BUILTIN, STARTERS
from languages.vocabulary import EMPTY, inflected, numbered, phrases, with_parts, with_slips, words

_PAY = "nómina sueldo salario paga pensión"
_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
_GIVEN = "dado pagado enviado pasado mandado ingresado prestado transferido regalado hecho abonado"
_GAVE = """
    dio pagó envió pasó mandó ingresó prestó transfirió regaló dieron pagaron enviaron
    pasaron mandaron ingresaron prestaron regalaron abonaron
"""
_GAVE_BACK = "devolvió devolvieron regresó regresaron reembolsó reembolsaron reintegró reintegraron"
_BACK = "".join(f",{me} {verb}" for me in ("me", "nos") for verb in _GAVE_BACK.split())
_TO_US = "".join(
    [f",{me} {has} {verb}" for me in ("me", "nos") for has in ("ha", "han") for verb in _GIVEN.split()]
    + [f",{me} {verb}" for me in ("me", "nos") for verb in _GAVE.split()]
)
_BY = "".join(
    f",{sent}{end} por" for sent in "transferid enviad mandad prestad regalad".split() for end in "o a os as".split()
)

VOCABULARY = replace(
    EMPTY,
    language="es",
    own=words(
        "bp mi no me a sin son once ten as come he sat mon sun fin plan cal par or to at in on am are is us so go but"
    ),
    weekdays=with_slips(
        numbered("lunes martes miércoles jueves viernes sábado domingo"),
        but="mates mares marte domino dominó lune lines sanado",
        shortest=5,
    ),
    sure_shorts=words("lun mié mier jue vie sáb"),
    weekday_shorts=numbered("lun mar|mart mié|mier|mierc jue|juev vie|viern sáb|sabad dom|doming"),
    doubtful_days=words("mar"),
    months=numbered(
        """
    enero|ene febrero|feb marzo abril|abr mayo junio|jun julio|jul agosto|ago septiembre|setiembre|sept|sep
    octubre|oct noviembre|nov diciembre|dic
    """,
        1,
    ),
    relative_days=MappingProxyType(
        {
            **dict.fromkeys(phrases("hace media hora, hace un rato"), 0),
            **dict.fromkeys(phrases("pasado mañana"), 2),
            **dict.fromkeys(phrases("hoy,esta mañana,esta tarde,esta noche,este mediodía,hace un rato,ahora mismo"), 0),
            **with_parts({"ayer": -1, "anteayer": -2, "anoche": -1}, "noche tarde", "aye aer ater", 4),
            **dict.fromkeys(phrases("anoche,el día anterior"), -1),
            **dict.fromkeys(phrases("antier,antes de ayer,antes ayer,anteanoche,antenoche,antesdeayer,antes ayer"), -2),
        }
    ),
    parts_of_day=words("mañana mediodía tarde noche madrugada"),
    part_openers=words("por la a al de en el del"),
    future_days=words("mañana"),
    next_words=words("prox próx próximo próxima"),
    next_after=phrases(
        "en una semana, en dos semanas, prox, próx, q viene, k viene, próximo,próxima,que viene,siguiente"
    ),
    earlier_after=phrases("antepasado, antepasada, anterior al pasado"),
    earlier_words=words("penúltimo penúltima antepasado antepasada"),
    last_words=words("pasado pasada último última"),
    last_after=words("pasado pasada anterior"),
    unclear_periods=words("sem semana mes año finde"),
    ago_words=words("atrás"),
    ago_openers=phrases("hace"),
    unclear_phrases=phrases(
        """
    fin de semana pasado, el fin de semana pasado, el finde, el fin de semana, este fin de semana,
    hace unos días, hace algunos días, hace varios días, hace unas semanas, el otro día, hace poco, hace tiempo,
    recientemente
    """
    ),
    ago_minutes=MappingProxyType(
        {**dict.fromkeys("hora horas h".split(), 60), **dict.fromkeys("minuto minutos min".split(), 1)}
    ),
    ago_units=MappingProxyType({"día": 1, "días": 1, "dia": 1, "dias": 1, "semana": 7, "semanas": 7}),
    in_openers=phrases("en,dentro de"),
    small_numbers=numbered("un|una|uno dos tres cuatro cinco seis siete ocho nueve diez", 1),
    day_openers=words("el del este fecha"),
    number_openers=phrases("el,del,el día,del día,día"),
    articles=words("el la los las"),
    ordinal_names=words("trimestre cumpleaños piso planta aniversario plaza"),
    range_words=words("a al hasta"),
    of_words=words("de del sobre"),
    weekday_names=phrases("black friday,viernes santo,viernes negro,domingo de,miércoles ceniza,martes 13"),
    due_words=words("vence vencimiento"),
    through_words=words("hasta"),
    units=words(
        """
    reuniones citas
    libra libras
    viajes clases sesiones pulgadas pulgada vatios trayectos
    km m metros cm mm kg kilo kilos g gr gramo gramos litro litros l cl ml hora horas h min minuto minutos seg
    segundos días dias semana semanas mes meses año años noche noches persona personas pers adulto adultos niño
    niños niñas amigo amigos amigas colegas invitados compañeros comensales estrellas grados páginas puntos
    paquete paquetes botella botellas lata latas bolsa bolsas caja cajas docena docenas rebanadas ración raciones
    pares unidades unidad uds ud gb mb kwh pasos calorías veces vueltas cartones jugadores alumnos m2 m3 lonchas
    tarros tarro sobres
    """
    ),
    count_nouns=words("gente"),
    plurals=(("", "s"), ("", "es"), ("z", "ces")),
    count_endings=("s",),
    pack_words=words("pack paquete caja cartón bandeja bolsa docena paquetes cajas"),
    secrets=words("contraseña clave código pin"),
    labels=words(
        """
    canal factura recibo línea andén vía habitación sala mesa puerta piso planta apto apartamento número num nro
    núm vuelo tren bus cp n nº
    autobús tranvía metro ticket tarjeta referencia ref calle avenida avda c/ capítulo temporada página expediente
    terminal zona plaza
    fila butaca asiento
    pin código
    """
    ),
    not_words=words("no"),
    ending_words=words("terminada terminado acabada"),
    sold_alone=words("tarjeta"),
    bought_labels=words("bus autobús tren metro vuelo tranvía ticket"),
    let_labels=words("habitación mesa apto apartamento butaca asiento factura"),
    seatings=words("mesa plaza plazas habitación"),
    bought_things=words("hotel hostal taxi comida bebida bebidas souvenirs cabify uber bolt"),
    size_words=words("talla número-pie"),
    clock_words=words("h hrs"),
    clock_openers=words("las"),
    percent_words=words("porciento"),
    per_words=words("mes semana año día noche hora persona pers cabeza barba"),
    installments=words("cuota plazo mensualidad"),
    fraction_words=words("precio pollo pan tarta barra sandía"),
    times_words=words("veces"),
    multipliers=MappingProxyType(
        {
            **dict.fromkeys("mil miles".split(), 3),
            **dict.fromkeys("millón millones".split(), 6),
        }
    ),
    scales=words("cien-mil luca lucas kilo-euros"),
    number_words=MappingProxyType(
        {
            **numbered(
                """
    dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
    diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho
    veintinueve treinta
    """,
                2,
            ),
            "cuarenta": 40,
            "cincuenta": 50,
            "sesenta": 60,
            "setenta": 70,
            "ochenta": 80,
            "noventa": 90,
            "cien": 100,
            "ciento": 100,
            "doscientos": 200,
            "trescientos": 300,
            "quinientos": 500,
            "mil": 1000,
        }
    ),
    about_words=words("unos unas aprox aproximadamente casi sobre alrededor ±"),
    with_words=words("con"),
    amount_words=words("devolución reembolso importe total pago factura recibo gasto precio compra transferencia"),
    for_words=words("para por"),
    price_openers=words("por"),
    at_words=words("a"),
    plus_words=words("más"),
    tip_words=words("propina propinas"),
    total_words=words("total suma subtotal"),
    and_words=words("y e"),
    each_words=words("cada c/u cu unidad"),
    each_not=words("mes semana día año noche vez persona"),
    part_names=MappingProxyType({"tercio": 3, "cuarto": 4}),
    half_words=words("mitad"),
    double_words=words("doble dobla duplica duplícalo"),
    from_now=phrases("ahora, desde ahora, a partir de ahora, de ahora en adelante"),
    rises=phrases("sube a, subió a, baja a, bajó a, pasa a"),
    spread_over=words("en entre durante"),
    spread_words=words("reparte repartir distribuye distribuir"),
    split_words=words(
        """
    dividí repartí compartí compartimos partimos dividido dividida repartido repartida dividimos dividir
    repartimos entre compartido
        """
    ),
    us_words=words("somos éramos fuimos nosotros"),
    way_words=words("personas amigos partes pers"),
    talk_verbs=words(
        """
    tengo tienes tiene tenemos tienen hay somos es eres son estoy están estamos soy quedamos quedo necesito
    necesitas necesita necesitamos quiero quieres quiere queremos voy vas vamos van debo debes debe debemos deben
    debería deberíamos llego llega llegamos llegan vemos falta faltan queda quedan cita reunión reuniones quedada
    no nunca estaba seremos será serán hará toca
    llevo
    quería querías queríamos
    """
    ),
    participles=words("gastado comprado pagado cenado comido tomado pillado cogido"),
    was_words=words("era eran fue fueron"),
    question_words=words(
        """
    has habéis pagaste gastaste compraste qué quién quiénes cuánto cuánta cuántos cuántas cuándo dónde cómo cuál
    cuáles alguien
    """
    ),
    talk_places=words("las hasta antes después desde tras dentro"),
    amount_verbs=words("costó cuesta cuestan costaba costaron costado valió vale gasté gastado fueron salió sale"),
    plans=phrases(
        """
    merece la pena, vale la pena, compensa,
    recuérdame, recuérdanos, recordar, recuerda, acuérdate de, no olvides, no olvidar, no te olvides, puedo,
    podemos, podría, podríamos, puedes, podrías, me puedo, nos podemos, cuánto, cuánta, cuántos, qué pasa si, y si,
    debería, deberíamos, me queda, nos queda, me quedan, tengo que, tenemos que, hay que, me alcanza, nos alcanza,
    me da para, me llega para, he de, tengo suficiente, tenemos suficiente, alcanza para, llega para, da para
    """
    ),
    afford_openings=phrases("me puedo,nos podemos,puedo yo,puedo,podemos,me alcanza,nos alcanza"),
    afford_verbs=words("permitir permitirme permitirnos comprar comprarme gastar pagar pillar para"),
    balance_words=words("disponibles saldo disponible límite queda quedan restante"),
    money_asked=words("queda quedan quedó gastado gasté gastamos gasto presupuesto saldo resta restan"),
    asked_spans=MappingProxyType(
        {
            **dict.fromkeys(phrases("navidad,navidades,durante navidad,por navidad,las navidades"), "christmas"),
            **dict.fromkeys(phrases("semana santa,reyes,nochevieja,año nuevo"), "unclear"),
            **dict.fromkeys(phrases("este mes,del mes,al mes,el mes"), "month"),
            **dict.fromkeys(phrases("mes pasado,último mes,mes anterior"), "last month"),
            **dict.fromkeys(phrases("semana pasada,última semana,semana anterior"), "last week"),
            **dict.fromkeys(phrases("desde la nómina,desde la paga,periodo de pago"), "period"),
            **dict.fromkeys(phrases("esta semana,la semana,a la semana,por semana"), "week"),
            **dict.fromkeys(phrases("este año,el año,del año,lo que va de año"), "year"),
            **dict.fromkeys(phrases("año pasado,año anterior,último año"), "last year"),
            **dict.fromkeys(phrases("este finde,el finde,fin de semana"), "weekend"),
            **dict.fromkeys(phrases("finde pasado"), "last weekend"),
            **dict.fromkeys(
                phrases(
                    """
                    próxima semana, semana que viene, semana siguiente, semana antepasada, mes antepasado,
                    año antepasado, fin de semana pasado, pasado fin de
                    """
                ),
                "unclear",
            ),
        }
    ),
    how_much=phrases("cuánto,cuánta"),
    look_words=words("muéstrame muestra mostrar enséñame enseña ver dame mis"),
    spending_words=words("resumen informe gastos gasto gastado"),
    most_words=words("más"),
    list_words=words("lista listado todo algo"),
    largest_words=phrases(
        """
    gasto más grande, gasto mas grande, mayor gasto, mayores gastos, gastos más grandes, gasto más alto, gastos más
    altos, más caro, más cara, más caros, más caras, compra más grande, mayor compra, mayores compras
    """
    ),
    over_words=phrases(
        """
        más de, mas de, por encima de, mayores de, mayor de, superiores a, desde, pasa de, pasan de, supera, superan,
        superen
        """
    ),
    earned_words=words("gané gano ganado ganamos ganar cobré cobrado cobramos ingresos ingresé ingresado"),
    latest_words=words("último últimos última últimas pasados pasadas"),
    since_words=words("desde"),
    spent_on=words("en para"),
    group_verbs=words(
        """
    coge coged pilla viene vienen llega llegan pasa llevo traigo trae traen es eres somos son estoy están era
    llego llega llegamos llegan sale salgo salimos salen
    empieza empiezan acaba abre cierra juega juegan ganan gana ganamos pierde voy vas va vamos van tengo tiene
    tienes tenemos hace hay vemos quedamos dice aterriza despega viene vienen vengo pesa pesó
    """
    ),
    bill_words=words("pagado pagada pagué pago pagar recibo factura de"),
    paid=words("pagado pagada pago"),
    got_paid=phrases(""),
    income=phrases(
        """
    nómina, sueldo, salario, pensión, jubilación, cobré, he cobrado, cobrado, beca, mi sueldo, mi nómina, la
    nómina, el sueldo, mi salario, mi pensión, la pensión, día de pago, ingreso nómina, abono nómina,
    transferencia nómina, sueldo neto, quincena, la quincena, aguinaldo, hoy cobré, ya cobré
    """
        + "".join(f",{word} {month},{word} de {month}" for word in _PAY.split() for month in _MONTHS.split())
    ),
    back_words=words("devuelto vuelta"),
    me=words("me nos"),
    compounds=MappingProxyType({("por", "ciento"): "porciento", ("cada", "uno"): "c/u", ("cada", "una"): "c/u"}),
    self_words=words("yo he hemos ya me nos acabo"),
    not_income=words("suelo"),
    refunds=words("devolución devoluciones reembolso reembolsos"),
    debts=words("préstamo crédito deuda deudas hipoteca"),
    came_in=MappingProxyType(
        {
            **dict.fromkeys(phrases("retrocesión"), "refund"),
            **dict.fromkeys(phrases("préstamo concedido, préstamo recibido, préstamo ingresado"), "extra"),
            **dict.fromkeys(phrases("paypal de, revolut de"), "extra"),
            **dict.fromkeys(
                phrases("extra de navidad, extra navidad, extra de verano, extra verano, extra de julio"), "paycheck"
            ),
            **dict.fromkeys(phrases("anticipo"), "either"),
            **dict.fromkeys(phrases("facturé, facturamos, recaudé"), "extra"),
            **dict.fromkeys(
                phrases("""
    propinas del turno, propinas de turno, propinas turno, te ha enviado, te han enviado, te envió, te ha mandado,
    te ha transferido, te ha hecho
    """),
                "extra",
            ),
            **dict.fromkeys(phrases("trabajillo, trabajillos"), "either"),
            **dict.fromkeys(phrases("manutención, pensión alimenticia"), "either"),
            **dict.fromkeys(phrases("gano, ganamos, cobro, me pagan"), "extra"),
            **dict.fromkeys(
                phrases(
                    """
    horas extra, horas extras, subida de sueldo, aumento de sueldo, comisiones, dinero cumpleaños, dinero cumple,
    dinero de cumple,
    subvención, plus nocturnidad, plus transporte, derechos de autor, préstamo recibido, me concedieron,
    clases particulares dadas, ganancia, ganancias, apuesta ganada, apuestas ganadas, quiniela ganada, lotería ganada,
    venta coche, venta moto, venta muebles, alquiler cobrado, alquileres cobrados, baja médica
                    """
                ),
                "either",
            ),
            **dict.fromkeys(
                phrases(
                    "prima navidad, prima de navidad, plus de navidad, plus navidad, plus de productividad, gratificación"
                ),
                "paycheck",
            ),
            **dict.fromkeys(phrases("indemnización, compensación"), "extra"),
            **dict.fromkeys(phrases("vuelto, vueltas"), "extra"),
            **dict.fromkeys(phrases("devolver"), "refund"),
            **dict.fromkeys(
                phrases(
                    "recaudado, recaudados, recaudé, recaudamos, recogidos, "
                    "recogido para, recogí para, recogimos para, hemos recogido"
                ),
                "either",
            ),
            **dict.fromkeys(phrases("compra devuelta, compra anulada, compra reembolsada" + _BACK), "refund"),
            **dict.fromkeys(inflected("vendid ganad cobrad recibid ingresad", "o a os as"), "extra"),
            **dict.fromkeys(inflected("devuelt reembolsad reintegrad recuperad", "o a os as"), "refund"),
            **dict.fromkeys(
                phrases(
                    """
    depositaron, depósito de, depósito recibido, depositado, me depositaron, me dejó, me dejaron, me soltó, me soltaron,
    me adelantó, me adelantaron, recibí, recibido, recibida, recibimos,
    he recibido, ingreso, ingresos, ingresado, ingresaron, vendí, vendido,
    vendida, hemos vendido, venta, gané, ganado, ganamos, encontré, premio, regalo recibido, bizum de, bizum
    recibido, transferencia recibida, transferencia de, abono recibido, abono transferencia, paro, subsidio,
    prestación, ayuda alquiler, finiquito, extra recibida, bonus, bono empresa, intereses, dividendos, dividendo,
    herencia, cashback, cobré de, te debía, me debía, reembolso nómina, remesa, propinas recibidas, dinero de,
    dinero del, cobramos,
    cobrar, me tocó, me tocaron, cobradas, cobrada, ganada, ganadas, vendidos, vendidas
    """
                    + _TO_US
                    + _BY
                ),
                "extra",
            ),
            **dict.fromkeys(phrases("reembolsa, reembolsan, seguro cubre, seguro me cubre"), "refund"),
            **dict.fromkeys(
                phrases(
                    """
    reembolso gastos, reembolso de gastos, reembolso empresa, reembolsado, reembolsaron, devuelto, devuelta,
    reembolsó, reintegró, reintegraron,
    devolvieron, devolví, fianza devuelta, devueltos,
    reembolsados, reembolsadas,
    devueltas, me devuelve, me devuelven, nos devuelve, de vuelta
    """
                ),
                "refund",
            ),
            **dict.fromkeys(phrases("paga,paga extra,ingreso empresa,anticipo nómina,anticipo sueldo"), "paycheck"),
        }
    ),
    came_in_alone=phrases("abono"),
    got=words("recibí recibido cobrado"),
    from_words=words("ordenante remitente procedente"),
    debits=words("compra compré cargo recibo adeudo gasté gastado comprado factura domiciliación"),
    trip_words=words("taxi uber cabify tren bus autobús ave avión vuelo billete billetes ida metro viaje coche"),
    transfers=words(
        """
    ahorrados ahorradas ahorrada adelanté transferida transferido transferidos transferidas envié mandé enviamos mandamos
    deuda deudas transferencia cajero reintegro retirada retiré saqué traspaso transferí ahorro ahorros presté prestamos
    prestado prestados hucha ahorré ahorrado ahorramos apartado aparté deposité
    """
    ),
    wires=words("bizum"),
    owed_phrases=phrases("lo que debía, que le debía, que te debía"),
    transfer_phrases=phrases(
        """
        cambié a, cambié en, cambiado a, cambié dinero, cambio de moneda, en el fondo, al fondo, fondo indexado,
        fondos indexados, plan de pensiones, fondo de inversión, le dejé, le he dejado, préstamo del banco, cambio de
        divisas, cambié divisas, les dejé, les he dejado, a la hucha, saqué dinero, sacar dinero
        """
    ),
    linking_words=words("de del con al para"),
    little_words=words(
        """
    hola buenas
    un una unos unas el la los las lo de del al a ante con en por para sin sobre tras y o u e que se me te nos os
    le les mi mis tu tus su sus este esta estos estas ese esa mío yo él ella ya muy más
    """
    ),
    verbs_first=words(
        """
    olvidé olvidado olvidó
    apuntar anotar gasté gastado compré comprado pagué pagado pago pagamos gastamos compramos he hemos me tomé
    cené comí pedí pedido pillé cogí eché invité saqué llené olvidé puse tarjeta compra-tarjeta ayer he hecho
    cargo recibo factura tique ticket
    """
    ),
    tells=words("gasté gastado compré comprado gastamos compramos pagué pagamos gasto olvidé olvidó"),
    count_verbs=words(
        """
    bebí tomamos cenamos compra compre compren trae coge pilla compré comprado tomé pedí comí pillé cogí comprar pedir pedimos pido
    pedido compramos llevo llevamos cojo traigo traemos bebimos comimos
    """
    ),
    not_numbers=words("nan"),
    every_words=words("cada todos todas"),
    every_weekdays=MappingProxyType(
        {f"los {name}": n for n, name in enumerate("lunes martes miércoles jueves viernes sábados domingos".split())}
    ),
    twice_a_month=phrases("dos veces al mes, dos veces por mes, 2 veces al mes"),
    working_days=phrases("día laborable, día hábil"),
    once_words=words("una-vez puntual"),
    every_phrases=phrases("una vez al, una vez a la, una vez por, una vez cada"),
    recurring_days=MappingProxyType({"día": 1, "días": 1, "dia": 1, "dias": 1, "semana": 7, "semanas": 7}),
    recurring_months=MappingProxyType(
        {
            "mes": 1,
            "meses": 1,
            "trimestre": 3,
            "trimestres": 3,
            "año": 12,
            "años": 12,
            "ano": 12,
            "anos": 12,
            "semestre": 6,
            "semestres": 6,
        }
    ),
    every_second=MappingProxyType({"quincenal": "semana", "bimestral": "mes"}),
    adverbs=MappingProxyType(
        {
            "diario": "día",
            "diariamente": "día",
            "semanal": "semana",
            "semanalmente": "semana",
            "mensual": "mes",
            "mensualmente": "mes",
            "trimestral": "trimestre",
            "semestral": "semestre",
            "anual": "año",
            "anualmente": "año",
        }
    ),
    every_numbers=MappingProxyType({"dos": 2, "tres": 3}),
    last_day_words=words("último"),
    month_starts=phrases("primer día del mes, primer día de mes, primer día de este mes"),
    month_ends=phrases(
        """
        a fin de mes, a fines de mes, a final de mes, a finales de mes, al final del mes, al final de mes,
        al final de cada mes, a fin de cada mes, a finales de cada mes, cada fin de mes, todos los fines de mes, final de mes,
        finales de mes, fin de mes
        """
    ),
    from_day_words=words("desde"),
    weekend_words=words("finde fines"),
    weekend_heads=words("fin fines"),
    before_words=words("antes"),
    after_words=words("después"),
    tomorrow_words=words("mañana"),
    openings=words(
        """
    ah eh
    no nop nope perdón perdona lo siento ups en realidad era eran es son fue debe debería ser quería decir pon cambia mejor
    mal error corrección sí me equivoqué equivocado equivocada
    """
    ),
    changed_to=words("en a"),
    put_words=words("pon poner ponlo"),
    part_openings=words(
        """
    corrige corregir corrígelo
    sube subir baja bajar aumenta aumentar reduce reducir súbelo bájalo
    cambiar poner pasar editar modificar modifica mueve mover muévelo muévela pasa pon ponlo cambia cámbialo categoría
    importe nota fecha día
    """
    ),
    not_openings=words("no"),
    but_words=words("sino"),
    wrong_words=words("mal equivocada equivocado incorrecta incorrecto errónea erróneo está es"),
    entry_parts=MappingProxyType(
        {
            **dict.fromkeys("categoría".split(), "category"),
            **dict.fromkeys("importe cantidad monto precio".split(), "amount"),
            **dict.fromkeys("día fecha".split(), "day"),
            **dict.fromkeys("nota texto".split(), "note"),
        }
    ),
    closings=words("porfa favor por esto eso lo la el entrada gracias"),
    please_words=words("porfa porfi gracias favor"),
    courtesies=words(
        """
    genial perfecto bien guay vale estupendo olvídalo olvida déjalo da igual nada gracias muchas mil ok okey okay
    jaja jajaja jajaj lol entendido excelente perfecta buenísimo buenas noches adiós chao hasta luego mañana
    """
    ),
    delete_words=words(
        "borra borrar bórralo elimina eliminar elimínalo quita quitar cancela cancelar anula anular deshaz"
    ),
    restore_words=words(
        """
    restaura devuélvelo devuélvela devolver restaurar recupera recuperar recupéralo recupérala restáuralo
    restáurala devuélvemelo
    """
    ),
    everything_words=words("todo todos todas ambos"),
    yes_words=words("sí s vale ok exacto correcto claro"),
    never_mind=phrases("olvídalo, da igual, déjalo, no gracias, no importa, déjalo así, déjala, dejalo, olvídate"),
    again=phrases("lo mismo,otra vez,otro,otra,otro más,otra más,ídem,de nuevo,lo mismo otra vez,uno más,una más"),
    no_words=words("no nop nope n nada"),
    answers=MappingProxyType(
        {
            "gastado": "spent",
            "gasto": "spent",
            "devolución": "refund",
            "reembolso": "refund",
            "nómina": "paycheck",
            "sueldo": "paycheck",
            "salario": "paycheck",
            "ingreso": "paycheck",
            "extra": "extra",
            "ambos": "entries",
            "todos": "all",
            "todo": "all",
            "nuevo": "new",
            "nueva": "new",
            "añade": "adds",
            "añadir": "adds",
            "suma": "adds",
        }
    ),
    void_words=words(
        """
    subida sube suben vencido vencida costará costarán quieren piden dijo dijeron ofrecieron vendo vendemos
    cancelaron cancelé canceló planeado programado programada
    nunca
    vender costaría costarían ahorra ahorre gastaré compraré pagaré gastaremos compraremos pagaremos aplazado
    aplazada suspendido suspendida cancelé pensaba pensando dudo dudaba dudando planteo desistí cancelado
    cancelada cancelados canceladas anulados anuladas rechazado rechazada denegado denegada fallido fallida
    anulado anulada pendiente fiebre cancelación anulación subió subieron aumenta aumentan aumentó aumentaron
    """
    ),
    void_first=words(
        "lista vence kizas kizás quizas seguramente quizás quizá presupuesto objetivo recordatorio pendiente"
    ),
    hour_verbs=words("aterriza despega empieza comienza abre cierra"),
    booked_words=words("reservado reservada reserva reservé"),
    price_verbs=words("presupuesto cuesta cuestan vale valen gana ganan"),
    meant_for=words("para"),
    card_debts=phrases("tarjeta de crédito, tarjeta crédito"),
    marked_talk=words(
        """
    debo debe debes debemos deben debería deberíamos necesito necesita necesitas necesitamos quiero quiere quieres
    queremos tengo tiene tienes tienen tenemos voy vas va vamos van falta faltan queda quedan no nunca
    llevo
    quería querías queríamos
    """
    ),
    included_words=words("incluida incluido incluyendo incl incl."),
    off_words=words("descuento cupón"),
    less_words=words("descuento rebaja"),
    minus_words=words("menos"),
    rate_words=words("x el por"),
    told_of=words("retrasado cancelado lleno perdido retraso averiado tarde no"),
    others=words(
        """
    tía tío tita tito padrino madrina yaya yayo abu
    padres abuelos suegros abuelas compañero compañera colega amigo amiga vecino vecina hermano hermana jefe jefa
    mamá papá madre padre abuela abuelo tía tío suegra suegro empresa casero seguro
    """
    ),
    treated_by=phrases("pagó, pagado por, pagada por, invitado por, invitada por, invita, invitó, cortesía de"),
    hosts=words("él casa"),
    not_hosts=words("tarjeta bizum transferencia paypal adelantado mes semana móvil internet banco"),
    others_paid=words(
        """
        pone aporta da regala pagaron pusieron puso dieron dio compraron invitaron regalaron mandaron enviaron prestaron
        paga pagó invitó compró
        """
    ),
    no_payers=words(
        "fin esposa esposo mujer marido pareja hijos hijo hija novio novia ya finalmente también otra solo hoy se todos"
    ),
    mine=words("mío mía míos mías"),
    share_names=words("parte"),
    most_openers=phrases("máx, max, máximo, como máximo, no más de"),
    compared_with=words("como que"),
    ran_out=words("acabó terminó"),
    kept_in=phrases(
        "en la cuenta, en mi cuenta, en la tarjeta, en mi tarjeta, en la cartera, en el bolsillo, en el banco"
    ),
    spent_phrases=phrases(
        """
        envié un paquete, envié paquete, enviado un paquete, comisión por transferencia, comisión de
        transferencia, comisión transferencia, comisión cajero, comisión de cajero, comisión del cajero,
        intereses préstamo, intereses tarjeta, intereses hipoteca, comisión retirada, comisión de retirada,
        comisiones cajero, comisiones de cajero, comisiones transferencia, comisiones de transferencia,
        comisiones retirada, comisiones de retirada
        """
    ),
    void_phrases=phrases(
        """
    más barato que,
    olvidé la cartera,
    fondos insuficientes, saldo insuficiente,
    te devuelvo, te pago, te paso, te mando, te devolveré, te pagaré,
    yo no, no yo, está disponible, tu factura, su factura, tu saldo, su saldo, está a, están a, habría costado,
    habrían costado, hubiera costado, hubieran costado, habría gastado, hubiera gastado,
    a partir,
    gratis en vez, gratis en lugar,
    lista de deseos, nota para mí, envío gratis, si pagamos, si pago, si compro, si compramos, si gasto,
    si gastamos, en la cartera, con código, tenía que, debía ser, tendría que, gracias por, ahorrando para,
    ahorro para, ahorrar para, ahorramos para, espero reembolso, espero devolución, espero la devolución,
    espero el reembolso, esperando reembolso, esperando devolución, esperando a, el paquete llega, paquete llega,
    olvidé pagar, olvidado pagar, olvidó pagar, a lo mejor, tal vez, puede que, puede ser, dado de baja,
    di de baja, me doy de baja, sin ganas, ha subido, han subido, me sobró, me sobraron, nos sobró, me sobran,
    me sobra, sube a, suben a, me suben, nos suben, alquiler sube, luz sube, gas sube, cuota sube, hipoteca sube,
    precio sube, va a, por pagar, sin pagar, no pagado, no pagada, no pagué, no he pagado, falta pagar, casi gasto,
    casi gasté
    """
    ),
    corrections=phrases(
        "quise decir, quería decir, me refería, cámbialo a, debería ser, debe ser, tenía que ser, debió ser"
    ),
    former_phrases=phrases("antes, rebajado de, rebajada de, antes a, en vez de, vez de, en lugar de, lugar de"),
    halved=phrases("a medias, a pachas, mitad c/u, mitad mitad, mitad y mitad"),
    street_openers=words("calle avda avenida c/ cl"),
    value_words=words("valor"),
    weeks=MappingProxyType(
        {
            **dict.fromkeys(phrases("este"), 0),
            ("semana", "pasada"): -1,
            ("esta", "semana"): 0,
            ("próxima", "semana"): 1,
        }
    ),
    containers=words("saco sacos billetes boletos entradas porciones plazas raciones bolas"),
    half_more=words("medio"),
    first_day=words("uno primero"),
    first_of_things=words("uno"),
    paid_by=words(
        """
        soltó adelantó dejó pasó pagó envió mandó dio puso transfirió giró ingresó prestó devolvió dado enviado mandado
        prestado regalado
        """
    ),
    owners=words("sus tus nuestros nuestras mi mis tu su nuestro nuestra"),
    tips_earned=words("propinas"),
    paid_with=phrases("con tarjeta, con visa, con mi tarjeta, por tarjeta, en tarjeta"),
    numbered_names=phrases("gasolina 95, gasolina 98, sin plomo 95, sin plomo 98"),
    poured=words("gasolina gasoil gasóleo diésel diesel"),
    unpaid_labels=words("cp pin código número nro num núm capítulo temporada página expediente andén vía"),
    packs=words("paquete botella lata caja bolsa"),
    counted_at=words(
        "mercadona carrefour lidl aldi dia alcampo eroski consum ikea zara decathlon primark correos leroy súper"
    ),
    sellers=words("lavandería panadería carnicería frutería pescadería mercado mercadillo quiosco"),
    arrived=words(
        """
    cayó entró en el banco la cuenta recibida recibido de ingresada ingresado llegó llegado cobrada cobrado
    cobré ha me han ingresaron pagado pagaron
        """
    ),
    record_openers=phrases("apunta, anota, añade, puedes añadir, puedes apuntar, puedes anotar, por favor apunta"),
    pay_verbs=words("pago pagamos"),
    deadline_words=words("antes hasta del siempre"),
    ride_goods=words("billete billetes boleto boletos wifi asiento equipaje maleta suplemento reserva"),
    measured=phrases(
        """
    calefacción a, termostato a, litro está a, precio por noche, precio del litro, precio gasolina, precio por
    persona, tipo de cambio, hace, precio hora, tarifa hora, salario mínimo, la hora a, puntos, lectura
    contador, número de pedido, código de pedido,
    lectura contador, contador luz, contador agua, temperatura, tensión, altura, kilometraje,
    glucosa, pulso, presión, humedad, pasos, marcador
    """
    ),
    they=words("tú vos usted ustedes él ella ellos ellas"),
    only_words=words("ahora actualmente solo sólo ya aún todavía"),
    treat_verbs=words("invitó convidó invitaron"),
    former_openers=words("de"),
    former_closers=words("a por"),
    almost_words=words("casi"),
    seen_words=words("vi visto vimos vio"),
    at_most=phrases("como mucho, como máximo, máximo, máx, max, no más de"),
    accounts=words("cuenta cartera monedero bolsillo"),
    cost_verbs=words("costó costaron costado"),
    parts_of_month=words("principios mediados finales principio fines"),
    builtin=BUILTIN,
    starters=STARTERS,
)
