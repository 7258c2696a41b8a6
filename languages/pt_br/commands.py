"""How commands are said in Brazilian Portuguese. `languages.commands.CommandWords` tells what each table is."""

from types import MappingProxyType

from languages.commands import CommandWords
from languages.vocabulary import words

COMMANDS = CommandWords(
    names=MappingProxyType(
        {
            "week": "semana",
            "period": "período",
            "bills": "contas, boletos",
            "recent": "recentes, últimos, últimas",
            "undo": "desfazer, desfaz, desfaça",
            "card": "cartão, painel",
            "limits": "limites, limite, tetos, teto, orçamento, orçamentos, limita, limitar",
            "settings": "configurações, ajustes, configuração",
            "help": "ajuda",
            "categories": "categorias, categoria",
            "chart": "gráfico, imagem",
            "history": "alterações, mudanças, histórico",
            "digest": "resumo",
            "remind": "lembrete, lembrar, lembra, lembre, me-lembra, lembra-me, lembre-me, avisa",
            "payday": "pagamento, salário",
            "bill": "conta, boleto",
            "afford": "posso",
            "audit": "conferir, verificar, auditoria",
            "rules": "regras, regra",
            "share": "compartilhar, compartilha, compartilhe",
            "links": "links, link",
            "door": "porta, acesso",
            "doors": "portas, acessos",
            "export": "exportar, exporta",
            "import": "importar, importa",
            "imports": "importações",
            "forget": "esquecer, esquece",
            "invite": "convidar, convite, convido, convida",
            "members": "membros, membro",
            "add": "adicionar, adiciona",
            "spent": "gastei, gasto",
            "paid": "pago",
            "refund": "reembolso, estorno",
        }
    ),
    messages=MappingProxyType(
        {
            "forget": """apague tudo, apagar tudo, apaga tudo, apagar meus dados, apague meus dados, excluir tudo,
            excluir meus dados, exclua meus dados, começar do zero, começa do zero, começar de novo, recomeçar do
            zero, recomeçar, zerar tudo, zera tudo, resetar tudo""",
            "week": """esta semana, essa semana, nesta semana, quanto esta semana, quanto essa semana, quanto sobrou
            essa semana, quanto resta esta semana, quanto falta essa semana, gastos da semana, gastos desta semana,
            quanto gastei esta semana, quanto gastei essa semana, quanto eu gastei essa semana, quanto sobrou,
            quanto sobra, quanto resta, quanto tenho, quanto eu tenho, quanto temos, quanto dinheiro tenho, quanto
            dinheiro sobrou, o que sobrou, o que resta, quanto posso gastar, quanto eu posso gastar, quanto dá pra
            gastar, quanto a gente tem, quanto falta, como estou, como eu tô, como tô, como estou indo, como tô
            indo, como a gente tá, estourei, estourei o orçamento, passei do limite, estatísticas, total, pra onde
            foi meu dinheiro, para onde foi meu dinheiro, pra onde foi o meu dinheiro, onde foi parar meu dinheiro,
            onde foi meu dinheiro, cadê meu dinheiro, pra onde vai meu dinheiro, para onde vai meu dinheiro, no que
            foi meu dinheiro""",
            "week last": """semana passada, última semana, semana anterior, quanto gastei semana passada, quanto
            gastei na semana passada, quanto eu gastei na semana passada, gastos da semana passada""",
            "period": """sobrou, resta, saldo, resto, quando cai o salário, quando cai meu salário, quando cai o meu
            salário, quando é o pagamento, quando eu recebo, quando recebo, próximo salário""",
            "period last": "período passado, período anterior, último período",
            "undo": """desfaz isso, desfaz o último, desfazer o último, desfaça o último, apaga o último, apaga a
            última, cancela o último, exclui o último, exclua o último, exclua a última, apague o último, apague a
            última, cancela a última, cancela isso, esquece isso, apaga isso, exclui isso, tira isso""",
            "recent": """últimos gastos, últimos lançamentos, gastos recentes, no que gastei, em que gastei, o que
            gastei, lista, todos os gastos, o que comprei, o que eu comprei, últimas compras, últimas despesas,
            últimas transações, últimos pagamentos, mais recentes, gastos mais recentes""",
            "help": """me ajuda, me ajude, como funciona, como isso funciona, o que você faz, o que você sabe fazer,
            comandos, menu, como eu apago alguma coisa, como apago alguma coisa, como apagar alguma coisa, como
            apago um gasto, como apagar um gasto, como apago um lançamento, como apagar um lançamento, como eu apago
            um lançamento, como eu apago um gasto, como excluir um lançamento, como excluir um gasto, como excluo um
            lançamento, como corrijo um lançamento, como corrigir um gasto, como edito um lançamento, como editar um
            lançamento, como mudo um lançamento, como mudo o valor, como usar""",
            "bills": """o que vence, o que tenho que pagar, o que tem pra pagar, contas a pagar, próximas contas,
            contas pendentes, o que tenho pra pagar, o que tenho para pagar, o que falta pagar, o que está vencendo""",
            "export": """exportar dados, exportar meus dados, exporta meus dados, exportar tudo, baixar meus dados,
            baixar dados, exportar para excel, exportar pro excel, exportar para csv, exportar csv, exportar gastos,
            exportar meus gastos, exporta tudo, exporte tudo, exporta os dados, exporta meus gastos, exporta pro
            excel, exporta pra excel, baixa meus dados, me manda meus dados""",
            "share": """compartilhar orçamento, compartilhar o orçamento, link para compartilhar, compartilhar link,
            compartilha o orçamento, compartilha orçamento, compartilhe o orçamento, compartilhar meu orçamento,
            compartilha esse orçamento""",
            "members": "quem está aqui, quem participa, quem usa esse orçamento",
            "links": """apaga o link, apaga os links, apagar link, apagar links, para de compartilhar, quem pode ver
            isso, quem vê isso, quem pode ver esse orçamento, quem pode ver este orçamento, quem pode ver o
            orçamento, quem consegue ver isso, quem tem acesso""",
            "remind off": """desativa os lembretes, desativa o lembrete, desligar lembretes, desligar lembrete, sem
            lembretes, chega de lembretes, não me lembre mais, para de me lembrar, pare de me lembrar, não me lembra
            mais, não precisa me lembrar, não precisa mais lembrar, desliga os lembretes, desliga o lembrete,
            cancela o lembrete, cancela os lembretes, tira o lembrete, tira os lembretes, para os lembretes""",
            "digest off": "desativa o resumo, desligar resumo, chega de resumo",
        }
    ),
    words=MappingProxyType(
        {
            "last": """passada, passado, última, último, anterior, semana passada, a semana passada, período passado,
            período anterior""",
            "all": "tudo, todos, todas",
            "off": """não, desligar, desliga, desligado, desligada, desativar, desativa, nunca, nenhum, nenhuma,
            parar, para""",
            "switched off": "desligar, desliga, desativar, desativa",
            "none": "nenhum, nenhuma, sem, sem limite, sem teto, ilimitado",
            "auto": "automático, automática, auto",
            "bars": "barras, sem valores",
            "ahead": "antecipado, antecipada, adiantado, reservar, guardar",
            "outside": "fora dos limites semanais, fora dos limites, fora, sem categoria",
            "skip": "pular, pula, pule, desta vez não",
            "add": "adicionar, adiciona, nova, novo, criar, cria, adicione, crie, acrescenta",
            "rename": """renomear, renomeia, mudar nome, muda o nome de, mude o nome de, troca o nome de, troque o
            nome de, renomeie""",
            "remove": "remover, remove, excluir, exclui, apagar, apaga, tirar",
            "to": "para, pra, como, em, pro",
            "carry": "acumular, acumula, transportar, levar",
            "carry up": "acumular sobra, acumular a sobra, acumular o que sobra, levar a sobra",
            "carry down": "acumular falta, acumular excesso, acumular o que falta, acumular o excesso",
            "carry off": "não acumular, sem acumular, não acumula, não levar",
            "fresh": "do zero, recomeçar, de novo, zerar",
            "next week": """semana que vem, a semana que vem, próxima semana, a próxima semana, a partir da semana que
            vem, a partir da próxima semana, na semana que vem""",
            "set": """coloca, coloque, colocar, põe, bota, defina, define, definir, muda, mude, mudar, deixa, o, a,
            os, as, um, meu, nosso, novo, em, pra, para, de, do, da, dos, das, no, na, por, toda, cada, semana,
            semanal, é, agora, troca, trocar, manda, mande, envia, uma""",
            "set limit": """coloca, coloque, colocar, põe, bota, defina, define, definir, muda, mude, mudar,
            aumenta, aumente, aumentar, sobe, suba, baixa, baixe, diminui, diminua, diminuir, reduz, reduza,
            limita, limite, limitar""",
            "correct": "corrige, corrija, corrigir, edita, editar, altera, altere, alterar, retifica",
            "at most": "no máximo, no max, máximo, máx, max, não mais que, não mais de, até no máximo, um máximo de",
            "totals": "totais, só totais, somente totais",
            "week": """início da semana, começo da semana, primeiro dia, semana começa na, semana começa no, semana
            começa em, a semana começa na, a semana começa no, semana""",
            "zone": "fuso horário, fuso, hora, horário, zona",
            "numbers": "números, formato",
            "currency": "moeda",
            "language": "idioma, língua, linguagem",
            "name": "nome",
            "at": "às, as, à, a, ao, lá pelas",
            "o'clock": "h, hs, hrs, horas, hora, da, de",
            "am": "manhã",
            "pm": "noite, tarde",
            "paid": """pago, paga, está pago, está paga, tá pago, tá paga, foi pago, foi paga, paguei, já paguei,
            pagamos, já pago, já paga""",
            "get paid": """recebo, eu recebo, recebemos, meu salário cai, o salário cai, salário cai, meu salário
            entra, o salário entra, dia de pagamento, meu pagamento cai, me pagam""",
            "quit": "sair, fechar, fim",
            "edit": "editar, corrigir",
        }
    ),
    languages="""inglês, alemão, espanhol, francês, italiano, holandês, polonês, português, russo, ucraniano,
    japonês, turco, indonésio, árabe""",
    fillers=words("""ainda já por favor pfv agora a o os as meus minhas meu minha mostra mostrar me ver aí mostre quero nossos
    nossas"""),
)
