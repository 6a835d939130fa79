# Who could help where, and why not.
staffing-title = Kto może pomóc
staffing-eligible = { $count ->
    [0] Dziś nikt nie spełnia wszystkich warunków.
    [one] { $count } osoba spełnia warunki.
    [few] { $count } osoby spełniają warunki.
    [many] { $count } osób spełnia warunki.
   *[other] { $count } osoby spełniają warunki.
}
staffing-open = Otwórz termin w ofercie
staffing-best = Najlepiej pasują
staffing-best-none = Nikt nie spełnia warunków
staffing-best-none-text = Obok widać, kogo zatrzymało najmniej i co by pomogło.
staffing-score = { $points } pkt
staffing-why = Dlaczego: { $name }
staffing-part = { $points } z { $maximum }
staffing-person = Zobacz osobę: { $name }
staffing-near = Niewiele zabrakło
staffing-near-none = Nikogo więcej nie ma.
staffing-helps = Co by pomogło
staffing-helps-none = Żadna pojedyncza zmiana nie przyciągnie więcej osób.
staffing-gained = { $count ->
    [one] { $count } osoba więcej
    [few] { $count } osoby więcej
    [many] { $count } osób więcej
   *[other] { $count } osoby więcej
}
staffing-rules = Co kogo zatrzymuje
staffing-free = ma czas { $when }
relief-later = gdyby zaczynało się o { $minutes } min później
relief-earlier = gdyby zaczynało się o { $minutes } min wcześniej
relief-min-age = gdyby przyjmować od { $age } lat
relief-skill = bez umiejętności: { $name }
relief-language = bez języka: { $name }
relief-distance = gdyby każdy mógł dojechać
criterion-kind_liked = lubi takie zajęcia
criterion-nice_skills = mile widziane umiejętności
criterion-nice_languages = mile widziane języki
criterion-nice_sex = mile widziana płeć
criterion-reliability = przychodzi, gdy obieca
criterion-proximity = ma blisko
criterion-past = zna to miejsce
criterion-fairness = ma już inne terminy
criterion-continuity = te same ręce w całej serii
weight-yes = tak
weight-no = nie
weight-of = { $some } z { $all }
weight-percent = { $number }%
weight-metres = { $number } m
weight-district = to samo osiedle
weight-other-district = inne osiedle albo nieznane
weight-never = jeszcze nie
weight-organisation = u tego organizatora
weight-opportunity = na tych zajęciach
weight-others = { $number }
rule-cancelled = termin odwołany
rule-started = termin już trwa
rule-already-claimed = ma już zgłoszenie
rule-not-active = nie przeszła jeszcze całej drogi
rule-no-birth-date = nie znamy daty urodzenia
rule-too-young = za młody wiek
rule-minor-at-home = niepełnoletnia osoba, czyjś dom
rule-minor-at-night = niepełnoletnia osoba, za późno lub za wcześnie
rule-minor-too-long = niepełnoletnia osoba, za długo
rule-minor-no-rest = niepełnoletnia osoba, za mało odpoczynku
rule-not-screened = brak sprawdzenia do pracy z dziećmi
rule-overlaps = ma coś w tym czasie
rule-too-close = nie zdąży dojechać
rule-weekly-limit = limit tygodnia
rule-requirement = brak wymogu
rule-skill = brak umiejętności
rule-language = brak języka
rule-sex = potrzebna osoba innej płci
rule-unavailable = zwykle nie ma wtedy czasu
rule-paused = przerwa w pomaganiu
rule-too-far = za daleko
rule-blocked = nie u tego organizatora
rule-refused = odmowa

# What counts how much.
weights-title = Co jak bardzo się liczy
weights-lede = Plan najpierw obsadza jak najwięcej potrzebnych miejsc. Kogo gdzie zaproponuje, gdy jest wybór, zależy od tych suwaków.
weights-kind_liked = Lubi takie zajęcia
weights-kind_liked-hint = Czy to rodzaj pomocy, który ktoś zaznaczył w profilu.
weights-reliability = Przychodzi, gdy obieca
weights-reliability-hint = Jak często ktoś był tam, gdzie miał być, w ostatnim roku.
weights-proximity = Ma blisko
weights-proximity-hint = Czy mieszka na tym samym osiedlu. Przy pomocy zdalnej blisko mają wszyscy.
weights-past = Zna to miejsce
weights-past-hint = Czy już tam pomagał. U tego samego organizatora liczy się połowa.
weights-nice_skills = Mile widziane umiejętności
weights-nice_skills-hint = Ile z nich ktoś ma.
weights-nice_languages = Mile widziane języki
weights-nice_languages-hint = Iloma z nich ktoś mówi.
weights-nice_sex = Mile widziana płeć
weights-nice_sex-hint = Tylko tam, gdzie ktoś wolałby kobietę albo mężczyznę.
weights-fairness = Każdemu po trochu
weights-fairness-hint = Ile punktów traci ktoś za każdy kolejny termin w planie. Im więcej, tym równiej.
weights-continuity = Te same ręce w całej serii
weights-continuity-hint = Ile zyskuje ktoś, kto przychodzi kolejny raz w to samo miejsce.
weights-stability = Bez zmian, jeśli można
weights-stability-hint = Ile musi zyskać zamiana, żeby ruszyć kogoś, kto już był w planie.
weights-wait = Różnica pojawi się tutaj, gdy tylko policzy ją przeglądarka.
weights-result = Co by się zmieniło
weights-result-about = Próba na najbliższe dwa tygodnie, policzona na tym urządzeniu. Oba plany ocenia się według suwaków tak, jak teraz stoją.
weights-now = teraz
weights-then = po zmianie
weights-row-covered = potrzebne miejsca, na które ktoś jest
weights-row-fit = dopasowanie na osobę
weights-of = { $some } z { $all }
weights-points = { $count ->
    [one] { $count } punkt
    [few] { $count } punkty
    [many] { $count } punktów
   *[other] { $count } punktu
}
weights-unknown = –
weights-covered-same = tyle samo miejsc
weights-covered-more = { $count ->
    [one] +{ $count } miejsce
    [few] +{ $count } miejsca
    [many] +{ $count } miejsc
   *[other] +{ $count } miejsca
}
weights-covered-fewer = { $count ->
    [one] −{ $count } miejsce
    [few] −{ $count } miejsca
    [many] −{ $count } miejsc
   *[other] −{ $count } miejsca
}
weights-fit-same = dopasowanie bez zmian
weights-fit-better = +{ $percent }% dopasowania
weights-fit-worse = −{ $percent }% dopasowania
weights-moved = { $count ->
    [0] nikt nie zmienia miejsca
    [one] { $count } osoba w innym miejscu
    [few] { $count } osoby w innym miejscu
    [many] { $count } osób w innym miejscu
   *[other] { $count } osoby w innym miejscu
}
weights-back = Przywróć
weights-saved = Zapisano. Plan już się do tego dostosowuje.
weights-saved-by = Ustawienie zapisane: { $name }, { $when }.
weights-never-saved = Nikt jeszcze nic nie zmienił: tak jest na początek.
weights-who-may = Możesz spokojnie próbować: nic się przez to nie zmienia. Zapisać może administrator programu.
