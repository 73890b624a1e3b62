"""Small numbers in words, in 13 languages."""

#: The numbers from 1 on in each language; forms that follow "of" and the like among them.
_COUNTED = """
one two three four five six seven eight nine ten
ein zwei drei vier fünf sechs sieben acht neun zehn
einem zweier dreier vierer fünfer
un deux trois quatre cinq six sept huit neuf dix
une deux trois
uno dos tres cuatro cinco seis siete ocho nueve diez
un due tre quattro cinque sei sette otto nove dieci
een twee drie vier vijf zes zeven acht negen tien
één twee
ett två tre fyra fem sex sju åtta nio tio
et to tre fire fem seks syv otte ni ti
ett to tre fire fem seks sju åtte ni ti
yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen
yhden kahden kolmen neljän viiden kuuden seitsemän kahdeksan yhdeksän kymmenen
jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć
jednego dwóch trzech czterech pięciu sześciu siedmiu ośmiu dziewięciu dziesięciu
jeden dva tři čtyři pět šest sedm osm devět deset
jednoho dvou tří čtyř pěti šesti sedmi osmi devíti deseti
um dois três quatro cinco seis sete oito nove dez
um duas
"""
_DOZENS = "twelve zwölf douze doce dodici twaalf tolv kaksitoista dwanaście dwunastu dvanáct dvanácti doze"

#: By word, in lower case. Some are other words too: they count only right before what is counted.
NUMBERS = {
    word: number for line in _COUNTED.split("\n") for number, word in enumerate(line.split(), start=1)
} | dict.fromkeys(_DOZENS.split(), 12)
#: A pattern for a number of one or two digits, or in words.
NUMBER = r"(?:\d{1,2}|" + "|".join(sorted(NUMBERS, key=lambda it: (-len(it), it))) + ")"
