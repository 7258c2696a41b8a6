"""Everyday words and merchants of Spanish that name a starting category, by the category's key.

They are singular where a plural can be made; a word stays out where it is not clear.
"""

from collections.abc import Mapping
from types import MappingProxyType

from languages.vocabulary import known

BUILTIN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fun": known(
            """
    peli película
    ocio diversión cine teatro concierto show ópera museo zoo bolera karaoke discoteca disco pub bar bareto taberna
    cervecería terraza cerveza birra caña tubo vino tinto cava copa cubata chupito cóctel vermut vermú sidra
    sangría café cafelito cortado cafetería infusión té helado heladería restaurante tapa tapas pincho pintxo
    bocadillo bocata montadito kebab hamburguesa pizza sushi paella churro churros chocolate tarta pastel postre
    dulce bollería desayuno almuerzo comida cena merienda brunch menú antojo taco tacos arepa empanada torta glovo
    ubereats justeat mcdonald mcdonalds burger burgerking subway kfc telepizza vips starbucks netflix spotify hbo dazn filmin disney
    streaming videojuego juego consola playstation steam libro novela cómic revista piscina spa masaje vacaciones
    hotel hostal camping escapada viaje excursión entrada fútbol partido estadio festival feria verbena fiesta
    billar bolos gimnasia juguete refresco coca-cola cocacola chuche chuches golosina palomitas chupitos cubalitro
    botellón turrón
    """,
            """
    burger king, uber eats, just eat, comida rápida, juego de mesa, amazon prime, salir a cenar, menú del día,
    plato del día, menú de día, parque de atracciones, patatas fritas, movistar plus
    """,
        ),
        "predictable_necessities": known(
            """
    alquiler renta hipoteca comunidad luz electricidad endesa iberdrola naturgy agua gas calefacción internet
    fibra teléfono móvil movistar vodafone orange yoigo digi pepephone seguro préstamo crédito impuesto ibi
    autónomo guardería colegio cole matrícula comedor canguro compra supermercado súper mercado mercadona
    carrefour lidl aldi dia alcampo eroski consum hipercor bonpreu condis ahorramas froiz gadis panadería panadero
    pan barra carnicería pescadería frutería verdulería charcutería ultramarinos leche huevo mantequilla queso
    yogur jamón carne pollo ternera cerdo pescado fruta verdura manzana plátano naranja tomate patata cebolla
    lechuga arroz pasta harina azúcar aceite sal cereal legumbre pañal champú gel jabón detergente lavavajillas
    suavizante lejía desodorante compresa gasolina gasofa gasóleo gasoil diésel gasolinera repsol cepsa bp esso combustible
    parking aparcamiento parquímetro peaje metro metrobús autobús bus tren renfe cercanías ave tranvía emt
    bonometro lavandería tintorería pienso despensa víveres chedraui soriana oxxo
    macarrones bonobús
    """,
            """
    papel higiénico, abono transporte, tarjeta transporte, bono metro, bono bus, factura luz, recibo luz, seguro
    coche, seguro hogar, seguro médico, pasta de dientes, comida perro, comida gato, comida del gato, comida del
    perro, zona azul
    """,
        ),
        "unpredictable_necessities": known(
            """
    farmacia médico médica doctora dentista oftalmólogo dermatólogo ginecólogo pediatra fisio fisioterapeuta
    fisioterapia psicólogo psicóloga podólogo hospital clínica urgencias análisis radiografía vacuna medicamento
    medicina ibuprofeno paracetamol antibiótico receta gafas lentillas óptica óptico veterinario veterinaria
    fontanero plomero electricista cerrajero manitas albañil reparación taller mecánico neumático rueda batería
    freno frenos itv grúa multa coche carro avería lavadora nevera frigorífico caldera calentador termo oculista moto
    """,
            """
    arreglé el móvil, arreglar el móvil, arreglo del móvil, arreglo móvil, reparé el móvil, arreglé el teléfono,
    cambio de aceite,revisión coche,caldera rota,pinchazo rueda,arreglo móvil,multa parking,multa aparcamiento
    """,
        ),
    }
)

STARTERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "fun": ("Ocio", "restaurante", "cine", "bar", "café", "salidas"),
        "predictable_necessities": ("Gastos previstos", "previsto", "compra", "alquiler", "gasolina", "transporte"),
        "unpredictable_necessities": ("Gastos imprevistos", "imprevisto", "coche", "reparación", "medicina", "médico"),
        "other": ("Otros", "otro"),
    }
)
"""By key: what the categories of a new budget are called, and their keywords."""
