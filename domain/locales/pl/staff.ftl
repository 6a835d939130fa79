# Coordinator's dashboard
board-title = Zgłoszenia
board-live = na żywo
board-live-lost = łączę ponownie…
board-live-off = łączę…
board-waiting = Czekają na zgodę
board-waiting-list = Zgłoszenia, od najstarszego
board-none-waiting = Nikt nie czeka
board-none-waiting-text = Nowe zgłoszenia pojawią się tu same.
board-more-waiting = Widać { $shown } najstarszych z { $total } zgłoszeń. Następne pojawią się, gdy podejmiesz decyzje.
board-since = czeka od { $when }
board-select = Wybierz: { $name }
board-select-all = Wszystkie
board-selected = { $count ->
    [one] wybrano { $count } osobę
    [few] wybrano { $count } osoby
    [many] wybrano { $count } osób
   *[other] wybrano { $count } osoby
}
board-approve = Przyjmij
board-refuse = Odmów
board-approve-name = Przyjmij: { $name }
board-refuse-name = Odmów: { $name }
board-approve-selected = Przyjmij zaznaczone ({ $count })
board-refuse-selected = Odmów ({ $count })
board-reason = Powód dla wolontariusza
board-reason-hint = Przeczyta go w wiadomości. Może być pusty.
board-preset-full = Brak miejsc
board-preset-other = Inne doświadczenie
board-preset-call = Inny termin
board-preset-papers = Najpierw formalności
board-reason-full = Nie mamy już miejsc w tym terminie.
board-reason-other = Tym razem szukamy osoby z innym doświadczeniem. Zapraszamy do innych zadań.
board-reason-call = Zadzwonimy i zaproponujemy inny termin.
board-reason-papers = Najpierw dokończmy formalności, potem zapraszamy.
board-refuse-now = Odmów i wyślij
board-back = Wróć
board-undo = Cofnij
board-undo-name = Cofnij: { $name }
board-approved-one = Przyjęto: { $name }.
board-refused-one = Odmówiono: { $name }.
board-approved-many = { $count ->
    [one] Przyjęto { $count } osobę.
    [few] Przyjęto { $count } osoby.
    [many] Przyjęto { $count } osób.
   *[other] Przyjęto { $count } osoby.
}
board-refused-many = { $count ->
    [one] Odmówiono { $count } osobie.
    [few] Odmówiono { $count } osobom.
    [many] Odmówiono { $count } osobom.
   *[other] Odmówiono { $count } osoby.
}
board-undone = Cofnięto decyzję: { $name }.
board-fate-approved = przyjęto
board-fate-refused = odmówiono
board-fate-by = { $name }, { $time }
board-fate-gone = zgłoszenie wycofane
board-new = nowe
board-recent = Ostatnie decyzje
board-recent-none = W ostatnich dziesięciu minutach nie było decyzji.
board-recent-by = { $name } o { $time }
board-gaps = Wolne miejsca
board-gap-waiting = { $count ->
    [one] { $count } czeka
    [few] { $count } czekają
    [many] { $count } czeka
   *[other] { $count } czeka
}
board-keys = Klawisze
board-keys-on = Skróty klawiszowe działają na tej stronie
board-key-next = następna osoba
board-key-previous = poprzednia
board-key-select = zaznacz
board-key-approve = przyjmij
board-key-refuse = odmów
board-key-undo = cofnij
board-key-help = ta pomoc
fact-age = { $count ->
    [one] { $count } rok
    [few] { $count } lata
    [many] { $count } lat
   *[other] { $count } roku
}
fact-newcomer = pierwszy raz w programie
fact-attended = { $count ->
    [one] { $count } raz z nami
    [few] { $count } razy z nami
    [many] { $count } razy z nami
   *[other] { $count } razu z nami
}
fact-here = { $count ->
    [one] { $count } raz tutaj
    [few] { $count } razy tutaj
    [many] { $count } razy tutaj
   *[other] { $count } razu tutaj
}
fact-missed = { $count ->
    [one] { $count } nieobecność
    [few] { $count } nieobecności
    [many] { $count } nieobecności
   *[other] { $count } nieobecności
}
fact-likes = lubi takie zadania
fact-time = ma wtedy czas
fact-no-time = zwykle nie ma wtedy czasu
fact-district = mieszka na tym osiedlu
fact-languages = mówi też: { $languages }
fact-language-uk = po ukraińsku
fact-language-en = po angielsku
warning-cancelled = termin odwołany
warning-started = już się zaczęło
warning-already-claimed = już się tu zgłasza
warning-not-active = jeszcze bez zgody na zadania
warning-no-birth-date = brak daty urodzenia
warning-too-young = za młoda osoba: od { $number } lat
warning-minor-at-home = niepełnoletnia osoba, zadanie w mieszkaniu
warning-minor-at-night = niepełnoletnia osoba, za późno (do { $number }:00)
warning-minor-too-long = niepełnoletnia osoba, za długo (do { $number } min)
warning-minor-no-rest = niepełnoletnia osoba, za mało odpoczynku
warning-not-screened = brak weryfikacji do pracy z dziećmi
warning-overlaps = w tym czasie ma inne zadanie
warning-too-close = za mało czasu na dojazd ({ $number } min)
warning-weekly-limit = ponad tygodniowy limit ({ $number } min)
warning-full = brak wolnych miejsc

# Opportunities
offers-title = Oferty
offers-new = Nowa oferta
offers-search = Szukaj oferty
offers-search-go = Szukaj
offers-coming = Nadchodzące
offers-drafts = Szkice
offers-past = Dawne
offers-cancelled = Odwołane
offers-none = Nie ma tu żadnej oferty
offers-none-text = Zmień filtr albo dodaj pierwszą.
offers-column-what = Oferta
offers-column-where = Gdzie
offers-column-next = Najbliższy termin
offers-column-dates = Terminy
offers-column-state = Stan
offers-more = Pokazano pierwszych { $shown } z { $total }. Zawęź listę wyszukiwaniem.
offer-no-dates = bez terminów
offer-back = Oferty
offer-new-title = Nowa oferta
offer-text = O ofercie
offer-place-part = Gdzie i dla kogo
offer-organisation = Placówka lub partner
offer-kind = Rodzaj pomocy
offer-choose = Wybierz…
offer-title = Tytuł
offer-title-hint = W kilku słowach, tak jak powiesz to komuś przez telefon.
offer-description = Na czym to polega
offer-description-hint = Co się robi, co zabrać, kto pomoże na miejscu.
offer-place = Miejsce
offer-place-hint = Sala, wejście, przystanek.
offer-district = Osiedle
offer-no-district = Bez osiedla
offer-remote = Można pomagać zdalnie
offer-min-age = Najmłodszy wiek
offer-min-age-hint = Dla tego rodzaju pomocy zwykle od { $age } lat.
offer-rule = Jak się zgłasza
offer-rule-instant = Miejsce od razu
offer-rule-instant-text = Kto się zgłosi i spełnia warunki, ma miejsce.
offer-rule-approval = Po zgodzie koordynatora
offer-rule-approval-text = Zgłoszenie czeka na Twoją decyzję.
offer-save = Zapisz
offer-create = Zapisz szkic
offer-saved = Zapisano.
offer-errors = { $count ->
    [one] Popraw { $count } pole
    [few] Popraw { $count } pola
    [many] Popraw { $count } pól
   *[other] Popraw { $count } pola
}
offer-publish = Opublikuj
offer-published = Opublikowano. Oferta jest w kalendarzu.
offer-publish-hint = Szkic widzą tylko koordynatorzy.
offer-publish-dates = Najpierw dodaj termin, wtedy pojawi się w kalendarzu.
offer-see = Zobacz jak wolontariusz
offer-cancel = Odwołaj całą ofertę
offer-cancel-text = Wszystkie przyszłe terminy zostaną odwołane, a zgłoszone osoby dostaną wiadomość.
offer-cancel-reason = Powód dla zgłoszonych osób
offer-cancel-now = Odwołaj ofertę
offer-told = { $count ->
    [0] Odwołano. Nikt nie był zgłoszony.
    [one] Odwołano. Wiadomość dostanie { $count } osoba.
    [few] Odwołano. Wiadomość dostaną { $count } osoby.
    [many] Odwołano. Wiadomość dostanie { $count } osób.
   *[other] Odwołano. Wiadomość dostanie { $count } osoby.
}
dates-title = Terminy
dates-add-title = Dodaj terminy
dates-day = Dzień
dates-starts = Od godziny
dates-ends = Do godziny
dates-ends-hint = Godzina wcześniejsza niż początek oznacza następny dzień.
dates-min = Najmniej osób
dates-max = Najwięcej osób
dates-skip = Pomiń święta
dates-added = { $count ->
    [one] Dodano { $count } termin.
    [few] Dodano { $count } terminy.
    [many] Dodano { $count } terminów.
   *[other] Dodano { $count } terminu.
}
dates-waiting = { $count ->
    [one] { $count } osoba czeka
    [few] { $count } osoby czekają
    [many] { $count } osób czeka
   *[other] { $count } osoby czeka
}
dates-cancelled = odwołany

# People
people-title = Ludzie
people-all = Wszyscy
people-search = Imię, nazwisko lub e-mail
people-search-go = Szukaj
people-none = Nikogo tu nie ma
people-none-text = Sprawdź pisownię albo wybierz inny etap.
people-shown = Widać pierwszych { $count } osób. Zawęź listę wyszukiwaniem.
people-list = Wolontariusze
people-column-person = Osoba
people-column-status = Etap
people-column-since = Od kiedy
people-column-screening = Weryfikacja (dzieci)
people-column-next = Co dalej
people-next-interview = Na rozmowę
people-next-training = Na szkolenie
people-next-paperwork = Do dokumentów
people-next-trial = Na okres próbny
people-next-active = Na stałe
people-next-return = Wraca do nas
people-more-label = Więcej: { $name }
people-pause = Przerwa w pomaganiu
people-end = Zakończ współpracę
people-reject = Odmów przyjęcia
people-withdraw = Osoba zrezygnowała
people-again = Zgłasza się znowu
people-screened = zapisana
people-not-screened = brak
people-screen = Zapisz weryfikację
people-screen-short = Zapisz
people-unscreen-short = Cofnij
people-unscreen = Cofnij zapis weryfikacji
people-screening-hint = Zapisujemy tylko fakt i dzień. Wydruki zostają w teczce.
people-moved = { $name }: { $status }.
people-screening-saved = { $name }: weryfikacja zapisana.
people-screening-removed = { $name }: zapis weryfikacji cofnięty.

# Hosts
host-title = Obecność
host-lede = Kto przyjdzie i kto był. Godziny liczą się same.
host-confirm = Do potwierdzenia
host-confirm-none = Wszystko potwierdzone. Dziękujemy!
host-coming = Przyjdą
host-week = Tydzień placówki
host-coming-none = W najbliższych dwóch tygodniach nikt nie jest zapisany.
host-confirmed = Potwierdzone
host-confirmed-none = Tu pojawią się terminy z ostatnich dwóch tygodni.
host-nobody = Jeszcze nikt się nie zapisał.
host-came = Był/a
host-missed = Nie było
host-minutes = Ile minut
host-minutes-unit = min
host-presence = Obecność: { $name }
host-call = Zadzwoń: { $name }
host-recorded-came = { $name }: obecność zapisana. Naciśnij jeszcze raz, żeby cofnąć.
host-recorded-missed = { $name }: zapisano nieobecność. Naciśnij jeszcze raz, żeby cofnąć.
host-recorded-reset = { $name }: zapis cofnięty.
host-done = wszystko zapisane
host-seats = { $taken } z { $max }
# The waiting list, stepping back, who comes instead
queue-title = Kto czeka na miejsce
queue-lede = Zwolnione miejsce proponujemy po kolei.
queue-asked = zapytana osoba, do: { $until }
queue-turn = { $turn }.
queue-since = od { $when }
queue-places = { $count ->
    [one] { $count } miejsce
    [few] { $count } miejsca
    [many] { $count } miejsc
   *[other] { $count } miejsca
}
queue-change = Zmień kolej
queue-change-name = Zmień kolej: { $name }
queue-to = Dokąd
queue-to-top = na początek – zapytamy teraz
queue-to-up = o jedno miejsce wyżej
queue-to-down = o jedno miejsce niżej
queue-reason = Dlaczego
queue-save = Zmień
do-queue = Na listę rezerwową
do-queue-name = Na listę rezerwową: { $name }
seating-asked-again = nie potwierdza zmiany
seating-kept = trzymamy miejsce
risk-not-confirmed = { $name }: bez odpowiedzi po zmianie terminu
risk-kept = { $name }: miejsce z listy rezerwowej czeka na odpowiedź
stepped-late-title = Rezygnacje tuż przed
stepped-late-at = { $when } · zgłoszone { $at }
agreements-title = Zastępstwa do decyzji
agreement-stand-in = { $to } zamiast: { $from }
agreement-swap = { $from } i { $to } zamieniają się: { $when } na { $other }
agreement-allow = Zgadzam się
agreement-allow-name = Zgadzam się: { $to } zamiast { $from }
agreement-refuse = Zostaje, jak było
agreement-refuse-name = Zostaje, jak było: { $from }
claim-state-pending = czeka na zgodę
claim-state-approved = przyjęte
claim-state-waitlisted = na liście rezerwowej
claim-state-offered = zwolnione miejsce czeka na odpowiedź
claim-state-refused = odmowa
claim-state-withdrawn = wycofane
claim-state-cancelled = odwołane
claim-state-attended = obecność potwierdzona
claim-state-no_show = nieobecność
pair-action-approve = miejsce przyznane
pair-action-refuse = odmowa
pair-action-offer = propozycja wysłana
pair-action-take_back = propozycja wycofana
pair-action-lock = miejsce zatrzymane dla tej osoby
pair-action-unlock = miejsce już nie jest zatrzymane
pair-action-exclude = ta osoba pominięta
pair-action-allow = ta osoba znów brana pod uwagę
window-add-title = Dodaj zadanie bez godziny
window-lede = Na przykład „3 godziny, kiedy Ci pasuje, między 1 a 14 grudnia” albo „do piątku”. Każda osoba sama dzieli swoją pracę.
window-first = Pierwszy dzień (puste: od dziś)
window-last = Ostatni dzień
window-hours = Ile pracy: godziny
window-minutes = i minuty
window-add = Dodaj zadanie
window-widen = Przedłuż albo dodaj miejsca
window-widen-do = Zapisz zmianę
window-widened = Zmiana zapisana.
window-added = Dodano zadanie.
host-noted = { $much } według wolontariusza
host-noted-done = zrobione: { $much }
settings-lede = Te liczby obowiązują od razu, także dla terminów i zgłoszeń, które już są. Zmienia je administrator.
settings-travel = Między dwoma miejscami (minuty)
settings-travel-hint = Tyle czasu ma każdy na dojazd. Krótszej przerwy nikt nie dostanie.
settings-weekly = Dorośli w tygodniu najwyżej (godziny)
settings-weekly-hint = Kto chce, ustawi sobie mniej w profilu.
settings-minor = Niepełnoletni w tygodniu najwyżej (godziny)
settings-minor-hint = Prawo pozwala na 12 godzin.
settings-cancel = Rezygnacja bez telefonu do (godziny przed terminem)
settings-cancel-hint = Później od razu dowiadują się koordynatorzy i placówka.
settings-waitlist = Wolne miejsce czeka na osobę z listy (godziny)
settings-waitlist-hint = Bliżej terminu krócej, nigdy do północy ani w nocy.
settings-party = Grupa: najwięcej miejsc w jednym zgłoszeniu
settings-party-hint = Razem z osobą, która odpowiada za grupę.
settings-swaps = O zastępstwach i zamianach decyduje koordynator
settings-swaps-hint = Bez tego dowiaduje się o nich, gdy już są.
settings-saved = Ustawienia zapisane. Obowiązują od teraz.
