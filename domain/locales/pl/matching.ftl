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
