"""Everyday words and merchants of Brazilian Portuguese that name a starting category, by the category's key.

They are singular where a plural can be made; a word stays out where it is not clear.
"""

from collections.abc import Mapping
from types import MappingProxyType

from languages.vocabulary import known

BUILTIN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fun": known(
            """
    filme
    lazer diversão cinema cineminha teatro show concerto ópera museu zoológico boliche karaokê balada boate pub
    bar barzinho boteco botequim buteco cerveja cervejinha breja brejas chope chopp caipirinha vinho drink drinque
    cachaça café cafezinho cappuccino cafeteria chá açaí sorvete sorveteria restaurante lanchonete lanche
    hambúrguer hamburgueria pizza pizzaria sushi temaki japa rodízio churrascaria churrasco pastel coxinha esfiha
    salgado tapioca almoço almocinho jantar janta brunch doce bolo brigadeiro chocolate bombom sobremesa ifood
    rappi mcdonald mcdonalds méqui bk burgerking habibs subway outback starbucks netflix spotify hbo dazn disney
    globoplay streaming steam playstation xbox videogame jogo livro livraria romance quadrinho revista piscina
    praia spa massagem viagem hotel pousada hostel passeio excursão ingresso futebol estádio festival festa
    carnaval bloco pipoca brinquedo refrigerante refri guaraná coca cocacola bala chiclete petisco porção quitute
    sinuca parque marmita espetinho
    """,
            """
    burger king, bob's, amazon prime, prime video, fast food, jogo de tabuleiro, pão de queijo, happy hour, bala
    fini, mc donalds, habib's
    """,
        ),
        "predictable_necessities": known(
            """
    aluguel condomínio prestação financiamento luz energia enel cemig copel eletropaulo light água sabesp copasa
    gás botijão internet wifi telefone celular vivo claro tim oi recarga seguro iptu ipva imposto inss creche
    escola escolinha faculdade mensalidade babá diarista faxineira faxina mercado mercadinho supermercado
    hipermercado compras feira sacolão hortifruti atacadão assaí carrefour extra zaffari guanabara mundial padaria
    padoca açougue peixaria pão leite ovo manteiga queijo iogurte presunto carne frango peixe linguiça fruta
    verdura legume maçã banana laranja tomate batata cebola alface arroz feijão macarrão farinha açúcar óleo sal
    cereal fralda xampu shampoo sabonete sabão detergente amaciante desodorante absorvente gasolina etanol álcool
    diesel combustível posto bp ipiranga shell petrobras estacionamento pedágio ônibus metrô trem brt vlt bilhete
    passagem lavanderia ração convênio unimed mantimento quitanda
    autocarro pãozinho empregada
    """,
            """
    papel higiênico, conta de luz, conta luz, conta de água, conta água, conta de gás, conta de internet, conta de
    telefone, pasta de dente, bilhete único, plano de saúde, seguro do carro, seguro carro, pão de açúcar, zona
    azul, sem parar, ração do cachorro, areia do gato, cesta básica
    """,
        ),
        "unpredictable_necessities": known(
            """
    farmácia drogaria drogasil droga-raia raia pacheco médico médica doutor doutora dentista oftalmologista
    oftalmo dermatologista dermato ginecologista gineco pediatra ortopedista cardiologista fisioterapeuta
    fisioterapia fisio psicólogo psicóloga terapia hospital clínica pronto-socorro exame laboratório raio-x vacina
    remédio medicamento dipirona dorflex antibiótico curativo receita óculos lente ótica veterinário veterinária
    vet encanador eletricista chaveiro pedreiro pintor conserto reparo oficina mecânico borracheiro borracharia
    pneu bateria freio revisão guincho multa carro moto geladeira fogão chuveiro lavadora consulta
    """,
            """
    consertei o celular, conserto do celular, conserto celular, arrumei o celular,
    troca de óleo, máquina de lavar, consulta médica, conserto do carro, lava louças, multa estacionamento,
    conserto celular, conserto do celular
    """,
        ),
    }
)

STARTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "fun": ("Lazer", "restaurante", "cinema", "bar", "café", "passeio"),
        "predictable_necessities": ("Gastos previstos", "previsto", "mercado", "aluguel", "gasolina", "transporte"),
        "unpredictable_necessities": ("Gastos imprevistos", "imprevisto", "carro", "conserto", "remédio", "médico"),
        "other": ("Outros", "outro"),
    }
)
"""By key: what the categories of a new budget are called, and their keywords."""
