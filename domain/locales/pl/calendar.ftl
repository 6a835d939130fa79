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
fact-when = Kiedy
fact-where = Gdzie
fact-people = Ile osób
fact-for-whom = Dla kogo
from-age = od { $age } lat
needs-checks = Zajęcie z dziećmi: najpierw sprawdzamy dokumenty wymagane przez prawo
needs-confidentiality = Podpisujemy oświadczenie o poufności
other-dates = Inne terminy
all-dates = Wszystkie terminy
open-dates-title = Terminy
open-dates-none-title = Na razie bez terminów
open-dates-none = Zajrzyj do kalendarza – może coś innego Ci się spodoba.
claim-title = Chcesz pomóc?
claim-yours = Twoje zgłoszenie
claim-do = Zgłaszam się
claim-sign-in = Zaloguj się i zgłoś
promise-instant = Od razu potwierdzone. Zrezygnujesz jednym dotknięciem, aż do początku.
promise-approval = Koordynatorka potwierdzi i od razu damy Ci znać. Zrezygnujesz jednym dotknięciem.
promise-visitor = Wystarczy adres e-mail. Wyślemy kod, bez hasła.
withdraw-do = Rezygnuję
mine-pending = Czeka na zgodę
mine-approved = Potwierdzone
mine-waitlisted = Lista rezerwowa
mine-offered = Miejsce czeka na Ciebie
mine-refused = Tym razem nie
mine-withdrawn = Wycofane
mine-cancelled = Odwołane
mine-attended = Dziękujemy!
mine-no_show = Nieobecność
next-pending = Koordynatorka zdecyduje i od razu zobaczysz to tutaj. Napiszemy też e-mail.
next-approved = Masz miejsce. Przyjdź kilka minut wcześniej. Gdyby coś wypadło, zrezygnuj tutaj – ktoś inny chętnie wejdzie.
next-waitlisted = Damy znać, gdy zwolni się miejsce.
next-offered = Zwolniło się miejsce. Potwierdź, że je bierzesz.
next-refused = Zobacz inne terminy – na pewno coś się znajdzie.
next-withdrawn = Możesz zgłosić się ponownie.
next-cancelled = Ten termin się nie odbędzie. Nie musisz nic robić.
next-attended = Godziny są zapisane w „Moje”.
next-no_show = Jeśli to pomyłka, porozmawiaj z osobą prowadzącą.
missing-title = Co jeszcze przed Tobą
missing-birth-date = Data urodzenia
missing-birth-date-how = Uzupełnij ją w profilu.
missing-interview = Rozmowa z koordynatorką
missing-interview-how = Odezwiemy się, żeby umówić krótkie spotkanie.
missing-training = Szkolenie
missing-training-how = Jedno spotkanie: zasady, bezpieczeństwo, Twoje pytania.
missing-paperwork = Porozumienie i oświadczenia
missing-paperwork-how = Podpiszemy je razem w ośrodku.
missing-end-break = Koniec przerwy
missing-end-break-how = Zadzwoń albo napisz do koordynatorki, gdy chcesz wrócić.
missing-apply-again = Nowe zgłoszenie
missing-apply-again-how = Porozmawiaj z koordynatorką.
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
