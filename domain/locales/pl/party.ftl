# Z kim się przychodzi: zaproszenie dla jednej osoby, klasa, firma, inna grupa.

refusal-alone-only = W tym zadaniu każdy zgłasza się sam i sam wybiera godziny.
refusal-group-not-screened = Tu pracujemy z dziećmi, więc każda osoba musi wcześniej przejść sprawdzenie. Grupa nie może się zgłosić – możecie zgłosić się pojedynczo.
refusal-party-stays = Kilku miejsc naraz nie można przekazać ani zamienić. Najpierw zrezygnuj z miejsc dla innych osób.
refusal-handing-over = Szukasz kogoś na swoje miejsce. Wycofaj to pytanie, a potem zaproś drugą osobę.
refusal-party-waits = Wolne miejsca czekają na grupę, która zgłosiła się wcześniej. Możesz zapisać się na listę oczekujących.
refusal-too-few-places = { $number ->
    [one] Zostało { $number } wolne miejsce – za mało.
    [few] Zostały { $number } wolne miejsca – za mało.
    [many] Zostało { $number } wolnych miejsc – za mało.
   *[other] Zostało { $number } wolnych miejsc – za mało.
}

input-too-many-names = Nazwisk jest więcej niż miejsc. Zwiększ liczbę miejsc albo usuń kilka osób.
input-below-names = Na liście jest więcej osób. Najpierw usuń nazwiska.
input-not-full-name = Wpisz imię i nazwisko.

# Zaproszenie
invite-title = Przyjdziesz z kimś?
invite-lede = Zatrzymamy drugie miejsce i damy Ci link dla tej osoby. Ma na odpowiedź do 24 godzin, przy bliskim terminie krócej.
invite-claim = Zgłaszam siebie i drugą osobę
invite-email = Adres osoby, z którą przyjdziesz
invite-email-hint = Nie trzeba go podawać. Link wyślemy tylko na ten adres i nie założymy na niego konta.
invite-do = Zatrzymaj miejsce i daj link
invite-waiting = Trzymamy drugie miejsce. Czekamy na odpowiedź do { $until }.
invite-again = Daj nowy link
invite-again-hint = Poprzedni link przestanie działać.
invite-take-back = Rezygnuję z drugiego miejsca
invite-own = Link dla osoby, z którą przyjdziesz
invite-own-lede = Wyślij go tej osobie teraz. Miejsce czeka do { $until }.
invite-own-once = Linku nie przechowujemy, więc nie pokażemy go drugi raz. W razie potrzeby utworzysz nowy przy swoim zgłoszeniu.
invite-link = Link do zaproszenia
invite-share = Wyślij
invite-copy = Kopiuj
invite-copied = Skopiowano.
invite-share-text = Przyjdziesz ze mną? { $title }, { $when }
invite-back = Do mojego zgłoszenia
invite-question = { $by } zaprasza Cię, żeby przyjść razem
invite-until = Miejsce czeka na Ciebie do { $until }.
invite-pending = O zgłoszeniach decyduje tu koordynator – każde z Was dostanie odpowiedź.
invite-yes = Przychodzę
invite-no = Nie tym razem
invite-visitor = Żeby przyjąć zaproszenie, zaloguj się kodem z e-maila. Jeśli jesteś tu pierwszy raz, założymy Ci konto i powiemy, co dalej.
invite-sign-in = Zaloguj się i odpowiedz
invite-cannot = Na razie nie możesz przyjąć zaproszenia
invite-cannot-held = Miejsce czeka do { $until }. Gdy przeszkoda zniknie, wróć pod ten link.
invite-thanks-title = Dziękujemy za odpowiedź
invite-thanks = Damy znać osobie, która zapraszała. Zajrzyj do kalendarza – może pasuje Ci inny termin.

# Grupa
party-kind-school = Klasa, szkoła
party-kind-company = Firma
party-kind-other = Inna grupa
party-link = Zgłoś klasę, firmę albo grupę
party-title = Zgłoszenie grupy
party-lede = Jednym zgłoszeniem prosisz o kilka miejsc. Odpowiadasz za grupę i przychodzisz z nią. O zgłoszeniu decyduje koordynator.
party-kind = Kto przyjdzie
party-name = Nazwa grupy
party-name-hint = Na przykład: klasa 2b, SP nr 5.
party-places = Ile osób razem z Tobą
party-places-hint = Od 2 do { $most }.
party-days = Ile dni przed terminem podasz nazwiska
party-days-hint = Zwykle 3 dni, do godziny 20:00. Miejsca bez nazwiska zwolnimy wtedy dla innych.
party-queue = Jeśli nie ma tylu miejsc, zapytaj koordynatora o miejsce na liście oczekujących
party-queue-hint = Grupa czeka, aż będzie dość miejsc dla wszystkich. Do dnia podania nazwisk mniejsi jej nie wyprzedzą, chyba że koordynator zmieni kolejność.
party-do = Zgłaszam grupę
party-none = Tu nie można zgłosić grupy.
party-line = { $name } · { $places ->
    [one] { $places } osoba
    [few] { $places } osoby
    [many] { $places } osób
   *[other] { $places } osób
}
party-names-count = { $names ->
    [one] { $names } nazwisko
    [few] { $names } nazwiska
    [many] { $names } nazwisk
   *[other] { $names } nazwisk
}
party-names-missing = { $count ->
    [one] brakuje { $count } nazwiska
    [few] brakuje { $count } nazwisk
    [many] brakuje { $count } nazwisk
   *[other] brakuje { $count } nazwisk
}
party-names-wrong = { $count ->
    [one] { $count } osoba nie może przyjść
    [few] { $count } osoby nie mogą przyjść
    [many] { $count } osób nie może przyjść
   *[other] { $count } osób nie może przyjść
}
party-names-until = nazwiska do { $until }
party-freed = { $count ->
    [one] zwolniono { $count } miejsce bez nazwiska
    [few] zwolniono { $count } miejsca bez nazwiska
    [many] zwolniono { $count } miejsc bez nazwiska
   *[other] zwolniono { $count } miejsc bez nazwiska
}
party-two = z drugą osobą
party-list = Lista osób
party-list-lede = Wpisz imię, nazwisko i datę urodzenia każdej osoby oprócz siebie. Listę możesz poprawiać do { $until }; miejsca bez nazwiska zwolnimy wtedy dla innych. Widzą ją tylko koordynatorzy, a same nazwiska placówka, do której przyjdziecie. Po 30 dniach ją usuniemy.
party-list-closed = Czas na zmiany minął: { $until }.
party-list-empty = Nie ma jeszcze żadnego nazwiska.
party-row = Osoba { $number }
party-row-name = Imię i nazwisko
party-row-birth = Data urodzenia
party-paste = Wklej kilka osób naraz
party-paste-hint = W każdym wierszu imię i nazwisko, potem data urodzenia, na przykład: Ala Nowak 12.03.2011. Dodamy je do tabeli.
party-save = Zapisz listę
party-saved = Lista zapisana.
party-cannot-come = Nie może przyjść. { $why } Wpisz w to miejsce inną osobę.
party-resize = Zmień liczbę miejsc
party-resize-hint = Z Twoim miejscem. Mniej: wolne miejsca dostaną inni. Więcej: tylko tyle, ile jest wolnych.
party-resize-do = Zmień
party-resized = Liczba miejsc zmieniona.
party-responsible = Odpowiada: { $name }
party-back = Do terminu
party-alone-note = Dopóki trzymasz miejsca dla innych, nie można szukać zastępstwa.
party-host = Grupa: { $name }
party-came-of = na miejscu: { $came } z { $count }
