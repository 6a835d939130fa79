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

# The board: coming weeks, the plan, what is at risk
cover-title = Najbliższe cztery tygodnie
cover-taken = obsadzone
cover-offered = zapytani
cover-suggested = w planie
cover-empty = nikogo nie widać
cover-day = { $day }: potrzeba { $needed }, obsadzone { $taken }, zapytani { $offered }, w planie { $suggested }, brakuje { $empty }
plan-covered = { $covered } z { $needed } potrzebnych osób
plan-parts = obsadzone { $taken }, zapytani { $offered }, w planie { $suggested }
plan-fit = dopasowanie { $percent }% możliwego
plan-improving = plan się jeszcze poprawia…
plan-weights = Co jak bardzo się liczy
slots-none = Wszystko obsadzone.
slots-more = Widać { $shown } z { $total } terminów. Zawęź listę albo wybierz dzień.
slots-filled = obsadzony
slots-looking = ogląda teraz: { $name }
slots-nobody = { $count ->
    [one] nikogo na { $count } miejsce
    [few] nikogo na { $count } miejsca
    [many] nikogo na { $count } miejsc
   *[other] nikogo na { $count } miejsca
}
slots-seats = Zajęte { $taken } z { $max }, zapytani { $offered }, w planie { $suggested }
risk-title = Zagrożone do jutra
risk-none = Do końca jutra nic nie wygląda na zagrożone.
risk-next = Najlepiej zapytać: { $name } ({ $points } pkt)
risk-nobody = Nikt inny nie spełnia warunków.
risk-empty = { $count ->
    [one] { $count } miejsce bez nikogo
    [few] { $count } miejsca bez nikogo
    [many] { $count } miejsc bez nikogo
   *[other] { $count } miejsca bez nikogo
}
risk-missed = { $name }: nieobecności { $missed } z { $times }
risk-late = { $count ->
    [one] { $name }: { $count } rezygnacja w ostatniej chwili
    [few] { $name }: { $count } rezygnacje w ostatniej chwili
    [many] { $name }: { $count } rezygnacji w ostatniej chwili
   *[other] { $name }: { $count } rezygnacji w ostatniej chwili
}
risk-unanswered = { $name }: jeszcze bez odpowiedzi (do { $until })
plan-day-title = Plan: { $day }
plan-day-none = Na ten dzień plan nie proponuje nikogo więcej.
plan-day-approved = { $count ->
    [0] Nikt z czekających.
    [one] Przyjmiesz { $count } osobę, która czeka.
    [few] Przyjmiesz { $count } osoby, które czekają.
    [many] Przyjmiesz { $count } osób, które czekają.
   *[other] Przyjmiesz { $count } osoby, które czekają.
}
plan-day-asked = { $count ->
    [0] Nikogo nie trzeba pytać.
    [one] Zapytasz { $count } osobę.
    [few] Zapytasz { $count } osoby.
    [many] Zapytasz { $count } osób.
   *[other] Zapytasz { $count } osoby.
}
plan-day-approve = przyjmij
plan-day-ask = zapytaj
plan-day-accept = Przyjmij plan na ten dzień
plan-day-done = { $count ->
    [one] Zrobione: { $count } osoba.
    [few] Zrobione: { $count } osoby.
    [many] Zrobione: { $count } osób.
   *[other] Zrobione: { $count } osoby.
}
staffing-closed = Ten termin już się zaczął, został odwołany albo nie jest opublikowany.
seats-title = Miejsca
seats-nobody = Na razie nikogo nie ma i nikogo nie proponujemy.
seats-left = nie ma już tej osoby
seats-until = do { $when }
seating-approved = ma miejsce
seating-offered = zapytana osoba
seating-locked = zatrzymane miejsce
seating-waiting = prosi o miejsce
seating-suggested = propozycja planu
better-use = Plan widzi tę osobę gdzie indziej o tej porze: { $when },
asked-accepted = przyjęła wcześniej
asked-declined = odmówiła
asked-taken_back = pytanie cofnięto
asked-expired = nie odpowiedziała
do-offer = Zapytaj
do-offer-name = Zapytaj: { $name }
do-take-back = Cofnij pytanie
do-take-back-name = Cofnij pytanie: { $name }
do-lock = Zatrzymaj miejsce
do-lock-name = Zatrzymaj miejsce: { $name }
do-unlock = Zwolnij
do-unlock-name = Zwolnij zatrzymane miejsce: { $name }
do-exclude = Nie ta osoba
do-exclude-name = Nie proponuj: { $name }
do-allow = Przywróć
do-allow-name = Proponuj znowu: { $name }
do-consider = A gdyby?
do-consider-name = Co by było, gdyby przyszła ta osoba: { $name }
did-approve = Przyjęto: { $name }.
did-refuse = Odmówiono: { $name }.
did-offer = Pytamy: { $name }. Wiadomość wyjdzie za chwilę.
did-take_back = Pytanie cofnięte: { $name }.
did-lock = Miejsce zatrzymane: { $name }.
did-unlock = Miejsce zwolnione: { $name }.
did-exclude = Nie proponujemy: { $name }.
did-allow = Znowu proponujemy: { $name }.
exclude-scope = Gdzie nie proponować tej osoby
exclude-slot = tylko w tym terminie
exclude-opportunity = w żadnym terminie tej oferty
exclude-organisation = nigdzie u tego organizatora
exclude-until = Do kiedy (puste: na stałe)
exclude-reason = Dlaczego (dla koordynatorów)
excluded-title = Nie proponujemy tutaj
excluded-until = do { $when }
excluded-by = { $name }
consider-coverage = Inny termin zostałby bez obsady.
consider-worse = Plan byłby gorszy o { $points } pkt.
consider-same = Plan byłby tak samo dobry.
consider-better = Plan byłby lepszy o { $points } pkt.
consider-comes = { $name } przychodzi: { $title }, { $when }
consider-leaves = { $name } zwalnia: { $title }, { $when }
rivals-title = Te same osoby potrzebne są też tutaj
rivals-people = { $count ->
    [one] { $count } osoba
    [few] { $count } osoby
    [many] { $count } osób
   *[other] { $count } osoby
}
key-offer = zapytaj
key-lock = zatrzymaj albo zwolnij miejsce
key-exclude = nie ta osoba
key-consider = a gdyby?
key-next-slot = następny termin
key-previous-slot = poprzedni termin
# What counts how much.
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
weights-row-fit = dopasowanie na osobę, punkty
weights-of = { $some } z { $all }
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
