# What stands on paper
sheet-page = strona { $page } z { $pages }
sheet-as-of = stan na { $day }
sheet-more = jeszcze { $count }
sheet-parts = Pora dnia
sheet-only = Wybrane: { $what }
sheet-goes-on = Dalsze terminy, od { $day }, są w kalendarzu.
sheet-cut =
    { $count ->
        [one] To jeden termin z wielu. Pozostałe są na stronie.
        [few] To { $count } pierwsze terminy. Pozostałe są na stronie.
        [many] To { $count } pierwszych terminów. Pozostałe są na stronie.
       *[other] To { $count } pierwszych terminów. Pozostałe są na stronie.
    }
sheet-contact-title = Masz pytania?
sheet-contact = Zadzwoń albo napisz. Chętnie opowiemy.
sheet-open = Zobacz wszystkie terminy i zgłoś się
sheet-poster-call = Pomożesz?
sheet-poster-scan = Zeskanuj i zobacz terminy
sheet-poster-ask = Wolisz zapytać?
sheet-poster-next = Najbliżej
sheet-qr-alt = Kod QR. Prowadzi do strony { $address }
sheet-whose = Dla: { $name }
sheet-busy = Przygotowujemy teraz dużo plików. Spróbuj za chwilę.
sheet-page-instead = Zobacz stronę
sheet-from = Kalendarz pomocy od { $day }
sheet-seats =
    { $max ->
        [one] { $taken } z { $max } miejsca
        [few] { $taken } z { $max } miejsc
        [many] { $taken } z { $max } miejsc
       *[other] { $taken } z { $max } miejsca
    }
sheet-host-title = Kto przyjdzie
sheet-host-lede = Osoby, które mają miejsce w najbliższych dwóch tygodniach. Po spotkaniu podpis wystarczy, resztę potwierdzisz na stronie.
sheet-host-name = Imię i nazwisko
sheet-host-phone = Telefon
sheet-host-sign = Podpis
sheet-map-lede = Gdzie w Płocku czekają na Ciebie w najbliższych tygodniach.
