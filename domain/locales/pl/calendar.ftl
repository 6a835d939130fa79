slot-count = { $count ->
    [one] { $count } termin
    [few] { $count } terminy
    [many] { $count } terminów
   *[other] { $count } terminu
}
seats-missing = { $count ->
    [one] brakuje { $count } osoby
    [few] brakuje { $count } osób
    [many] brakuje { $count } osób
   *[other] brakuje { $count } osoby
}
title-calendar = Kalendarz pomocy
span-label = Widok
span-agenda = Lista
span-day = Dzień
span-week = Tydzień
span-month = Miesiąc
range-from = Od: { $day }
earlier = Wcześniej
later = Później
week-before = Tydzień wcześniej
week-after = Tydzień później
strip-label = Dni tygodnia
agenda-next = Następne dni
seats-taken = { $taken } z { $max }
filters = Filtry
filters-chosen =
    { $count ->
        [one] { $count } wybrany
        [few] { $count } wybrane
        [many] { $count } wybranych
       *[other] { $count } wybrane
    }
filters-show = Pokaż
filters-clear = Wyczyść filtry
filter-text = Szukaj
filter-kind = Rodzaj pomocy
filter-organisation = Miejsce
filter-district = Osiedle
filter-weekday = Dzień tygodnia
filter-any = wszystkie
nothing-title = Nic tu nie ma
nothing-here = W tych dniach nikt nie potrzebuje pomocy.
nothing-filtered = Nic nie pasuje do tych filtrów w tych dniach.
nothing-nearest = Najbliżej: { $day }
nothing-that-day = nic tego dnia
holiday-new-year = Nowy Rok
holiday-epiphany = Trzech Króli
holiday-easter = Wielkanoc
holiday-easter-monday = Poniedziałek Wielkanocny
holiday-labour = Święto Pracy
holiday-constitution = Święto Konstytucji
holiday-pentecost = Zielone Świątki
holiday-corpus-christi = Boże Ciało
holiday-assumption = Wniebowzięcie
holiday-all-saints = Wszystkich Świętych
holiday-independence = Święto Niepodległości
holiday-christmas-eve = Wigilia
holiday-christmas = Boże Narodzenie
mine-pending = Czeka na zgodę
mine-approved = Potwierdzone
mine-waitlisted = Lista rezerwowa
mine-offered = Miejsce czeka na Ciebie
mine-refused = Tym razem nie
mine-withdrawn = Wycofane
mine-cancelled = Odwołane
mine-attended = Dziękujemy!
mine-no_show = Nieobecność
order-label = Kolejność
order-time = Po kolei
order-for-me = Dla mnie
for-me-hint = Powiedz nam, co lubisz, gdzie mieszkasz i kiedy masz czas, a pokażemy najpierw to, co do Ciebie pasuje.
for-me-profile = Uzupełnij profil
for-me-empty-title = Na razie nic dla Ciebie
for-me-empty = W najbliższych dniach nie ma miejsca, które możesz zająć. Uzupełnij profil albo zajrzyj do całego kalendarza.
fit-time = pasuje do Twojego wolnego czasu
fit-liked = lubisz takie zajęcia
fit-near = blisko Ciebie
fit-remote = bez dojazdu
fit-known = znasz to miejsce
refusal-short-not-yet-open = zgłoszenia od { $when }
refusal-short-cancelled = odwołane
refusal-short-started = już trwa
refusal-short-already-claimed = masz zgłoszenie
refusal-short-not-active = najpierw kilka kroków
refusal-short-no-birth-date = brak daty urodzenia
refusal-short-too-young = od { $number } lat
refusal-short-minor-at-home = tylko dorośli
refusal-short-minor-at-night = do { $number }:00 przed 18. rokiem
refusal-short-minor-too-long = najwyżej { $number } godz.
refusal-short-minor-no-rest = za mało odpoczynku
refusal-short-not-screened = potrzebne sprawdzenie
refusal-short-overlaps = nakłada się
refusal-short-too-close = za mało czasu na dojazd
refusal-short-weekly-limit = limit tygodnia
refusal-short-full = komplet
refusal-short-alone-only = tylko pojedynczo
refusal-short-group-not-screened = nie dla grup
refusal-short-party-stays = kilka miejsc
refusal-short-handing-over = szukasz zastępstwa
refusal-short-party-waits = czeka grupa
refusal-short-too-few-places = { $number ->
    [one] zostało { $number } miejsce
    [few] zostały { $number } miejsca
    [many] zostało { $number } miejsc
   *[other] zostało { $number } miejsc
}
refusal-short-other-cannot = druga osoba nie może
refusal-short-over = po czasie
refusal-short-minor-day = najwyżej { $number } godz.
refusal-short-standing-full = stałe miejsca zajęte
hours-total = { $hours } godz. { $minutes } min
duration-minutes = { $minutes } min
duration-hours = { $hours } godz.
lane-title = Kiedy Ci pasuje
lane-count = { $count ->
    [one] { $count } zadanie bez godziny
    [few] { $count } zadania bez godziny
    [many] { $count } zadań bez godziny
   *[other] { $count } zadania bez godziny
}
lane-more = { $count ->
    [one] jeszcze { $count } zadanie
    [few] jeszcze { $count } zadania
    [many] jeszcze { $count } zadań
   *[other] jeszcze { $count } zadania
}
lane-much = { $much }, do: { $until }
subscribe-title = Terminy w Twoim kalendarzu
subscribe-lede = Kalendarz w telefonie lub komputerze sam pokaże nowe terminy i odwołania.
subscribe-do = Subskrybuj
subscribe-file = Plik .ics
subscribe-more = Inne sposoby
take-along = Dodaj do mojego kalendarza
map-title = Mapa osiedli
span-days3 = 3 dni
mine-and-open = Moje i wolne
found = { $count ->
    [0] Nic nie pasuje
    [one] Pasuje { $count } termin
    [few] Pasują { $count } terminy
    [many] Pasuje { $count } terminów
   *[other] Pasuje { $count } terminu
}
found-first = Pierwsze pasujące terminy: { $count }
filter-drop = (usuń ten filtr)
filter-words = „{ $text }”
filter-part = Pora dnia
filter-remote = Gdzie
filter-from-home = zdalnie
filter-at-place = na miejscu
filter-repeats = Jak często
filter-often = co jakiś czas
filter-once = jeden raz
filter-age = Wiek
filter-age-typed = Ile masz lat?
filter-my-age = w moim wieku ({ $age } l.)
filter-of-age = dla osób w wieku { $age } l.
filter-unknown = coś, czego już nie ma
nothing-ways = Bez jednego filtra coś by się znalazło:
nothing-without = { $count ->
    [one] bez „{ $what }”: { $count } termin
    [few] bez „{ $what }”: { $count } terminy
    [many] bez „{ $what }”: { $count } terminów
   *[other] bez „{ $what }”: { $count } terminu
}
nothing-mine = W tych dniach nie masz nic swojego i nie ma wolnych miejsc dla Ciebie.
nothing-mine-all = Pokaż wszystko
filter-morning = przed południem
filter-afternoon = po południu, przed 17:00
filter-evening = od 17:00
watch-from-filters = Pisz do mnie o takich
