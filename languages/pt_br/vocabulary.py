"""Brazilian Portuguese, as the grammar reads it. `languages.vocabulary.Vocabulary` tells what each table decides."""

from dataclasses import replace
from types import MappingProxyType

from languages.pt_br.builtin import BUILTIN, STARTERS
from languages.vocabulary import EMPTY, inflected, numbered, phrases, with_parts, with_slips, words

_PAY = "salário ordenado aposentadoria"
_MONTHS = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
_GAVE = """
    deu pagou mandou transferiu emprestou passou enviou depositou fez deram pagaram mandaram
    transferiram emprestaram enviaram depositaram fizeram
"""
_GAVE_BACK = "devolveu devolveram reembolsou reembolsaram ressarciu ressarciram estornou estornaram"
_BACK = "".join(f",{me} {verb}" for me in ("me", "nos") for verb in _GAVE_BACK.split())
_TO_US = "".join(f",{me} {verb}" for me in ("me", "nos") for verb in _GAVE.split())
_SEVENTH = "segunda terça quarta quinta sexta"
_BY = "".join(
    f",{sent}{end} {by}"
    for sent in "transferid enviad mandad emprestad depositad".split()
    for end in "o a os as".split()
    for by in "por pelo pela".split()
)

VOCABULARY = replace(
    EMPTY,
    language="pt-BR",
    own=words("bp no me a do as out set sex ate come to for sun mon sat at in on am are is he us so go but or mi did"),
    compounds=MappingProxyType(
        {
            ("por", "cento"): "porcento",
            ("a", "cada"): "cada",
            ("uma", "vez"): "uma-vez",
            ("99", "pop"): "99pop",
            ("99", "moto"): "99pop",
            ("99", "táxi"): "99pop",
            ("99", "taxi"): "99pop",
            ("mb", "way"): "mbway",
            **{
                (day, thing): f"{day}-{thing}"
                for day in ("segunda", "quinta", "sexta")
                for thing in ("via", "mão", "parcela", "opção")
            },
        }
    ),
    weekdays=with_slips(
        numbered(
            """
    segunda|segunda-feira terça|terça-feira quarta|quarta-feira quinta|quinta-feira sexta|sexta-feira|sextou
    sábado|sabadão domingo|domingão
    """
        ),
        but="quita quart sabão sabao sábao domino dominó sanado tera teca seta sexa sesta secta sexto",
        shortest=5,
    ),
    sure_shorts=words("qua qui sáb"),
    named_shorts=words("sex"),
    weekday_shorts=numbered("seg|segun ter|terç qua|quar qui|quin sex|sext sáb|sabad dom|doming"),
    months=numbered(
        """
    janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out
    novembro|nov dezembro|dez
    """,
        1,
    ),
    relative_days=MappingProxyType(
        {
            **dict.fromkeys(phrases("há meia hora, faz meia hora, meia hora atrás, agora há pouco"), 0),
            **dict.fromkeys(phrases("depois de amanhã"), 2),
            **dict.fromkeys(
                phrases(
                    """
    hoje, hj, hoje cedo, hoje de manhã, hoje à tarde, hoje à noite, hoje a tarde, hoje a noite, esta manhã, esta
    noite, agora, agora há pouco, agorinha, agora pouco, essa noite
    """
                ),
                0,
            ),
            **with_parts({"anteontem": -2, "antiontem": -2}, "cedo"),
            **with_parts({"ontem": -1}, "", "obtem", 5),
            **dict.fromkeys(phrases("ontem,otem,onte,ontm,ontme,omtem,ontem cedo,noite passada"), -1),
            **dict.fromkeys(phrases("antes de ontem"), -2),
            **dict.fromkeys(phrases("trasanteontem"), -3),
        }
    ),
    parts_of_day=words("manhã tarde noite madrugada meio-dia"),
    part_openers=words("à a de da na no pela ao"),
    future_days=words("amanhã"),
    next_words=words("prox próx próximo próxima"),
    next_after=phrases("em uma semana, daqui uma semana, prox, próx, q vem, próximo,próxima,que vem"),
    earlier_words=words("penúltimo penúltima antepenúltimo antepenúltima"),
    last_words=words("passado passada último última"),
    last_after=words("anterior passado passada"),
    earlier_after=phrases("retrasado, retrasada"),
    unclear_periods=words("fds semana mês ano"),
    ago_words=words("atrás"),
    ago_openers=phrases("há,faz"),
    unclear_phrases=phrases(
        """
    fim de semana passado, final de semana passado, no fim de semana passado, no fim de semana, no final de semana,
    nesse fim de semana, neste fim de semana, esse fim de semana, este fim de semana,
    há alguns dias, há uns dias, faz uns dias, faz alguns dias, outro dia, dia desses, esses dias, recentemente
    """
    ),
    ago_minutes=MappingProxyType(
        {**dict.fromkeys("hora horas h".split(), 60), **dict.fromkeys("minuto minutos min".split(), 1)}
    ),
    ago_units=MappingProxyType({"dia": 1, "dias": 1, "semana": 7, "semanas": 7}),
    in_openers=phrases("daqui a,daqui,em,dentro de"),
    small_numbers=numbered("um|uma dois|duas três quatro cinco seis sete oito nove dez", 1),
    day_openers=words("no na em do da nesta neste nessa nesse dia data"),
    number_openers=phrases("dia,no dia,do dia"),
    articles=words("o a os as"),
    ordinal_names=words("trimestre bimestre aniversário andar niver"),
    range_words=words("a à até"),
    of_words=words("de do da sobre"),
    weekday_names=phrases(
        "black friday,sexta santa,terça gorda,quarta cinzas"
        + "".join(
            f",{day} {thing}"
            for day in _SEVENTH.split()
            for thing in "via mão parcela vez prestação parte dose aula".split()
        )
    ),
    due_words=words("vence vencimento"),
    units=words(
        """
    reuniões compromissos
    libra libras
    polegadas polegada watts viagens sessões
    km m metros cm mm kg quilo quilos kilo kilos g gr grama gramas litro litros l ml hora horas h min minuto
    minutos seg segundos dias semana semanas meses ano anos noites pessoa pessoas pess adultos criança crianças
    amigo amigos amigas colegas convidados estrelas graus páginas pontos pacote pacotes garrafa garrafas lata
    latas caixa caixas caixinhas dúzia dúzias fatias porções pares unidades unid un und gb mb kwh passos calorias
    vezes parcelas m2 sacos saquinhos potes bandejas cartelas fardo fardos alunos jogadores rolos tabletes
    latinhas
    """
    ),
    count_nouns=words("gente"),
    plurals=(
        ("", "s"),
        ("m", "ns"),
        ("l", "is"),
        ("el", "éis"),
        ("el", "eis"),
        ("ão", "ões"),
        ("ao", "oes"),
        ("r", "res"),
        ("z", "zes"),
        ("ão", "ães"),
    ),
    count_endings=("s",),
    pack_words=words("caixa pacote bandeja cartela fardo engradado pacotes caixas dúzia"),
    secrets=words("senha código pin"),
    labels=words(
        """
    canal nota fatura boleto linha plataforma ap quarto sala mesa porta andar número num n nº voo trem ônibus
    metrô cartão final cep
    referência ref rua avenida av bloco apto apartamento casa capítulo episódio temporada página protocolo terminal zona
    portão senha fiscal
    fila fileira poltrona assento
    código
    """
    ),
    ending_words=words("final"),
    sold_alone=words("cartão"),
    bought_labels=words("ônibus trem metrô voo"),
    bought_things=words("hotel hostel táxi uber comida bebida bebidas lembrancinha lembrancinhas"),
    size_words=words("tamanho tam"),
    clock_words=words("h hs hrs"),
    clock_openers=words("das às"),
    percent_words=words("porcento"),
    per_words=words("mês semana ano dia noite hora pessoa cabeça"),
    installments=words("iptu ipva parcela prestação mensalidade"),
    fraction_words=words("preço frango pão bolo melancia"),
    times_words=words("vezes"),
    multipliers=MappingProxyType(
        {
            **dict.fromkeys("mil".split(), 3),
            **dict.fromkeys("milhão milhões".split(), 6),
        }
    ),
    scales=words("milhar milhares bilhão bilhões pau paus"),
    number_words=MappingProxyType(
        {
            **numbered(
                """
    dois|duas três quatro cinco seis sete oito nove dez onze doze treze quatorze|catorze quinze dezesseis
    dezessete dezoito dezenove vinte
    """,
                2,
            ),
            "trinta": 30,
            "quarenta": 40,
            "cinquenta": 50,
            "sessenta": 60,
            "setenta": 70,
            "oitenta": 80,
            "noventa": 90,
            "cem": 100,
            "cento": 100,
            "duzentos": 200,
            "trezentos": 300,
            "quinhentos": 500,
            "mil": 1000,
            "vintão": 20,
            "cinquentão": 50,
        }
    ),
    about_words=words("uns umas aproximadamente aprox quase cerca tipo"),
    with_words=words("com"),
    amount_words=words("estorno reembolso valor total pagamento fatura taxa custo preço compra transferência"),
    for_words=words("para pra pro por"),
    price_openers=words("por"),
    at_words=words("a"),
    plus_words=words("mais"),
    tip_words=words("gorjeta gorjetas caixinha"),
    total_words=words("total soma subtotal"),
    and_words=words("e"),
    each_words=words("cada unidade"),
    each_not=words("mês semana dia ano noite vez pessoa"),
    part_names=MappingProxyType({"terço": 3, "quarto": 4}),
    half_words=words("metade"),
    double_words=words("dobro dobra dobre duplica"),
    from_now=phrases("agora, a partir de agora, de agora em diante"),
    rises=phrases("sobe para, subiu para, passa para, passou para, baixou para"),
    spread_over=words("em por"),
    spread_words=words("espalha espalhe espalhar distribui distribua distribuir dilui dilua diluir"),
    split_words=words(
        """
    dividi dividiu rachei rachou racharam dividido dividida dividindo rachado rachada rachando rachamos racha
    dividimos dividir entre
        """
    ),
    us_words=words("somos éramos fomos"),
    way_words=words("pessoas amigos partes"),
    talk_verbs=words(
        """
    faltando
    devem
    tenho tem temos têm preciso precisa precisamos quero quer queremos vou vai vamos vão sou somos são estou tô tá
    estamos devo deve devemos devia deveria falta faltam sobra sobrou sobraram resta restam chego chega chegamos
    marcamos encontro reunião reuniões não nunca será seremos serão acho tava estava seria
    queria queríamos
    """
    ),
    participles=words("gasto pago comprado"),
    was_words=words("foi foram era eram"),
    question_words=words("quem quanto quanta quantos quantas quando onde como qual quais que alguém cadê"),
    talk_places=words("até antes depois desde entre"),
    amount_verbs=words("deu custou custa custam custaram saiu saíram ficou ficaram gastei paguei"),
    plans=phrases(
        """
    vale a pena, compensa,
    me lembra, me lembre, lembra de, lembre de, lembrar de, lembrar, lembrete, não esquecer, não esquece,
    não esqueça, posso, podemos, poderia, poderíamos, pode me, quanto, quanta, quantos, quantas, e se, devo,
    deveria, tenho que, temos que, tem que, dá pra, dá para, da pra, da para, consigo, será que, eu posso,
    preciso pagar, preciso comprar, a gente pode, vou ter, vai dar, sobra pra, sobra para, tenho dinheiro,
    temos dinheiro, ainda dá
    """
    ),
    afford_openings=phrases("posso,podemos,dá pra,dá para,eu posso,será que"),
    afford_verbs=words("comprar gastar pagar pegar bancar"),
    balance_words=words("disponíveis saldo disponível limite resta restante"),
    money_asked=words("resta restam sobra sobrou gastei gastamos gasto gastou orçamento saldo"),
    asked_spans=MappingProxyType(
        {
            **dict.fromkeys(phrases("natal,no natal,durante o natal"), "christmas"),
            **dict.fromkeys(phrases("páscoa,carnaval,ano novo,réveillon"), "unclear"),
            **dict.fromkeys(
                phrases("este mês,esse mês,neste mês,nesse mês,deste mês,desse mês,do mês,no mês"), "month"
            ),
            **dict.fromkeys(phrases("mês passado,último mês,mês anterior"), "last month"),
            **dict.fromkeys(phrases("semana passada,última semana,semana anterior"), "last week"),
            **dict.fromkeys(phrases("desde o salário,desde o pagamento"), "period"),
            **dict.fromkeys(
                phrases(
                    """
                    esta semana,nesta semana,desta semana,essa semana,nessa semana,dessa semana,na semana,da semana,por
                    semana
                    """
                ),
                "week",
            ),
            **dict.fromkeys(phrases("este ano,neste ano,esse ano,nesse ano,no ano"), "year"),
            **dict.fromkeys(phrases("ano passado,último ano,ano anterior"), "last year"),
            **dict.fromkeys(
                phrases("este fds,esse fds,no fds,neste fds,nesse fds,fim de semana,final de semana"), "weekend"
            ),
            **dict.fromkeys(phrases("fds passado,último fds"), "last weekend"),
            **dict.fromkeys(
                phrases(
                    """
                    próxima semana, semana que vem, semana retrasada, mês retrasado, ano retrasado, fim de semana,
                    final de semana
                    """
                ),
                "unclear",
            ),
        }
    ),
    how_much=phrases("quanto,quanta,quantos"),
    look_words=words("mostra mostre mostrar ver veja meus minhas"),
    spending_words=words("resumo relatório gastos gasto despesas despesa"),
    most_words=words("mais"),
    list_words=words("lista liste listar tudo algo"),
    largest_words=phrases(
        """
    maior gasto, maiores gastos, gasto mais alto, gastos mais altos, maior despesa, maiores despesas, maior compra,
    maiores compras, mais caro, mais cara, mais caros, mais caras
    """
    ),
    over_words=phrases(
        "mais de, acima de, acima dos, maior que, maiores que, a partir de, passa de, passam de, passou de"
    ),
    earned_words=words("ganhei ganho ganhamos ganhar recebi recebemos ganhos receita receitas renda"),
    latest_words=words("último últimos última últimas passados passadas"),
    since_words=words("desde"),
    spent_on=words("em com no na nos nas para pra"),
    group_verbs=words(
        """
    pega pegue levo leva levamos trago traz trazem são sou somos estou tô tá estamos era chego chega chegamos chegam sai saio
    saímos começa começam termina abre fecha joga ganha ganhou ganhamos perdeu vou vai vamos vem venho tenho tem
    temos faz custa falou pousa faltam estão
    """
    ),
    bill_words=words("pago paga paguei pagamento conta fatura boleto de"),
    paid=words("pago paga pagos pagamento"),
    got_paid=phrases("fui pago,fui paga"),
    income=phrases(
        """
    salário, ordenado, aposentadoria, meu salário, o salário, pró-labore, holerite, dia de pagamento, décimo
    terceiro, contracheque, 13o, 13o salário, 13 salário, benefício inss, salário líquido, minha aposentadoria,
    bolsa estágio, bolsa auxílio, bolsa capes
    """
        + "".join(f",{word} {month},{word} de {month}" for word in _PAY.split() for month in _MONTHS.split())
    ),
    back_words=words("devolvido volta"),
    self_words=words("eu nós já hoje a gente só"),
    refunds=words("reembolso reembolsos estorno estornado estornaram devolução"),
    debts=words("empréstimo dívida dívidas financiamento"),
    came_in=MappingProxyType(
        {
            **dict.fromkeys(
                phrases("empréstimo liberado, empréstimo recebido, empréstimo caiu, crédito liberado"), "extra"
            ),
            **dict.fromkeys(
                phrases("subsídio de férias, subsídio de natal, subsídio férias, subsídio natal"), "paycheck"
            ),
            **dict.fromkeys(phrases("arrecadação, subsídio"), "extra"),
            **dict.fromkeys(phrases("paypal de, paypal do, paypal da"), "extra"),
            **dict.fromkeys(phrases("faturei, faturamos, lucrei, lucramos, arrecadei, arrecadamos"), "extra"),
            **dict.fromkeys(
                phrases("""
    gorjetas do turno, gorjeta do turno, gorjetas turno, você recebeu, te enviou, te mandou, te transferiu
    """),
                "extra",
            ),
            **dict.fromkeys(phrases("pensão alimentícia"), "either"),
            **dict.fromkeys(phrases("recebo, me pagam"), "extra"),
            **dict.fromkeys(
                phrases(
                    """
    crédito em conta, hora extra, horas extras, aumento, aumento de salário, rescisão, acerto trabalhista, auxílio, auxílio doença,
    auxílio maternidade, comissões, lucro, lucros, participação nos lucros, pensão recebida, aluguel recebido,
    empréstimo caiu, empréstimo recebido, aposta ganha, bico, bicos, extra no trabalho, venda carro, venda moto,
    venda celular, diárias, gratificação, adicional noturno
                    """
                ),
                "either",
            ),
            **dict.fromkeys(phrases("ppr, participação nos lucros, gratificação"), "paycheck"),
            **dict.fromkeys(phrases("indenização"), "extra"),
            **dict.fromkeys(phrases("troco"), "extra"),
            **dict.fromkeys(phrases("devolver"), "refund"),
            **dict.fromkeys(
                phrases(
                    "arrecadei, arrecadado, arrecadados, arrecadamos, arrecadaram, recolhi do, recolhi da, recolhido"
                ),
                "either",
            ),
            **dict.fromkeys(phrases("compra estornada, compra devolvida, compra cancelada" + _BACK), "refund"),
            **dict.fromkeys(inflected("vendid ganh recebid creditad", "o a os as"), "extra"),
            **dict.fromkeys(inflected("devolvid reembolsad estornad restituíd recuperad", "o a os as"), "refund"),
            **dict.fromkeys(
                phrases(
                    """
    recebi, recebido, recebida, recebidos, recebemos, recebimento, vendi, vendido, vendida, vendemos, venda,
    vendas, ganhei, ganhamos, ganho, ganhos, achei, depósito, depositado, depositaram, caiu, entrou, pix recebido, pix de, pix
    da, pix do, transferência recebida, transferência de, transferência da, transferência do, ted recebida,
    rendimento, rendimentos, dividendo, dividendos, juros, cashback, prêmio, herança, seguro desemprego, fgts,
    auxílio, bolsa família, mesada, emprestado,
    dinheiro aniversário, dinheiro de, dinheiro da, dinheiro do, comissão, bônus, plr, freela, bico,
    ajuda de custo, vale alimentação, vale refeição, vale
    transporte, diária recebida, vendidos, vendidas
    """
                    + _TO_US
                    + _BY
                ),
                "extra",
            ),
            **dict.fromkeys(phrases("reembolsa, reembolsam, seguro cobre"), "refund"),
            **dict.fromkeys(
                phrases(
                    """
    reembolso despesas, reembolso de despesas, reembolso empresa, reembolso da empresa, reembolsado,
    reembolsaram, ressarcimento, restituição, devolvido, devolvida, devolvidos,
    devolveram, devolveu, estornou, estornaram, reembolsou, ressarciu, ressarciram, me devolveu, de volta
    """
                ),
                "refund",
            ),
            **dict.fromkeys(
                phrases("adiantamento,vale salário,adiantamento salarial,pagamento recebido,caiu salário"), "paycheck"
            ),
        }
    ),
    came_in_first=phrases("adiantamento, vale alimentação, vale refeição, vale transporte"),
    came_in_alone=phrases("crédito"),
    named_talk=phrases("são paulo, são luís, são josé, são bernardo, são caetano, são jorge, são joão, são pedro"),
    got=words("recebi recebido"),
    from_words=words("remetente pagador"),
    debits=words("dei demos compra débito debitado fatura boleto gastei comprei cobrança"),
    trip_words=words("uber táxi taxi ônibus trem avião voo passagem passagens ida metrô viagem carro"),
    transfers=words(
        """
    separei separamos reservei
    economizados economizado economizada poupado poupados economizei economizamos poupei adiantei depositei mandei enviei mandamos
    dívida dívidas transferência transferi ted doc saque saquei devolvi devolvemos poupança aplicação
    investimento emprestei emprestamos cdb cofrinho porquinho caixinha guardei poupei
    """
    ),
    wires=words("mbway pix picpay"),
    owed_phrases=phrases("o que devia, que eu devia, que lhe devia"),
    transfer_phrases=phrases(
        """
        troquei em, troquei por, troquei para, guardado pra, troquei dinheiro, câmbio de moeda, no fundo, num
        fundo, passei pro, passei pra, passei para, no cofrinho, pro cofrinho, tesouro direto, previdência
        privada, empréstimo do banco, peguei empréstimo, casa de câmbio, troca de moeda, tirei dinheiro, do caixa, no
        caixa
        """
    ),
    linking_words=words("de do da dos das com ao à para pra pro"),
    little_words=words(
        """
    oi olá
    o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às para pra pro pros por pelo pela com
    sem e ou que se me te nos eu ele ela nós meu minha meus minhas seu sua esse essa este esta isso lá aqui só
    mais também hoje
    """
    ),
    verbs_first=words(
        """
    esqueci aprovada
    gastei comprei paguei pago pagamos gastamos compramos tomei comi pedi peguei fiz botei coloquei pus deixei
    esqueci anota anotar compra débito cartão crédito pix pagamento fatura conta nota boleto foi rachei dei torrei
    """
    ),
    tells=words("gastei comprei paguei gastamos compramos pagamos gasto peguei torrei esqueci esquecemos"),
    count_verbs=words(
        """
    compra compre pega traz pegue comprei tomei pedi comi peguei comprar pedir pedimos peço compramos levo levamos
    trago trouxe comemos bebemos bebi pedido
    """
    ),
    not_numbers=words("nan"),
    every_words=words("cada todo toda todos todas"),
    every_weekdays=MappingProxyType(
        {
            f"{before}{one}": n
            for n, name in enumerate("segundas terças quartas quintas sextas sábados domingos".split())
            for one in (name, f"{name}-feiras")
            for before in ("", "às ", "nas ", "aos ")
        }
    ),
    twice_a_month=phrases("duas vezes por mês, duas vezes ao mês, 2 vezes por mês"),
    working_days=phrases("dia útil"),
    once_words=words("uma-vez única"),
    every_phrases=phrases("uma-vez por, uma-vez ao, uma-vez a cada, de duas em, de dois em, de três em, de 15 em"),
    recurring_days=MappingProxyType({"dia": 1, "dias": 1, "semana": 7, "semanas": 7}),
    recurring_months=MappingProxyType(
        {
            "mês": 1,
            "mes": 1,
            "meses": 1,
            "trimestre": 3,
            "trimestres": 3,
            "ano": 12,
            "anos": 12,
            "semestre": 6,
            "semestres": 6,
        }
    ),
    every_second=MappingProxyType({"quinzenal": "semana", "quinzenalmente": "semana", "bimestral": "mês"}),
    adverbs=MappingProxyType(
        {
            "diário": "dia",
            "diariamente": "dia",
            "semanal": "semana",
            "semanalmente": "semana",
            "mensal": "mês",
            "mensalmente": "mês",
            "trimestral": "trimestre",
            "semestral": "semestre",
            "anual": "ano",
            "anualmente": "ano",
        }
    ),
    every_numbers=MappingProxyType({"duas": 2, "dois": 2, "três": 3}),
    last_day_words=words("último"),
    month_starts=phrases("primeiro dia do mês, primeiro dia deste mês"),
    month_ends=phrases(
        """
        no fim do mês, no final do mês, no fim de cada mês, no final de cada mês, todo fim de mês, todo final de mês,
        fim do mês, final do mês, fim de mês, final de mês
        """
    ),
    from_day_words=words("desde partir"),
    weekend_words=words("fds"),
    weekend_heads=words("fim fins final finais"),
    before_words=words("antes"),
    after_words=words("depois"),
    tomorrow_words=words("amanhã"),
    openings=words(
        """
    ah ih eita
    não desculpa desculpe ops opa na verdade era eram é são foi deve devia ser queria dizer põe coloca muda melhor
    errado erro correção sim errei perdão aliás quis quer deveria pra para
    """
    ),
    changed_to=words("em no na pra para"),
    put_words=words("coloca coloque colocar põe bota"),
    part_openings=words(
        """
    corrige corrija corrigir arruma
    sobe suba subir abaixa abaixar aumenta aumente aumentar reduz reduzir
    mudar colocar passar alterar altera move mover mova coloca coloque põe bota muda mude passa passe categoria valor
    nota data dia
    """
    ),
    not_openings=words("não"),
    but_words=words("mas sim"),
    wrong_words=words("errada errado incorreta incorreto"),
    entry_parts=MappingProxyType(
        {
            **dict.fromkeys("categoria".split(), "category"),
            **dict.fromkeys("valor preço quantia".split(), "amount"),
            **dict.fromkeys("dia data".split(), "day"),
            **dict.fromkeys("nota texto".split(), "note"),
        }
    ),
    closings=words("por favor isso esse o a lançamento valeu obrigado obrigada"),
    please_words=words("pfv favor obrigado obrigada valeu"),
    courtesies=words(
        """
    ótimo perfeito legal bom boa beleza show deixa pra lá esquece nada obrigado obrigada valeu vlw brigado brigada
    muito ok okay blz kkk kkkk kkkkk rs rsrs haha entendi excelente noite tchau até logo mais
    """
    ),
    delete_words=words(
        "apaga apagar apague exclui excluir exclua remove remover tira tirar cancela cancelar desfaz desfazer"
    ),
    restore_words=words("restaura restaurar recupera recuperar restaure recupere"),
    everything_words=words("tudo todos todas ambos"),
    yes_words=words("sim s ok isso certo claro exato"),
    never_mind=phrases(
        """
    deixa pra lá, esquece, não importa, deixa, não obrigado, não obrigada, deixa assim, deixa quieto, deixa como
    está, pode deixar, deixe
    """
    ),
    again=phrases("o mesmo,a mesma coisa,mais um,mais uma,de novo,outra vez,outro,outra,idem"),
    no_words=words("não n nada"),
    answers=MappingProxyType(
        {
            "gasto": "spent",
            "gastei": "spent",
            "estorno": "refund",
            "reembolso": "refund",
            "salário": "paycheck",
            "pagamento": "paycheck",
            "extra": "extra",
            "ambos": "entries",
            "todos": "all",
            "tudo": "all",
            "novo": "new",
            "nova": "new",
            "soma": "adds",
            "adiciona": "adds",
            "adicionar": "adds",
        }
    ),
    void_words=words(
        """
    reajuste sobe sobem vencido vencida custará custarão querem pedem disse disseram ofereceram vendo
    agendado agendada planejado
    nunca
    vender custaria custariam economize gastarei comprarei pagarei adiado adiada
    cancelei cancelou cancelamos
    pensando pensava desisti desistimos nem cancelados canceladas cancelaram
    recusada recusado negada negado rejeitada rejeitado cancelada cancelado falhou pendente febre cancelamento
    subiu subiram aumenta aumentou aumentaram
    """
    ),
    void_first=words("lista tlvz provavelmente talvez orçamento meta lembrete previsão"),
    hour_verbs=words("pousa decola começa abre fecha"),
    booked_words=words("reservado reservada reserva reservei"),
    price_verbs=words("orçamento custa custam vale valem ganha ganham"),
    meant_for=words("para pra pro"),
    card_debts=phrases("cartão de crédito, fatura do cartão, do cartão, cartão crédito"),
    marked_talk=words(
        """
    faltando
    devem
    devo deve devemos devia deveria preciso precisa precisamos quero quer queremos vou vai vamos vão não nunca falta
    faltam resta restam sobra sobrou sobraram tenho tem temos acho
    queria queríamos
    """
    ),
    included_words=words("incluindo incluso incluída inclusive"),
    off_words=words("desconto cupom"),
    less_words=words("desconto abatimento"),
    minus_words=words("menos"),
    rate_words=words("o por"),
    told_of=words("atrasado atrasou cancelado lotado cheio passou atraso quebrou não"),
    others=words(
        """
    vozinha
    tia tio vó vô vovó vovô madrinha padrinho sogra sogro
    vovó vovô pais avós sogros colega amigo amiga vizinho vizinha irmão irmã chefe mãe pai vó vô avó avô tia tio patrão
    empresa sogra sogro
    """
    ),
    treated_by=phrases(
        """
    pago por, paga por, pago pelo, paga pelo, pago pela,
    paga pela, por conta do, por conta da, cortesia do, cortesia da, pagou o, pagou a
    """
    ),
    hosts=words("casa"),
    not_hosts=words("pix cartão mês boleto débito crédito transferência"),
    others_paid=words("coloca dá entra põe deram deu pagaram compraram colocaram mandaram ajudaram pagou paga comprou"),
    no_payers=words(
        """
        esposa esposo mulher marido namorada namorado filhos filho filha já finalmente também só hoje todos
        conta fatura parcela boleto
    """
    ),
    mine=words("meus minhas"),
    share_names=words("parte"),
    most_openers=phrases("máx, max, máximo, no máximo, não mais que"),
    compared_with=words("como que"),
    ran_out=words("acabou"),
    kept_in=phrases("na conta, na minha conta, na carteira, no cartão, no bolso, no banco"),
    void_phrases=phrases(
        """
    mais barato que,
    esqueci a carteira,
    saldo insuficiente,
    te devolvo, te pago, te passo, te mando, te dou, te faço, quase comprei, quase comprava, quase compro, quase comprou,
    não eu, eu não, está disponível, sua fatura, seu saldo, preço é, orçamento é, valor é, limite é, saldo é, na
    conta tem, está a, tá a, estão a, teria custado, teriam custado, teria gasto, teria gastado, teríamos
    gastado,
    grátis em vez, de graça em,
    lista de desejos, nota pra mim, frete grátis, se a gente, se eu, se pagarmos, na carteira, com cupom,
    obrigado por, obrigada por, obrigado pelos, obrigado pelas, obrigado pelo, obrigado pela, obrigada pelos,
    obrigada pelo, obrigada pela, obrigada pelas, valeu pelos, valeu pelo, valeu pela, juntando para, juntando pra,
    guardando pra, guardando para, economizando pra, economizando para, esperando reembolso, aguardando reembolso,
    esperando estorno, aguardando estorno, encomenda chega, esqueci de pagar, esqueci pagar, quem sabe, qm sabe,
    pode ser, nada de, sem vontade, vai subir, vai aumentar, pra pagar, para pagar, a pagar, não paga, não pago,
    não paguei, não pagamos, falta pagar, em aberto
    """
    ),
    corrections=phrases("quis dizer, era pra, muda para, muda pra, deveria ser, devia ser, era para, era pra ser"),
    former_phrases=phrases("antes, era, vez de, invés de"),
    halved=phrases("meio a meio, metade metade, metade cada"),
    street_openers=words("rua avenida av travessa alameda"),
    weeks=MappingProxyType(
        {
            **dict.fromkeys(phrases("este,esta,esse,essa,neste,nesta,nesse,nessa,deste,desta,desse,dessa"), 0),
            ("semana", "passada"): -1,
            ("esta", "semana"): 0,
        }
    ),
    containers=words("saco sacos passagens bilhetes ingressos porções lugares bolas"),
    half_more=words("meio"),
    first_day=words("primeiro"),
    first_of_things=words("primeiro"),
    paid_by=words(
        """
        adiantou devolveu repassou pagou mandou enviou deu passou transferiu depositou emprestou dado enviado mandado
        emprestado
        """
    ),
    owners=words("seus suas meus minhas dele dela meu minha nosso nossa"),
    tips_earned=words("gorjetas"),
    paid_with=phrases("com cartão, no cartão, com meu cartão, no meu cartão, no visa, pelo cartão"),
    poured=words("gasolina gasosa etanol álcool diesel"),
    unpaid_labels=words("cep senha código num número episódio temporada capítulo página protocolo plataforma portão"),
    packs=words("lata pacote garrafa caixa maço"),
    counted_at=words(
        "mercado mercadinho supermercado carrefour assaí atacadão extra renner riachuelo leroy correios daiso drogasil"
    ),
    sellers=words("lavanderia padaria açougue feira hortifruti peixaria quitanda banca"),
    arrived=words("recebido recebida de caiu na conta recebi entrou pingou chegou finalmente"),
    record_openers=phrases("anota, anote, adiciona, pode adicionar, pode anotar, pode lançar"),
    pay_verbs=words("pago pagamos"),
    deadline_words=words("até sempre"),
    ride_goods=words("bilhete passagem passagens wifi assento bagagem mala taxa"),
    measured=phrases(
        """
    ar em, ar condicionado em, aquecedor em, litro está a, litro tá a, litro tá, preço por noite, preço do
    litro, preço da gasolina, preço por pessoa, câmbio, valor hora, valor da hora, pontos, leitura do medidor,
    placa, número do pedido, código de rastreio, taxa de câmbio,
    leitura medidor, relógio de luz, hidrômetro, temperatura, pressão, altura, glicose, batimentos,
    glicemia, passos, umidade, hodômetro, placar
    """
    ),
    they=words("você vc vocês tu ele ela eles elas"),
    only_words=words("agora atualmente só apenas ainda com"),
    treat_verbs=words("convidou bancou"),
    former_openers=words("de"),
    former_closers=words("por para"),
    spent_phrases=phrases(
        """
        taxa saque, taxa de saque, taxa ted, taxa de ted, taxa doc, taxa de doc, taxa transferência, taxa de
        transferência, tarifa saque, tarifa de saque, tarifa ted, tarifa de ted, tarifa doc, tarifa de doc,
        tarifa transferência, tarifa de transferência, juros atraso, juros de atraso, juros cartão, juros do
        cartão, juros cheque, enviei uma encomenda, enviei encomenda, taxa pix, taxa do pix
        """
    ),
    almost_words=words("quase"),
    seen_words=words("vi visto vimos"),
    at_most=phrases("no máximo, máximo, máx, max, não mais que"),
    accounts=words("conta carteira bolso"),
    cost_verbs=words("custou custaram"),
    parts_of_month=words("início meados fim final começo"),
    builtin=BUILTIN,
    starters=STARTERS,
)
