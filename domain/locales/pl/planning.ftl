week-title = Plan tygodnia
week-way = Plan tygodnia
week-lede-mouse = Przeciągnij myszą po wolnym miejscu, a powstanie nowy termin. Przeciągnij termin, a go przeniesiesz.
week-lede = Nic się nie zmieni, zanim zobaczysz, kto się o tym dowie.
week-range = { $from } – { $to }
week-dates = Terminy tego tygodnia
week-add = Dodaj termin w ofercie
week-dates-hint = Tu przeniesiesz termin bez myszy.
week-none = W tym tygodniu nie ma jeszcze żadnych terminów.
week-more = Ten tydzień ma więcej terminów, niż się tu mieści. Pozostałe znajdziesz w ofertach.
week-move = Przenieś…
week-move-title = Przenieś termin
week-move-hint = Najpierw zobaczysz, kto dostanie wiadomość. Dopiero potem zapiszesz zmianę.
week-move-look = Zobacz, co się zmieni
week-move-stay = Zostaw, jak jest
week-new = Nowy termin: { $when }
week-new-which = W której ofercie?
week-new-offer = W nowej ofercie
week-copy = Skopiuj ten tydzień
week-copy-to = Na tydzień od dnia
week-copy-hint = Kopia ma te same godziny, miejsca i role. Nikogo na nią nie wpisujemy. Święta i to, co już tam jest, pominiemy.
week-copy-look = Zobacz, co powstanie
week-copy-title = Tydzień od { $day } dostanie te terminy
week-copy-new = powstanie
week-copy-there = już tam jest
week-copy-holiday = pominięty: { $name }
week-copy-out-of-time = pominięty: za wcześnie albo za późno
week-copy-too-long = pominięty: trwa zbyt długo
week-copy-role-ended = pominięty: oferta nie ma już tej roli
week-copy-do = { $count ->
    [one] Dodaj { $count } termin
    [few] Dodaj { $count } terminy
    [many] Dodaj { $count } terminów
   *[other] Dodaj { $count } terminu
}
week-copy-nothing = Nie ma czego dodać.
year-way = Rok w skrócie
year-title = Rok { $year }
year-lede = Jak obsadzone są dni tego roku. Dotknij dnia, a zobaczysz jego terminy w planie tygodnia.
year-before = Rok { $year }
year-after = Rok { $year }
year-legend = Znaki
year-cover-full = wszyscy są
year-cover-most = brakuje mniej niż połowy osób
year-cover-few = brakuje połowy osób lub więcej
year-holiday = święto
year-school = wolne w szkołach
year-dates = { $count ->
    [one] { $count } termin w tym roku.
    [few] { $count } terminy w tym roku.
    [many] { $count } terminów w tym roku.
   *[other] { $count } terminu w tym roku.
}
year-missing = { $count ->
    [one] Od dziś brakuje { $count } osoby.
    [few] Od dziś brakuje { $count } osób.
    [many] Od dziś brakuje { $count } osób.
   *[other] Od dziś brakuje { $count } osoby.
}
year-none = W tym roku nie ma żadnych terminów
year-none-text = Terminy dodasz w planie tygodnia albo w ofercie.
