# Paper: links to files, and what stands in them
paper-save = Zapisz PDF
paper-print = Drukuj
paper-poster-a4 = Plakat A4
paper-poster-a3 = Plakat A3
paper-label = Na papier
paper-page = strona { $page } z { $pages }
paper-as-of = stan na { $day }
paper-more = jeszcze { $count }
paper-parts = Pora dnia
paper-only = Wybrane: { $what }
paper-goes-on = Dalsze terminy, od { $day }, są w kalendarzu.
paper-cut =
    { $count ->
        [one] To jeden termin z wielu. Pozostałe są na stronie.
        [few] To { $count } pierwsze terminy. Pozostałe są na stronie.
        [many] To { $count } pierwszych terminów. Pozostałe są na stronie.
       *[other] To { $count } pierwszych terminów. Pozostałe są na stronie.
    }
paper-contact-title = Masz pytania?
paper-contact = Zadzwoń albo napisz. Chętnie opowiemy.
paper-open = Zobacz wszystkie terminy i zgłoś się
paper-poster-call = Pomożesz?
paper-poster-scan = Zeskanuj i zobacz terminy
paper-poster-ask = Wolisz zapytać?
paper-poster-next = Najbliżej
paper-qr-alt = Kod QR. Prowadzi do strony { $address }
paper-whose = Dla: { $name }
paper-busy = Przygotowujemy teraz dużo plików. Spróbuj za chwilę.
paper-page-instead = Zobacz stronę
paper-from = Kalendarz pomocy od { $day }
paper-seats =
    { $max ->
        [one] { $taken } z { $max } miejsca
        [few] { $taken } z { $max } miejsc
        [many] { $taken } z { $max } miejsc
       *[other] { $taken } z { $max } miejsca
    }
paper-host-title = Kto przyjdzie
paper-host-lede = Osoby, które mają miejsce w najbliższych dwóch tygodniach. Po spotkaniu podpis wystarczy, resztę potwierdzisz na stronie.
paper-host-name = Imię i nazwisko
paper-host-phone = Telefon
paper-host-sign = Podpis
paper-map-lede = Gdzie w Płocku czekają na Ciebie w najbliższych tygodniach.
