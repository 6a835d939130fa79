widget-title = Najbliższe terminy wolontariatu
widget-empty = Teraz nie ma tu otwartych terminów. Zajrzyj do całego kalendarza.
widget-all = Cały kalendarz
widget-full = Komplet
widget-free = { $count ->
    [one] { $count } wolne miejsce
    [few] { $count } wolne miejsca
    [many] { $count } wolnych miejsc
   *[other] { $count } wolnego miejsca
}
share-title = Kalendarz w innych miejscach
share-lede = W Twoim telefonie, na stronie Twojej szkoły, w innym programie.
share-organisations = Kalendarz jednej placówki
share-kinds = Kalendarz jednego rodzaju pomocy
share-own-title = Tylko Twoje terminy
share-own = Swój własny kalendarz, z Twoimi zgłoszeniami, znajdziesz w profilu:
share-widget-title = Terminy na Twojej stronie
share-widget = Wklej ten kod na stronę szkoły, parafii albo klubu. Pokaże najbliższe terminy, bez ciasteczek i skryptów.
share-widget-count = Ile terminów
share-widget-do = Pokaż kod
share-widget-code = Kod do wklejenia
share-widget-look = Zobacz, jak to wygląda
share-all = wszystkie
share-json-title = Dla programistów
share-json = Otwarte terminy jako JSON, z filtrami placowka, rodzaj, osiedle i ile. Pole version zmieni się, gdy zmieni się znaczenie pól.
own-calendar-title = Mój kalendarz w telefonie
own-calendar = Twój kalendarz pokaże Twoje terminy i to, czy są już potwierdzone. Jego adres jest tajny: kto go zna, widzi Twoje terminy.
own-calendar-make = Utwórz tajny adres
own-calendar-reset = Ustaw nowy adres
own-calendar-address = Tajny adres Twojego kalendarza
own-calendar-now = Gotowe. Skopiuj adres teraz: za kilka minut już go nie pokażemy.
own-calendar-since = Twój kalendarz ma adres od: { $day }. Nie możemy go pokazać drugi raz. Gdy ustawisz nowy, stary przestanie działać.
easyread-title = Jak pomagać
easyread-lede = To jest tekst łatwy do czytania.
easyread-1 = Kto to jest wolontariusz?
easyread-1-a = Wolontariusz pomaga innym ludziom.
easyread-1-b = Robi to, bo chce.
easyread-1-c = Nie dostaje za to pieniędzy.
easyread-1-d = Wolontariuszem może być młody człowiek i senior.
easyread-2 = Jak znaleźć coś dla siebie?
easyread-2-a = Otwórz kalendarz na tej stronie.
easyread-2-b = Zobaczysz, gdzie potrzebna jest pomoc.
easyread-2-c = Zobaczysz dzień i godzinę.
easyread-2-d = Wybierz to, co lubisz.
easyread-3 = Jak się zgłosić?
easyread-3-a = Naciśnij nazwę w kalendarzu.
easyread-3-b = Naciśnij przycisk „Zgłaszam się”.
easyread-3-c = Czasem masz miejsce od razu.
easyread-3-d = Czasem koordynator odpowie później. Dostaniesz wiadomość.
easyread-4 = Co, jeśli nie możesz przyjść?
easyread-4-a = Nic złego się nie stało.
easyread-4-b = Wejdź na stronę „Moje”.
easyread-4-c = Naciśnij „Coś wypadło?”, a potem „Rezygnuję”.
easyread-4-d = Zrób to jak najwcześniej. Wtedy ktoś inny może pomóc.
easyread-5 = O czym pamiętać?
easyread-5-a = Nie mów obcym o sprawach osób, którym pomagasz.
easyread-5-b = Nie rób im zdjęć bez zgody.
easyread-5-c = Gdy coś Cię martwi, powiedz koordynatorowi.
easyread-5-d = Gdy ktoś jest w niebezpieczeństwie, zadzwoń pod numer 112.
easyread-6 = Kto Ci pomoże?
easyread-6-a = Pomoże Ci koordynator wolontariatu.
easyread-6-b = Koordynator odpowie na Twoje pytania.
easyread-6-c = Jeśli nie masz 18 lat, zgodę daje rodzic lub opiekun.
easyread-6-d = Możesz też przyjść do ośrodka i porozmawiać.
map-lede = Gdzie w Płocku czekają na Ciebie w najbliższych tygodniach. Wybierz osiedle, a zobaczysz jego kalendarz.
map-picture = Osiedla Płocka po obu stronach Wisły
map-river = Wisła
map-note = Liczba na kafelku to otwarte terminy. Położenie jest tylko przybliżone, a kolor mówi to samo co tabela poniżej.
map-dates = Terminy
map-free = Wolne
map-elsewhere = { $count ->
    [one] Poza osiedlami, na przykład zdalnie: { $count } termin.
    [few] Poza osiedlami, na przykład zdalnie: { $count } terminy.
    [many] Poza osiedlami, na przykład zdalnie: { $count } terminów.
   *[other] Poza osiedlami, na przykład zdalnie: { $count } terminu.
}
